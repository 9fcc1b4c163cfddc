"""A pilot as the file that people keep: sealed by its fingerprint, with its rule in the words of both languages."""

from typing import Any

import yaml

from channelfit.pilot.entry import example
from channelfit.pilot.model import Look, Pilot
from channelfit.pilot.seal import fingerprint, seals
from channelfit.report.pilot.sentences import PilotSentences
from channelfit.report.speaker import Speaker
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.pilots import Trial
from channelfit.rulebook.text import Text
from channelfit.words import LANGUAGES, Words, words_for

WIDTH = 110
SHORT = ("arms", "audiences", "prior", "duration", "looks", "chances", "evidence")


def pilot_yaml(pilot: Pilot, edition: Edition, trial: Trial, words: Words) -> str:
    """The whole file. The seals are those of the data as it will be read again."""
    tree = pilot_tree(pilot, edition, trial)
    marks = seals(tree)
    sealed = tree | {"sealed": marks, "design": fingerprint(marks)}
    head = "\n".join(f"# {line}".rstrip() for line in words.say("pilot.file.head").split("|"))
    tail = "\n".join(f"# {line}".rstrip() for line in _example(pilot, words))
    return f"{head}\n{_dump(sealed)}\n{tail}\nobserved: []\n"


def pilot_tree(pilot: Pilot, edition: Edition, trial: Trial) -> dict[str, Any]:
    """Everything but the seals and the counts."""
    metric = {name: _text(getattr(pilot.metric, name)) for name in ("name", "numerator", "denominator")}
    evidence = {"period": pilot.evidence.period, "base": pilot.evidence.base} if pilot.evidence else None
    tree: dict[str, Any] = {
        "title": pilot.title,
        "template": pilot.template,
        "hypothesis": _text(pilot.hypothesis),
        "metric": metric,
        "counts": [_text(item) for item in pilot.counts],
        "arms": list(pilot.arms()),
        "audiences": list(pilot.audiences),
        "country": pilot.country,
        "prior": [int(value) if value == int(value) else value for value in pilot.prior],
        "least": pilot.least,
        "useful": pilot.useful,
        "sure": pilot.sure,
        "confidence": pilot.confidence,
        "duration": {"starts_on": pilot.starts_on.isoformat(), "weeks": pilot.weeks, "cycle_weeks": pilot.cycle_weeks},
        "looks": [_look(look) for look in pilot.looks],
        "chances": [{name: getattr(item, name) for name in item.__struct_fields__} for item in pilot.chances],
        "in_words": {lang: _said(pilot, edition, trial, words_for(lang)) for lang in LANGUAGES.values()},
        "evidence": evidence,
        "rulebook": pilot.rulebook,
    }
    return {name: value for name, value in tree.items() if value not in (None, [])}


def _said(pilot: Pilot, edition: Edition, trial: Trial, words: Words) -> list[str]:
    said = PilotSentences(pilot, Speaker(edition, words))
    return [*said.rule(), *said.chances(), said.peeking(trial), said.evidence()]


def _look(look: Look) -> dict[str, Any]:
    gates = {name: value for name, value in (("stop", look.stop), ("adopt", look.adopt)) if value is not None}
    return {"look": look.look, "n": look.n, "not_before": look.not_before.isoformat(), **gates}


def _example(pilot: Pilot, words: Words) -> list[str]:
    """How a count is written, in the file where it goes."""
    return [words.say("pilot.file.observed"), "observed:", f"- {example(pilot, pilot.looks[0])}"]


def _text(text: Text) -> dict[str, str]:
    return {"fr": text.fr, "en": text.en}


def _dump(tree: dict[str, Any]) -> str:
    """Numbers in a line each, prose in paragraphs."""
    styles = ((None if name in SHORT else False, {name: value}) for name, value in tree.items())
    return "".join(yaml.safe_dump(part, allow_unicode=True, sort_keys=False, default_flow_style=style, width=WIDTH) for style, part in styles)
