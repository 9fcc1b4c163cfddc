"""Which rules, checks and stops the cases show: true in some case, false in another, and missed were they not there."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from channelfit.advice.model import Advice
from channelfit.audit.model import Audit
from channelfit.cases.decisive import Decisive
from channelfit.cases.model import Outcome
from channelfit.cases.run import Runner
from channelfit.cases.traces import stops
from channelfit.rulebook.checks import Check
from channelfit.rulebook.model import Rule
from channelfit.rulebook.screening import Stop
from channelfit.screen.model import Screened

WHOLE = 100


class Covered(Struct, frozen=True):
    """What the cases show of one rule, check or stop."""

    id: str
    origin: str
    true: bool
    false: bool
    decisive: bool

    @property
    def both(self) -> bool:
        return self.true and self.false


class Coverage(Struct, frozen=True):
    """What the cases show of each rule, each check and each stop."""

    entries: tuple[Covered, ...]

    @property
    def percent(self) -> int:
        """Those true in one case and false in another, of all; rounded down, so that 100 means all of them."""
        return WHOLE * sum(entry.both for entry in self.entries) // max(1, len(self.entries))

    def never(self, what: str) -> tuple[Covered, ...]:
        return tuple(entry for entry in self.entries if not getattr(entry, what))


def coverage(outcomes: Sequence[Outcome], runner: Runner) -> Coverage:
    """Of the cases that were answered, whether they pass or not."""
    decisive = Decisive(outcomes, runner)
    answered = [outcome for outcome in outcomes if outcome.answer is not None]
    rules = (_rule(rule, answered, runner, decisive) for rule in runner.rulebook.rules)
    checks = _checks(runner.rulebook.checklist().checks, answered, decisive)
    return Coverage((*rules, *checks, *_stops(runner.rulebook.screening().stops, answered, decisive)))


def _rule(rule: Rule, outcomes: Iterable[Outcome], runner: Runner, decisive: Decisive) -> Covered:
    """True where it holds for a goal and an audience; false where it holds for none, and a single line of it is why for one of them."""
    true = false = False
    for case in (outcome.case for outcome in outcomes if isinstance(outcome.answer, Advice)):
        if case.brief is not None and not (true and false):
            stopped = stops(rule, case.brief, runner.advisor(case).edition)
            true = true or not all(stopped)
            false = false or (all(stopped) and any(len(lines) == 1 for lines in stopped))
    return Covered(rule.id, rule.origin, true, false, decisive.without(rule) is not None)


def _checks(checks: Sequence[Check], outcomes: Iterable[Outcome], decisive: Decisive) -> Iterable[Covered]:
    """True where it finds something; false where it was decided and found nothing, nor was a stronger one found in its place."""
    true: set[str] = set()
    false: set[str] = set()
    weaker = {check.id: check.supersedes for check in checks}
    for audit in (outcome.answer for outcome in outcomes if isinstance(outcome.answer, Audit)):
        found = {finding.check for finding in (*audit.findings, *audit.ignored)}
        true |= found
        hidden = {name for check in found for name in weaker.get(check, ())}
        false |= {row.check for row in audit.coverage if row.decided} - found - hidden
    for check in checks:
        yield Covered(check.id, check.origin, check.id in true, check.id in false, decisive.without_check(check) is not None)


def _stops(stops: Sequence[Stop], outcomes: Iterable[Outcome], decisive: Decisive) -> Iterable[Covered]:
    """True where it is met; false where it is known not to hold."""
    screened = [outcome.answer for outcome in outcomes if isinstance(outcome.answer, Screened)]
    true = {met.stop for answer in screened for met in answer.stops}
    false = {name for answer in screened for name in answer.passed}
    for stop in stops:
        yield Covered(stop.id, stop.origin, stop.id in true, stop.id in false, decisive.without_stop(stop) is not None)
