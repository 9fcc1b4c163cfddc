"""Runs the checks over everything an organisation declares. Pure: the same inventories and day give the same findings."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from channelfit.audit.derive.measures import measures
from channelfit.audit.examine import COUNTRY, PASSED, Jurisdictions, Subject, Verdict, examine, parameters
from channelfit.audit.exceptions import LIST, Served, Sorted, sort_out
from channelfit.audit.facts import ItemFacts
from channelfit.audit.fingerprint import fingerprint
from channelfit.audit.model import Finding
from channelfit.audit.pairs import Pairs
from channelfit.audit.plan import Planner
from channelfit.audit.spool import Packed
from channelfit.audit.subjects import PAST_REVIEW, Estate, Examined
from channelfit.audit.surroundings import Surroundings
from channelfit.audit.tally import Tally
from channelfit.conditions.holds import subjects
from channelfit.conditions.model import ABSENT
from channelfit.inventory.model import Merged, Record, records_in
from channelfit.rulebook.checks import Check
from channelfit.source.place import Place

PLACE = "place"  # of an item in its list: what it is called where nothing else is declared of it


class Result(Struct):
    """What came of some accounts."""

    accounts: int
    undeclared: int
    findings: list[Finding] | Packed
    ignored: list[Finding]
    tally: Tally


class Looked(NamedTuple):
    """A check looking at a subject, or at one item of a list of the subject; `key` tells the items apart."""

    check: Check
    examined: Examined
    facts: Subject
    item: Record | None = None
    key: str | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        return (_named_by(self.item) if self.item is not None else ()) or self.examined.ids


class Auditor:
    """Audits estates with the checks given. What is decided and what is not adds up in `tally`."""

    def __init__(self, checks: Sequence[Check], jurisdictions: Jurisdictions) -> None:
        self._checks = checks
        self._planned = [check for check in checks if check.scope == "account"]
        self._late = [check for check in checks if check.over == LIST]
        self._last = [check for check in checks if PAST_REVIEW in subjects(check.when)]
        self._others = [check for check in checks if check.scope != "account" and check not in self._last]
        self._jurisdictions = jurisdictions
        self._planners: dict[Surroundings, Planner] = {}
        self.tally = Tally()

    def of_accounts(self) -> "Auditor":
        """The auditor that looks at accounts one by one, and at nothing that takes them together."""
        return Auditor(self._planned, self._jurisdictions)

    def audit(self, estates: Sequence[Estate]) -> Result:
        """The findings on several estates, in the order of their files."""
        found = [self._examine(estate) for estate in estates]
        return Result(
            accounts=sum(len(estate.accounts) for estate in estates),
            undeclared=sum(1 for estate in estates for _ in estate.undeclared()),
            findings=sorted((item for one in found for item in one.kept), key=_order),
            ignored=[item for one in found for item in one.ignored],
            tally=self.tally,
        )

    def _examine(self, estate: Estate) -> Sorted:
        """The findings on one estate, with its exceptions applied, then the findings on those exceptions."""
        found = [*self._accounts(estate), *self._run(estate, self._others)]
        kept, weaker = _strongest(found, self._checks)
        sorted_ = sort_out(kept, weaker, estate, {check.id: check.names for check in self._checks})
        kept = [*sorted_.kept, *self._exceptions(estate, sorted_.served)]
        return sorted_._replace(kept=[*kept, *self._past_review(estate, kept)])

    def _accounts(self, estate: Estate) -> Iterator[Finding]:
        """The checks on single accounts, by a plan for each sort of account."""
        planner = self._planner(estate.surroundings)
        for account in estate.accounts:
            plan, examined = planner.plan(account.facts), Examined((account.id,), account.facts, account.at)
            for check in plan.due:
                yield _finding(Looked(check, examined, account.facts), estate.name)
            for left in plan.open:
                if left.due(account.facts):
                    yield _finding(Looked(left.check, examined, account.facts), estate.name)
            for check in plan.items:
                if check.over != LIST:
                    yield from self._look(check, examined, estate)
        planner.add_to(self.tally)

    def _exceptions(self, estate: Estate, served: Served) -> Iterator[Finding]:
        """The checks on the exceptions that accounts make, once it is known which of them served."""
        for account in estate.accounts:
            if account.facts.get(LIST):
                for check in self._late:
                    yield from self._look(check, Examined((account.id,), account.facts, account.at), estate, served)

    def _past_review(self, estate: Estate, found: Iterable[Finding]) -> Iterator[Finding]:
        """The checks on the checks that spoke, once it is known which of them did."""
        stale = {check.id for check in self._checks if check.review_by < estate.context.today}
        spoke = tuple(sorted(stale.intersection(finding.check for finding in found)))
        for check in self._last:
            for examined in estate.organisation(spoke):
                yield from self._look(check, examined, estate)

    def _planner(self, surroundings: Surroundings) -> Planner:
        if surroundings not in self._planners:
            self._planners[surroundings] = Planner(self._planned, surroundings, self._jurisdictions)
        return self._planners[surroundings]

    def _run(self, estate: Estate, checks: Iterable[Check]) -> Iterator[Finding]:
        for check in checks:
            if check.scope == "pair":
                yield from self._pairs(check, estate)
            for examined in _subjects(check, estate):
                yield from self._look(check, examined, estate)

    def _pairs(self, check: Check, estate: Estate) -> Iterator[Finding]:
        """The check on pairs of accounts; where it does not apply, nothing is to be declared for it either."""
        pairs = Pairs(check, estate)
        for couple in pairs.couples():
            examined = next(couple.pairs(estate))
            verdict = examine(check, examined.facts, self._jurisdictions)
            self._count(check, verdict, couple.number)
            if verdict.due:
                yield from (_finding(Looked(check, pair, pair.facts), estate.name) for pair in couple.pairs(estate))
        applies = self._jurisdictions.covers(check, estate.surroundings.around.get(COUNTRY)) is not False
        for unsettled in pairs.unsettled():
            self._count(check, Verdict(None, unsettled.fields) if applies else PASSED, unsettled.number)

    def _look(self, check: Check, examined: Examined, estate: Estate, served: Served = frozenset()) -> Iterator[Finding]:
        for looked in self._looks(check, examined, estate, served):
            yield from self._judge(looked, examine(check, looked.facts, self._jurisdictions), estate)

    def _looks(self, check: Check, examined: Examined, estate: Estate, served: Served) -> Iterator[Looked]:
        """The subject itself, or each item of a list of it; a list nobody declared leaves the check open."""
        if check.over is None:
            yield Looked(check, examined, examined.facts)
            return
        listed = examined.facts.get(check.over)
        if listed is None:
            self.tally.leave_open(check.id, tuple(examined.facts.missing([check.over])))
        elif not listed:
            self.tally.decide(check.id)
        seen: Counter[str] = Counter()
        for number, item in enumerate(_as_records(listed), start=1):
            given = {PLACE: f"#{number}", **item.facts}
            if check.over == LIST:
                given["used"] = self._used(item, examined, served)
            facts = ItemFacts(given, estate.derivations[str(check.entry)], examined.facts, estate.context)
            key = str(facts.get(f"item.{check.key}") or "") if check.key else ""
            seen[key] += 1
            yield Looked(check, examined, facts, item, key if seen[key] == 1 else f"{key}#{seen[key]}")

    def _used(self, exception: Record, examined: Examined, served: Served) -> bool:
        """Whether an exception has served; of a check that did not run nobody can say that it has not."""
        ran = any(exception.facts.get("check") in check.names for check in self._checks)
        return not ran or (examined.at.inventory.name, exception.path) in served

    def _judge(self, looked: Looked, verdict: Verdict, estate: Estate) -> Iterator[Finding]:
        self._count(looked.check, verdict)
        if verdict.due:
            yield _finding(looked, estate.name)

    def _count(self, check: Check, verdict: Verdict, times: int = 1) -> None:
        if verdict.due is None:
            self.tally.leave_open(check.id, verdict.fields, times)
        else:
            self.tally.decide(check.id, times)


def _finding(looked: Looked, organisation: str | None) -> Finding:
    check = looked.check
    subjects = looked.ids or ((organisation,) if organisation else ())
    mark = fingerprint(check.id, organisation, subjects, looked.key)
    return Finding(check.id, check.severity, check.scope, subjects, _place(looked), parameters(check, looked.facts), mark, organisation)


def _subjects(check: Check, estate: Estate) -> Iterable[Examined]:
    """What a check looks at one by one: accounts have their plans, pairs their sorts."""
    scopes = {"person": estate.people, "organisation": estate.organisation, "undeclared": estate.undeclared}
    return scopes[check.scope]() if check.scope in scopes else ()


def _as_records(listed: object) -> Iterator[Record]:
    if isinstance(listed, tuple):
        yield from records_in(listed)
        yield from (Record(measures(item)) for item in listed if isinstance(item, str))


def _named_by(item: Record) -> tuple[str, ...]:
    """Some items name their own subjects, such as the accounts that share an address."""
    named = item.facts.get("accounts")
    return tuple(str(name) for name in named) if isinstance(named, tuple) else ()


def _place(looked: Looked) -> Place:
    """The item, or of the fields the check points at the first one written with nothing, else the first one written, else the subject."""
    examined, item = looked.examined, looked.item
    if item is not None and item.path:
        home = item.source if isinstance(item, Merged) else None
        return (home or examined.at.inventory).place(item)
    written = [(at, field) for name in looked.check.at for at, field in examined.written(name) if at.record.facts.get(field) is not None]
    empty = [(at, field) for at, field in written if at.record.facts[field] == ABSENT]
    at, field = next(iter((*empty, *written)), (examined.at, ""))
    return at.inventory.place(at.record, field)


def _order(finding: Finding) -> tuple[str, int, int, str]:
    span = finding.place.span
    return finding.place.file, span.line, span.column, finding.check


def _strongest(findings: Sequence[Finding], checks: Iterable[Check]) -> tuple[list[Finding], list[Finding]]:
    """Of a ladder of checks the strongest step that is due, whether excepted or not; then the weaker ones."""
    weaker = {check.id: check.supersedes for check in checks if check.supersedes}
    gone = {(name, finding.subjects) for finding in findings for name in weaker.get(finding.check, ())}
    kept = [finding for finding in findings if (finding.check, finding.subjects) not in gone]
    return kept, [finding for finding in findings if (finding.check, finding.subjects) in gone] if gone else []
