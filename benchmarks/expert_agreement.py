"""How far the advice agrees with published experts, and how far that agreement hangs on rules that only one page calls up.

    python benchmarks/expert_agreement.py CASES.yaml

Each case has a `brief`, and the channels that its page has `recommended` and `discouraged` for it. A case agrees when one
recommended channel is required, or among the first three of its kind (networks apart from the rest) and not to be avoided.
It is urged against when a discouraged channel is required, or among those three as lead or support. Pages weigh alike.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec
import yaml

from channelfit import load_rulebook
from channelfit.advice.brief import Brief
from channelfit.advice.engine import Advisor
from channelfit.advice.model import Advice
from channelfit.advice.read_brief import read_brief
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Advises, Caution, Rulebook
from channelfit.source.parse import parse

FIRST = 3
URGED = ("lead", "support")
NETWORKS = (
    *("bluesky", "facebook", "instagram", "linkedin", "mastodon", "nextdoor", "peertube"),
    *("pinterest", "reddit", "snapchat", "telegram", "tiktok", "whatsapp", "x", "youtube"),
)
MEANINGS: Mapping[str, Sequence[str]] = {  # words of experts that are no channel of the rulebook
    "app": ("alert-app",),
    "blog": ("website",),
    "community-media": ("broadcast-media",),
    "enterprise-social": ("internal-social",),
    "internal-messaging": ("team-messenger", "internal-social"),
    "livestream": ("youtube/", "facebook/live"),
    "messenger": ("facebook/",),
    "phone": ("telephone",),
    "rss": ("website",),
    "whatsapp/broadcast": ("whatsapp/channel",),
}


class Case(NamedTuple):
    page: str
    brief: Brief
    recommended: tuple[str, ...]
    discouraged: tuple[str, ...]


class Answer(NamedTuple):
    proposed: frozenset[str]
    urged: frozenset[str]
    rules: frozenset[str]


class Agreement(NamedTuple):
    agrees: float
    urged: float
    urged_against: float

    def __str__(self) -> str:
        return (
            f"  agrees, within the first {FIRST} of a kind: {self.agrees:.1%}\n"
            f"  agrees, as lead or support:          {self.urged:.1%}\n"
            f"  a discouraged channel is urged:      {self.urged_against:.1%}"
        )


def read_cases(path: Path, rulebook: Rulebook) -> Iterator[Case]:
    channels = [sheet.id for sheet in rulebook.sheets]
    for row in yaml.safe_load(path.read_text(encoding="utf-8")):
        if not row.get("brief"):
            continue
        brief = read_brief(parse(yaml.safe_dump(row["brief"], allow_unicode=True), row["id"]), rulebook)
        recommended = tuple(_known(row.get("recommended", ()), channels))
        discouraged = tuple(word for word in _known(row.get("discouraged", ()), channels) if word not in recommended and "(" not in word)
        yield Case(row.get("url") or row["source_title"], brief, recommended, discouraged)


def _known(words: Iterable[str], channels: Iterable[str]) -> Iterator[str]:
    return (word for word in words if named(word, channels))


def named(word: str, channels: Iterable[str]) -> bool:
    """Whether an expert's word means one of the channels. A bare network means any of its surfaces."""
    name = word.split(" (", maxsplit=1)[0].strip()
    meant = (f"{name}/",) if name in NETWORKS else MEANINGS.get(name, (name,))
    return any(channel in meant or f"{channel.split('/')[0]}/" in meant for channel in channels)


def answers(cases: Sequence[Case], rulebook: Rulebook) -> list[Answer]:
    @cache
    def advisor(day: date, country: str | None) -> Advisor:
        return Advisor(Edition(rulebook, day, country))

    today = datetime.now(tz=UTC).date()
    return [_answer(advisor(case.brief.as_of or today, case.brief.country).advise(case.brief)) for case in cases]


def _answer(advice: Advice) -> Answer:
    required = [item.channel for item in advice.required[:FIRST]]
    networks = [item for item in advice.ranking if item.kind == "network"][:FIRST]
    others = [item for item in advice.ranking if item.kind != "network"][:FIRST]
    shown = {item.channel: item.verdict for item in (*networks, *others)}
    return Answer(
        frozenset((*required, *(channel for channel, verdict in shown.items() if verdict != "avoid"))),
        frozenset((*required, *(channel for channel, verdict in shown.items() if verdict in URGED))),
        frozenset(_rules(advice)),
    )


def _rules(advice: Advice) -> Iterator[str]:
    """The rules that gave points, a veto, a duty or a presence."""
    for excluded in advice.excluded:
        yield from excluded.rules
    for required in advice.required:
        yield from required.rules
    for ranked in advice.ranking:
        for row in ranked.contributions:
            yield from (points.rule for points in row.fit.rules)
            yield from (*row.fit.vetoes, *row.presence.rules)


def agreement(cases: Sequence[Case], given: Sequence[Answer]) -> Agreement:
    agrees, urged, against = (defaultdict[str, list[bool]](list) for _ in range(3))
    for case, answer in zip(cases, given, strict=True):
        if case.recommended:
            agrees[case.page].append(any(named(word, answer.proposed) for word in case.recommended))
            urged[case.page].append(any(named(word, answer.urged) for word in case.recommended))
        if case.discouraged:
            against[case.page].append(any(named(word, answer.urged) for word in case.discouraged))
    return Agreement(_share(agrees), _share(urged), _share(against))


def _share(pages: Mapping[str, Sequence[bool]]) -> float:
    means = [sum(hits) / len(hits) for hits in pages.values()]
    return sum(means) / len(means) if means else float("nan")


def of_one_page(cases: Sequence[Case], given: Sequence[Answer]) -> set[str]:
    """The rules that work on the cases of a single page."""
    pages: defaultdict[str, set[str]] = defaultdict(set)
    for case, answer in zip(cases, given, strict=True):
        pages[case.page] |= answer.rules
    counts = Counter(rule for rules in pages.values() for rule in rules)
    return {rule for rule, count in counts.items() if count == 1}


def without(rulebook: Rulebook, rules: set[str]) -> Rulebook:
    return msgspec.structs.replace(rulebook, rules=tuple(rule for rule in rulebook.rules if rule.id not in rules))


def main(arguments: Sequence[str]) -> int:
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    rulebook = load_rulebook()
    cases = list(read_cases(Path(arguments[0]), rulebook))
    given = answers(cases, rulebook)
    dropped = of_one_page(cases, given)
    acting = [rule for rule in rulebook.rules if not isinstance(rule.effect, Advises | Caution)]
    print(f"{len(cases)} cases on {len({case.page for case in cases})} pages")
    print(agreement(cases, given))
    print(f"without the {len(dropped)} of {len(acting)} rules that work on one page only")
    print(agreement(cases, answers(cases, without(rulebook, dropped))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
