"""Audits the inventories of one or several organisations."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from channelfit.audit.advisor import AdviceForAudit
from channelfit.audit.checks import Choice, chosen_checks
from channelfit.audit.collect import Collected
from channelfit.audit.derive import Context
from channelfit.audit.engine import Auditor, Result
from channelfit.audit.examine import Jurisdictions
from channelfit.audit.model import Audit
from channelfit.audit.subjects import Estate
from channelfit.audit.surroundings import Surroundings
from channelfit.conditions.model import Known
from channelfit.inventory.model import Source
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Rulebook

NO_CHOICE = Choice()


class AuditTools:
    """The checks in force on a day, as a user chose them, ready for any inventories."""

    def __init__(self, rulebook: Rulebook, day: date, choice: Choice = NO_CHOICE) -> None:
        self.rulebook = rulebook
        self.day = day
        self.checklist = rulebook.checklist()
        self.checks = chosen_checks(self.checklist.checks, day, choice)
        self._advice: dict[str | None, AdviceForAudit] = {}

    def audit(self, inventories: Sequence[Source]) -> Result:
        """Every finding. Files that name no organisation belong to the only one that is named."""
        return self.auditor().audit([self.estate(organisation, files) for organisation, files in _by_organisation(inventories)])

    def auditor(self) -> Auditor:
        return Auditor(self.checks, Jurisdictions(self.rulebook.method.regions))

    def estate(self, organisation: Mapping[str, Known], files: Sequence[Source]) -> Estate:
        """The files of one organisation, whose accounts know of one another."""
        found = Estate(self.surroundings(organisation), files)
        found.context.accounts = [account.facts for account in found.accounts]
        return found

    def surroundings(self, organisation: Mapping[str, Known]) -> Surroundings:
        country = organisation.get("country")
        advice = self._advice_in(country if isinstance(country, str) else None)
        context = Context(self.day, frozenset(advice.edition.goals), frozenset(advice.edition.audiences), advice, self.checklist.track)
        return Surroundings(organisation, self.checklist, context)

    def _advice_in(self, country: str | None) -> AdviceForAudit:
        if country not in self._advice:
            self._advice[country] = AdviceForAudit(Edition(self.rulebook, self.day, country))
        return self._advice[country]


def audit(inventories: Sequence[Source], rulebook: Rulebook, day: date, choice: Choice = NO_CHOICE) -> Audit:
    """The findings on some inventories. To audit more than once, keep the tools."""
    tools = AuditTools(rulebook, day, choice)
    collected = Collected()
    collected.add(tools.audit(inventories))
    return collected.audit(day, tools.checks, ())


def _by_organisation(inventories: Sequence[Source]) -> Iterable[tuple[Mapping[str, Known], list[Source]]]:
    named: dict[Known, list[Source]] = {}
    nameless: list[Source] = []
    for inventory in inventories:
        name = inventory.organisation.facts.get("name")
        (named.setdefault(name, []) if name else nameless).append(inventory)
    if len(named) == 1:
        yield organisation_of(inventories), list(inventories)
        return
    for files in named.values():
        yield organisation_of(files), files
    if nameless:
        yield organisation_of(nameless), nameless


def organisation_of(files: Iterable[Source]) -> Mapping[str, Known]:
    """What the files say of their organisation together; of two answers the first stands."""
    merged: dict[str, Known] = {}
    for inventory in files:
        merged = {**inventory.organisation.facts, **merged}
    return merged
