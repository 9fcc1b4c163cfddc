"""The rulebook as of a day, in a country: what exists, what counts, what is in force."""

from collections import defaultdict
from copy import copy
from datetime import date
from typing import TYPE_CHECKING

from channelfit.rulebook.model import Evidence, Rule, Rulebook, Sheet, Source, Term

if TYPE_CHECKING:
    from channelfit.rulebook.pilots import PilotTemplate

RECOGNISED = "recognised"


class Edition:
    """One view of a rulebook. Built once, read by every engine, never changed.

    `country` is None where it is not known: a channel limited to some countries is then kept, for unknown is not false.
    """

    def __init__(self, rulebook: Rulebook, as_of: date, country: str | None = None) -> None:
        self.rulebook = rulebook
        self.as_of = as_of
        self.country = country
        self.goals: dict[str, Term] = {term.id: term for term in rulebook.goals}
        self.audiences: dict[str, Term] = {term.id: term for term in rulebook.audiences}
        self.sources: dict[str, Source] = {source.id: source for source in rulebook.sources}
        self.sheets: dict[str, Sheet] = {
            sheet.id: sheet for sheet in rulebook.sheets if sheet.kind != RECOGNISED and exists(sheet, as_of, country, rulebook.method.regions)
        }
        self.rules: dict[str, Rule] = {rule.id: rule for rule in rulebook.rules if in_force(rule, as_of)}
        self.evidence: dict[str, Evidence] = {row.id: row for row in rulebook.evidence if row.counts_from <= as_of}
        self.evidence_on = _by_place(self.evidence)
        self._matching: dict[tuple[str, str], tuple[Rule, ...]] = {}

    def with_rule(self, name: str, rule: Rule | None) -> "Edition":
        """This edition, were one of its rules another, or not there. Rules add up, so that their order is nothing."""
        others = {key: found for key, found in self.rules.items() if key != name}
        other = copy(self)
        other.__dict__.update(rules=others if rule is None else {**others, name: rule}, _matching={})
        return other

    def in_country(self, country: str) -> "Edition":
        """This edition in another country: other channels exist there, and other figures speak for it."""
        method = self.rulebook.method
        other = copy(self)
        found = (sheet for sheet in self.rulebook.sheets if sheet.kind != RECOGNISED and exists(sheet, self.as_of, country, method.regions))
        other.__dict__.update(country=country, sheets={sheet.id: sheet for sheet in found})
        return other

    def rules_for(self, goal: str, audience: str) -> tuple[Rule, ...]:
        """The rules in force whose goals and audiences cover the pair, in the order of the rulebook."""
        pair = (goal, audience)
        if pair not in self._matching:
            self._matching[pair] = tuple(
                rule
                for rule in self.rules.values()
                if (rule.goals is None or goal in rule.goals) and (rule.audiences is None or audience in rule.audiences)
            )
        return self._matching[pair]


def in_force(rule: "Rule | PilotTemplate", day: date) -> bool:
    return rule.since <= day and (rule.until is None or day <= rule.until)


def exists(sheet: Sheet, day: date, country: str | None, regions: dict[str, tuple[str, ...]]) -> bool:
    """Whether the channel existed that day in that country."""
    if (sheet.since is not None and day < sheet.since) or (sheet.until is not None and sheet.until < day):
        return False
    if country is None:
        return True
    if (sheet.countries is not None and not within(country, sheet.countries, regions)) or within(country, sheet.absent_from, regions):
        return False
    not_yet = any(day < opening.since for opening in sheet.opened if within(country, (opening.country,), regions))
    closed = any(opening.since <= day for opening in sheet.closed_in if within(country, (opening.country,), regions))
    return not (not_yet or closed)


def within(country: str, places: tuple[str, ...], regions: dict[str, tuple[str, ...]]) -> bool:
    return any(country == place or country in regions.get(place, ()) for place in places)


def _by_place(evidence: dict[str, Evidence]) -> dict[str, tuple[Evidence, ...]]:
    rows: defaultdict[str, list[Evidence]] = defaultdict(list)
    for row in evidence.values():
        rows[row.on].append(row)
    return {place: tuple(found) for place, found in rows.items()}
