"""Runs the checks over everything an organisation declares. Pure: the same inventories and day give the same findings."""

from collections.abc import Iterable, Iterator, Sequence

from channelfit.audit.derive import Context
from channelfit.audit.examine import Jurisdictions, Subject, examine, parameters
from channelfit.audit.exceptions import LIST, Served, sort_out
from channelfit.audit.facts import ItemFacts
from channelfit.audit.fingerprint import fingerprint
from channelfit.audit.model import Audit, Finding
from channelfit.audit.subjects import At, Estate, Examined
from channelfit.audit.tally import Tally
from channelfit.conditions.model import ABSENT
from channelfit.inventory.model import Record, records_in
from channelfit.rulebook.checks import Check
from channelfit.rulebook.link.names import ORGANISATION
from channelfit.source.place import Place

PLACE = "place"  # of an item in its list: what it is called where nothing else is declared of it


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
        for number, record in enumerate(_as_records(listed), start=1):
            given = {PLACE: f"#{number}", **record.facts}
            if check.over == LIST:
                given["used"] = (examined.at.inventory.name, record.path) in served
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
        yield from (Record({"text": item}) for item in listed if isinstance(item, str))


def _named_by(item: Record | None) -> tuple[str, ...]:
    """Some items name their own subjects, such as the accounts that share an address."""
    named = None if item is None else item.facts.get("accounts")
    return tuple(str(name) for name in named) if isinstance(named, tuple) else ()


def _place(check: Check, examined: Examined, item: Record | None) -> Place:
    """Of the fields the check points at the first one that is written with nothing, else the first one written, else the subject itself."""
    inventory, record = examined.at
    if item is not None and item.path:
        return inventory.place(item)
    written = list(_written(check, examined.at))
    empty = [(holder, name) for holder, name in written if holder.facts[name] == ABSENT]
    return inventory.place(*next(iter((*empty, *written)), (record, "")))


def _written(check: Check, at: At) -> Iterator[tuple[Record, str]]:
    """The fields the check points at that its file holds, each in its record; an organisation's stand beside the contributors of the file."""
    for name in check.at:
        own = name.removeprefix(f"{ORGANISATION}.") if check.scope == ORGANISATION else name
        holders = (at.record, at.inventory.facts) if check.scope == ORGANISATION else (at.record,)
        yield from ((holder, own) for holder in holders if holder.facts.get(own) is not None)


def _strongest(findings: list[Finding], checks: Iterable[Check]) -> list[Finding]:
    """Of a ladder of checks only the strongest step that is due is kept."""
    weaker = {check.id: check.supersedes for check in checks if check.supersedes}
    gone = {(name, finding.subjects) for finding in findings for name in weaker.get(finding.check, ())}
    return [finding for finding in findings if (finding.check, finding.subjects) not in gone]
