"""Exceptions that an inventory makes for itself: each silences one check on one account, until its day."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from channelfit.audit.model import Finding
from channelfit.audit.subjects import Estate
from channelfit.inventory.model import Path, Record, records_in

LIST = "ignore"
Served = frozenset[tuple[str, Path]]


class Sorted(NamedTuple):
    """What stays, what is ignored, and the exceptions that served, by file and path."""

    kept: list[Finding]
    ignored: list[Finding]
    served: Served


def sort_out(findings: Iterable[Finding], estate: Estate, names: Mapping[str, Collection[str]]) -> Sorted:
    """Applies the exceptions in force, by any of the names of their check; one that is past still counts as having served."""
    made = {account.id: [(account.at.inventory.name, item) for item in records_in(account.facts.get(LIST))] for account in estate.accounts}
    kept: list[Finding] = []
    ignored: list[Finding] = []
    served: set[tuple[str, Path]] = set()
    for finding in findings:
        matching = [(file, item) for name in finding.subjects for file, item in made.get(name, ()) if item.facts.get("check") in names[finding.check]]
        served.update((file, item.path) for file, item in matching)
        (ignored if any(_in_force(item, estate.context.today) for _, item in matching) else kept).append(finding)
    return Sorted(kept, ignored, frozenset(served))


def _in_force(item: Record, today: date) -> bool:
    until = item.facts.get("until")
    return not isinstance(until, date) or today <= until
