"""Audits the inventories of one or several organisations."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from channelfit.audit.advisor import AdviceForAudit
from channelfit.audit.checks import Choice, chosen_checks
from channelfit.audit.derive import Context
from channelfit.audit.engine import Auditor
from channelfit.audit.examine import Jurisdictions
from channelfit.audit.model import Audit
from channelfit.audit.subjects import Estate
from channelfit.conditions.model import Known
from channelfit.inventory.model import Inventory
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

    def audit(self, inventories: Sequence[Inventory]) -> Audit:
        """Every finding. Files that name no organisation belong to the only one that is named."""
        estates = [self.estate(organisation, files) for organisation, files in _by_organisation(inventories)]
        return Auditor(self.checks, Jurisdictions(self.rulebook.method.regions), self.day).audit(estates)

    def estate(self, organisation: Mapping[str, Known], files: Sequence[Inventory]) -> Estate:
        return Estate(files, organisation, self.checklist, context(organisation, self.rulebook, self.day))


def audit(inventories: Sequence[Inventory], rulebook: Rulebook, day: date, choice: Choice = NO_CHOICE) -> Audit:
    """The findings on some inventories. To audit more than once, keep the tools."""
    return AuditTools(rulebook, day, choice).audit(inventories)


def context(organisation: Mapping[str, Known], rulebook: Rulebook, day: date) -> Context:
    country = organisation.get("country")
    edition = Edition(rulebook, day, country if isinstance(country, str) else None)
    return Context(day, frozenset(edition.goals), frozenset(edition.audiences), AdviceForAudit(edition))


def _by_organisation(inventories: Sequence[Inventory]) -> Iterable[tuple[Mapping[str, Known], list[Inventory]]]:
    named: dict[Known, list[Inventory]] = {}
    nameless: list[Inventory] = []
    for inventory in inventories:
        name = inventory.organisation.facts.get("name")
        (named.setdefault(name, []) if name else nameless).append(inventory)
    if len(named) == 1:
        ((name, files),) = named.items()
        named = {name: [inventory for inventory in inventories if inventory in (*files, *nameless)]}
        nameless = []
    for files in named.values():
        yield _merged(files), files
    if nameless:
        yield _merged(nameless), nameless


def _merged(files: Iterable[Inventory]) -> Mapping[str, Known]:
    """What the files say of their organisation together; of two answers the first stands."""
    merged: dict[str, Known] = {}
    for inventory in files:
        merged = {**inventory.organisation.facts, **merged}
    return merged
