"""Runs the checks over everything an organisation declares. Pure: the same inventories and day give the same findings."""

from collections.abc import Iterable, Iterator, Sequence

from channelfit.audit.derive import Context
from channelfit.audit.derive.measures import measures
from channelfit.audit.examine import Jurisdictions, Subject, examine, parameters
from channelfit.audit.exceptions import LIST, Served, sort_out
from channelfit.audit.facts import ItemFacts
from channelfit.audit.fingerprint import fingerprint
from channelfit.audit.model import Audit, Finding
from channelfit.audit.subjects import Estate, Examined
from channelfit.audit.tally import Tally
from channelfit.inventory.model import Record, records_in
from channelfit.rulebook.checks import Check
from channelfit.source.place import Place


class Auditor:
    """Audits estates with the checks of one edition of the rulebook, as the user chose them."""

    def __init__(self, checks: Sequence[Check], jurisdictions: Jurisdictions) -> None:
        self._checks = checks
        self._jurisdictions = jurisdictions
        self._tally = Tally()

    def audit(self, estates: Sequence[Estate]) -> Audit:
        findings: list[Finding] = []
        ignored: list[Finding] = []
        late = [check for check in self._checks if check.over == LIST]
        for estate in estates:
            found = _strongest(list(self._run(estate, [check for check in self._checks if check not in late])), self._checks)
            sorted_ = sort_out(found, estate)
            findings += [*sorted_.kept, *self._run(estate, late, sorted_.served)]
            ignored += sorted_.ignored
        return Audit(
            as_of=estates[0].context.today,
            accounts=sum(len(estate.accounts) for estate in estates),
            undeclared=sum(1 for estate in estates for _ in estate.undeclared()),
            findings=tuple(findings),
            ignored=tuple(ignored),
            coverage=self._tally.coverage(self._checks),
            wanted=self._tally.wanted(),
        )

    def _run(self, estate: Estate, checks: Iterable[Check], served: Served = frozenset()) -> Iterator[Finding]:
        for check in checks:
            for examined in _subjects(check, estate):
                yield from self._items(check, examined, estate, served) if check.over else self._one(check, examined, estate, examined.facts)

    def _one(self, check: Check, examined: Examined, estate: Estate, facts: Subject, item: Record | None = None, key: str | None = None) -> Iterator[Finding]:
        verdict = examine(check, facts, self._jurisdictions)
        if verdict.due is None:
            self._tally.leave_open(check.id, verdict.fields)
            return
        self._tally.decide(check.id)
        if verdict.due:
            subjects = _named_by(item) or examined.ids or ((estate.name,) if estate.name else ())
            print_ = fingerprint(check.id, estate.name, subjects, key)
            yield Finding(check.id, check.severity, check.scope, subjects, _place(check, examined, item), parameters(check, facts), print_, estate.name)

    def _items(self, check: Check, examined: Examined, estate: Estate, served: Served) -> Iterator[Finding]:
        """The check on each item of a list of the subject; a list nobody declared leaves it open."""
        listed = examined.facts.get(str(check.over))
        if listed is None:
            self._tally.leave_open(check.id, tuple(examined.facts.missing([str(check.over)])))
            return
        if not listed:
            self._tally.decide(check.id)
        for record in _as_records(listed):
            given = {**record.facts, "used": (examined.at.inventory.name, record.path) in served} if check.over == LIST else record.facts
            facts = ItemFacts(given, estate.derivations[str(check.entry)], examined.facts, estate.context)
            key = facts.get(f"item.{check.key}") if check.key else None
            yield from self._one(check, examined, estate, facts, record, None if key is None else str(key))


def _subjects(check: Check, estate: Estate) -> Iterable[Examined]:
    if check.scope == "account":
        return [Examined((account.id,), account.facts, account.at) for account in estate.accounts]
    if check.scope == "pair":
        return estate.pairs(check)
    scopes = {"person": estate.people, "organisation": estate.organisation, "undeclared": estate.undeclared}
    return scopes[check.scope]()


def _as_records(listed: object) -> Iterator[Record]:
    if isinstance(listed, tuple):
        yield from records_in(listed)
        yield from (Record(measures(item)) for item in listed if isinstance(item, str))


def _named_by(item: Record | None) -> tuple[str, ...]:
    """Some items name their own subjects, such as the accounts that share an address."""
    named = None if item is None else item.facts.get("accounts")
    return tuple(str(name) for name in named) if isinstance(named, tuple) else ()


def _place(check: Check, examined: Examined, item: Record | None) -> Place:
    """The first field the check points at that is written, else the subject itself."""
    inventory, record = examined.at
    if item is not None and item.path:
        return inventory.place(item)
    written = next((name for name in check.at if record.facts.get(name) is not None), "")
    return inventory.place(record, written)


def _strongest(findings: list[Finding], checks: Iterable[Check]) -> list[Finding]:
    """Of a ladder of checks only the strongest step that is due is kept."""
    weaker = {check.id: check.supersedes for check in checks if check.supersedes}
    gone = {(name, finding.subjects) for finding in findings for name in weaker.get(finding.check, ())}
    return [finding for finding in findings if (finding.check, finding.subjects) not in gone]
