"""Exceptions that an inventory makes for itself: each silences one check on one account, until its day."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from channelfit.audit.model import Finding
from channelfit.audit.subjects import Estate
from channelfit.inventory.model import Path, Record, records_in
from channelfit.rulebook.link.names import ACCOUNT, ORGANISATION, PAIR

LIST = "ignore"
OF_ACCOUNTS = (ACCOUNT, PAIR, ORGANISATION)  # whose findings may be about accounts
Served = frozenset[tuple[str, Path]]
Names = Mapping[str, Collection[str]]


class Sorted(NamedTuple):
    """What stays, what is ignored, and the exceptions that served, by file and path."""

    kept: list[Finding]
    ignored: list[Finding]
    served: Served


def sort_out(findings: Iterable[Finding], weaker: Iterable[Finding], estate: Estate, names: Names) -> Sorted:
    """Applies the exceptions in force; one that is past still counts as having served, and so does one to a `weaker` step of a ladder.

    `names` are all those that each check has had.
    """
    made = _Made(estate, names)
    kept: list[Finding] = []
    ignored: list[Finding] = []
    served = {made.mark(exception) for finding in weaker for exception in made.to(finding)}
    for finding in findings:
        matching = list(made.to(finding))
        served.update(map(made.mark, matching))
        (ignored if any(_in_force(item, estate.context.today) for _, item in matching) else kept).append(finding)
    return Sorted(kept, ignored, frozenset(served))


class _Made:
    """The exceptions that the accounts of an estate make, each with its file."""

    def __init__(self, estate: Estate, names: Names) -> None:
        self._names = names
        self._of: dict[str, list[tuple[str, Record]]] = {}
        for account in estate.accounts:
            listed = [(account.at.inventory.name, item) for item in records_in(account.facts.get(LIST))]
            if listed:
                self._of.setdefault(account.id, []).extend(listed)

    def to(self, finding: Finding) -> Iterator[tuple[str, Record]]:
        """Those to a finding: of an account by its own file alone, as another file may have an account of that name."""
        if finding.scope not in OF_ACCOUNTS:
            return
        for name in finding.subjects:
            for file, item in self._of.get(name, ()):
                if item.facts.get("check") in self._names[finding.check] and (finding.scope != ACCOUNT or file == finding.place.file):
                    yield file, item

    @staticmethod
    def mark(exception: tuple[str, Record]) -> tuple[str, Path]:
        file, item = exception
        return file, item.path


def _in_force(item: Record, today: date) -> bool:
    until = item.facts.get("until")
    return not isinstance(until, date) or today <= until
