"""Runs the checks over everything an organisation declares. Pure: the same inventories and day give the same findings."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from channelfit.audit.examine import Jurisdictions, Subject, Verdict, examine, parameters
from channelfit.audit.exceptions import LIST, Served, sort_out
from channelfit.audit.facts import Facts, ItemFacts
from channelfit.audit.fingerprint import fingerprint
from channelfit.audit.model import Audit, Finding
from channelfit.audit.plan import Planner
from channelfit.audit.subjects import Estate, Examined
from channelfit.audit.tally import Tally
from channelfit.conditions.holds import holds, unknown_subjects
from channelfit.conditions.model import Condition
from channelfit.inventory.model import Record, records_in
from channelfit.rulebook.checks import Check
from channelfit.source.place import Place


class Auditor:
    """Audits estates with the checks of one edition of the rulebook, as the user chose them."""

    def __init__(self, checks: Sequence[Check], jurisdictions: Jurisdictions, day: date) -> None:
        self._day = day
        self._planned = [check for check in checks if check.scope == "account" and check.over is None]
        self._checks = checks
        self._jurisdictions = jurisdictions
        self._tally = Tally()

    def audit(self, estates: Sequence[Estate]) -> Audit:
        findings: list[Finding] = []
        ignored: list[Finding] = []
        late = [check for check in self._checks if check.over == LIST]
        for estate in estates:
            others = [check for check in self._checks if check not in self._planned and check not in late]
            found = _strongest([*self._accounts(estate), *self._run(estate, others)], self._checks)
            sorted_ = sort_out(found, estate)
            findings += [*sorted_.kept, *self._run(estate, late, sorted_.served)]
            ignored += sorted_.ignored
        return Audit(
            as_of=self._day,
            accounts=sum(len(estate.accounts) for estate in estates),
            undeclared=sum(1 for estate in estates for _ in estate.undeclared()),
            findings=tuple(sorted(findings, key=_order)),
            ignored=tuple(ignored),
            coverage=self._tally.coverage(self._checks),
            wanted=self._tally.wanted(),
        )

    def _accounts(self, estate: Estate) -> Iterator[Finding]:
        """The checks on single accounts, by a plan for each sort of account."""
        planner = Planner(self._planned, estate.few, estate.derivations["account"], self._jurisdictions)
        for account in estate.accounts:
            plan = planner.plan(account.facts)
            for check in plan.due:
                self._tally.decide(check.id)
                yield self._finding(check, Examined((account.id,), account.facts, account.at), estate, account.facts)
            for check, when, unless in plan.open:
                yield from self._judge(check, _look(check, when, unless, account.facts), Examined((account.id,), account.facts, account.at), estate)
            if planner.full:
                planner.settle_counts(self._tally)
        planner.settle_counts(self._tally)

    def _run(self, estate: Estate, checks: Iterable[Check], served: Served = frozenset()) -> Iterator[Finding]:
        for check in checks:
            for examined in _subjects(check, estate):
                yield from self._items(check, examined, estate, served) if check.over else self._one(check, examined, estate, examined.facts)

    def _one(self, check: Check, examined: Examined, estate: Estate, facts: Subject, item: Record | None = None, key: str | None = None) -> Iterator[Finding]:
        verdict = examine(check, facts, self._jurisdictions)
        yield from self._judge(check, verdict, examined._replace(facts=facts), estate, item, key)

    def _judge(
        self, check: Check, verdict: Verdict, examined: Examined, estate: Estate, item: Record | None = None, key: str | None = None
    ) -> Iterator[Finding]:
        if verdict.due is None:
            self._tally.leave_open(check.id, verdict.fields)
            return
        self._tally.decide(check.id)
        if verdict.due:
            yield self._finding(check, examined, estate, examined.facts, item, key)

    def _finding(
        self, check: Check, examined: Examined, estate: Estate, facts: Subject, item: Record | None = None, key: str | None = None
    ) -> Finding:
        subjects = _named_by(item) or examined.ids or ((estate.name,) if estate.name else ())
        print_ = fingerprint(check.id, estate.name, subjects, key)
        place = _place(check, examined, item)
        return Finding(check.id, check.severity, check.scope, subjects, place, parameters(check, facts), print_, estate.name)

    def _items(self, check: Check, examined: Examined, estate: Estate, served: Served) -> Iterator[Finding]:
        """The check on each item of a list of the subject; a list nobody declared leaves it open."""
        listed = examined.facts.get(str(check.over))
        if listed is None:
            self._tally.leave_open(check.id, tuple(examined.facts.missing([str(check.over)])))
            return
        if not listed:
            self._tally.decide(check.id)
        seen: Counter[str | None] = Counter()
        for record in _as_records(listed):
            given = {**record.facts, "used": self._used(record, examined, served)} if check.over == LIST else record.facts
            facts = ItemFacts(given, estate.derivations[str(check.entry)], examined.facts, estate.context)
            key = facts.get(f"item.{check.key}") if check.key else None
            named = None if key is None else str(key)
            seen[named] += 1
            told_apart = named if seen[named] == 1 else f"{named or ''}#{seen[named]}"  # two items may go by one name, or by none
            yield from self._one(check, examined, estate, facts, record, told_apart)

    def _used(self, exception: Record, examined: Examined, served: Served) -> bool:
        """Whether an exception has served; of a check that did not run nobody can say that it has not."""
        ran = any(check.id == exception.facts.get("check") for check in self._checks)
        return not ran or (examined.at.inventory.name, exception.path) in served


def _look(check: Check, when: Condition, unless: Condition | None, facts: Facts) -> Verdict:
    due = holds(when, facts)
    if due is False or (unless is not None and holds(unless, facts)):
        return Verdict(False)
    return Verdict(True) if due else Verdict(None, tuple(dict.fromkeys(facts.missing(unknown_subjects(check.when, facts)))))


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
    """The first field the check points at that is written, else the subject itself."""
    if item is not None and item.path:
        return examined.at.inventory.place(item)
    for name in check.at:
        for at, field in examined.written(name):
            if at.record.facts.get(field) is not None:
                return at.inventory.place(at.record, field)
    return examined.at.inventory.place(examined.at.record)


def _order(finding: Finding) -> tuple[str, int, int, str]:
    span = finding.place.span
    return finding.place.file, span.line, span.column, finding.check


def _strongest(findings: list[Finding], checks: Iterable[Check]) -> list[Finding]:
    """Of a ladder of checks only the strongest step that is due is kept."""
    weaker = {check.id: check.supersedes for check in checks if check.supersedes}
    gone = {(name, finding.subjects) for finding in findings for name in weaker.get(finding.check, ())}
    return [finding for finding in findings if (finding.check, finding.subjects) not in gone]
