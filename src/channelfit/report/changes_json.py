"""What changed, as data (schema channelfit/changes/1)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import msgspec

from channelfit.changes.model import Answered, Cause, Changes, Compared, Decided, First, Gate, Moved, Part, Presence, Review
from channelfit.report.advice_json import INDENT, rule_tree, rulebook_tree, source_tree
from channelfit.rulebook.model import Evidence, Rule, Rulebook, Source
from channelfit.rulebook.text import Language

SCHEMA = "channelfit/changes/1"
Tree = dict[str, Any]


def changes_json(compared: Sequence[Compared], rulebook: Rulebook, days: tuple[date | None, date], lang: Language) -> str:
    """Every brief, then the rules, figures and sources that its causes name. Numbers are not rounded."""
    before, after = days
    named = {cause for item in compared for cause in causes_of(item.changes)}
    tree: Tree = {"schema": SCHEMA}
    tree |= {"from": before.isoformat()} if before is not None else {}
    tree |= {"to": after.isoformat(), "lang": lang, "rulebook": rulebook_tree(rulebook), "briefs": list(_briefs(compared))}
    tree |= known_tree([side for item in compared for side in item.sides], named)
    return msgspec.json.format(msgspec.json.encode(tree), indent=INDENT).decode() + "\n"


def _briefs(compared: Iterable[Compared]) -> Iterator[Tree]:
    """`between` says what was compared: two dates, or the rulebook without and with its overlays."""
    for item in compared:
        title = {"title": item.changes.brief.title} if item.changes.brief.title else {}
        yield {"file": item.file, **title, "between": "overlays" if item.overlaid else "dates", **changes_tree(item.changes)}


def changes_tree(changes: Changes) -> Tree:
    """The changes of one brief. What did not change is not said; a decision is there where the brief records one."""
    tree: Tree = {
        "first": [_first(item) for item in changes.first],
        "channels": [moved_tree(item) for item in changes.moved],
        "excluded": [_gate(item) for item in changes.excluded],
        "required": [_gate(item) for item in changes.required],
        "presence": [_presence(item) for item in changes.presences],
        "sheets": [_cause(item) for item in changes.channels],
    }
    if changes.decision is not None:
        tree["decision"] = review_tree(changes.decision, changes)
    return tree


def review_tree(review: Review, changes: Changes) -> Tree:
    """The decision on record; `was` and `changes` stand where there is a day to compare with."""
    decided = changes.brief.decided
    assert decided is not None
    tree: Tree = {"holds": review.holds}
    tree |= {"on": decided.on.isoformat()} if decided.on else {}
    tree |= {"because": decided.because} if decided.because else {}
    duties = [(item, True) for item in review.new_duties] + [(item, False) for item in review.old_duties]
    return {
        **tree,
        "channels": [_decided(item) for item in review.channels],
        "required": [{"channel": item.channel, "rules": item.rules, "since_decision": new} for item, new in duties],
    }


def moved_tree(moved: Moved) -> Tree:
    tree: Tree = {"channel": moved.channel}
    tree |= {side: _plain(getattr(moved, side)) for side in ("before", "after") if getattr(moved, side) is not None}
    if moved.before is None or moved.after is None:
        return {**tree, "causes": _causes(moved.causes)}
    return {**tree, "change": moved.after.score - moved.before.score, "parts": [_part(part) for part in moved.parts]}


def known_tree(sides: Iterable[Answered], named: Iterable[Cause]) -> Tree:
    """The rules, figures and sources behind the causes, from whichever side knows them."""
    rules: dict[str, Rule] = {}
    figures: dict[str, Evidence] = {}
    sources: dict[str, Source] = {}
    for side in sides:
        sources |= side.edition.sources
        for cause in named:
            rules |= {cause.id: side.edition.rules[cause.id]} if cause.id in side.edition.rules else {}
            figures |= {cause.id: side.edition.evidence[cause.id]} if cause.id in side.edition.evidence else {}
    cited = {name for rule in rules.values() for name in rule.sources} | {figure.source for figure in figures.values()}
    return {
        "rules": {name: rule_tree(rules[name]) for name in sorted(rules)},
        "figures": {name: _figure(figures[name]) for name in sorted(figures)},
        "sources": {name: source_tree(sources[name]) for name in sorted(cited)},
    }


def causes_of(changes: Changes) -> set[Cause]:
    """Every cause that the changes name."""
    found = set(changes.channels)
    for moved in changes.moved:
        found.update(moved.causes, *(part.causes for part in moved.parts))
    found.update(*(gate.causes for gate in (*changes.excluded, *changes.required)), *(item.causes for item in changes.presences))
    return found


def _decided(item: Decided) -> Tree:
    tree: Tree = {"channel": item.channel, "holds": item.holds, "verdict": "avoid" if item.now is None else item.now.verdict}
    tree |= {"rank": item.now.rank} if item.now is not None else {"excluded_by": item.excluded_by}
    tree |= {"was": _plain(item.then)} if item.then is not None else {}
    return tree if item.moved is None else {**tree, "changes": moved_tree(item.moved)}


def _part(part: Part) -> Tree:
    tree: Tree = {"factor": part.factor, "goal": part.goal, "audience": part.audience, "score": part.score}
    tree |= {"shares": part.shares} if part.shares is not None else {}
    return {**tree, "causes": _causes(part.causes)}


def _first(item: First) -> Tree:
    sides = {"before": item.before, "after": item.after}
    return {"among": "networks" if item.networks else "others", **{side: name for side, name in sides.items() if name is not None}}


def _gate(item: Gate) -> Tree:
    return {"channel": item.channel, "now": item.falls, "causes": _causes(item.causes)}


def _presence(item: Presence) -> Tree:
    return {
        "channel": item.channel,
        "audience": item.audience,
        "before": _plain(item.before),
        "after": _plain(item.after),
        "causes": _causes(item.causes),
    }


def _causes(causes: Iterable[Cause]) -> list[Tree]:
    return [_cause(item) for item in causes]


def _cause(cause: Cause) -> Tree:
    return {name: value for name, value in _plain(cause).items() if value not in (None, "")}


def _figure(figure: Evidence) -> Tree:
    shown = ("on", "who", "share", "country", "year", "period", "base", "source", "how_verified")
    return {**{name: getattr(figure, name) for name in shown}, "counts_from": figure.counts_from.isoformat()}


def _plain(struct: Any) -> Tree:
    tree: Tree = msgspec.to_builtins(struct)
    return tree
