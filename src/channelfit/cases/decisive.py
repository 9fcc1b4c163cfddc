"""What would be noticed: whether a case fails when one rule or check is taken away, or turned into its contrary."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from channelfit.advice.model import Advice
from channelfit.audit.checks import Choice, chosen_checks
from channelfit.audit.collect import Collected
from channelfit.audit.run import AuditTools
from channelfit.cases.findings import FINDING
from channelfit.cases.model import Case, Expectation, Outcome
from channelfit.cases.run import Runner, misses
from channelfit.cases.screenings import MET
from channelfit.cases.shapes import ORDERING
from channelfit.cases.traces import rules_at_work, stops
from channelfit.conditions.model import ALWAYS, Not
from channelfit.rulebook.checks import Check
from channelfit.rulebook.model import Fits, Presence, Rule
from channelfit.rulebook.screening import Stop


class Decisive:
    """Answers for the cases that pass; a case fails for an order, a first or a verdict where the rule gives points."""

    def __init__(self, outcomes: Iterable[Outcome], runner: Runner) -> None:
        self._runner = runner
        self._passed = [outcome for outcome in outcomes if outcome.status == "passed"]
        self._at_work: defaultdict[str, list[Case]] = defaultdict(list)
        self._of_checks: defaultdict[str, list[Case]] = defaultdict(list)
        for outcome in self._passed:
            if isinstance(outcome.answer, Advice):
                for rule in rules_at_work(outcome.answer):
                    self._at_work[rule].append(outcome.case)
            for name in {name for line in outcome.case.expect for name in line.names}:
                self._of_checks[name].append(outcome.case)

    def without(self, rule: Rule) -> Case | None:
        """A case that fails when the rule is not there."""
        return self._failing(rule, None, self._at_work[rule.id])

    def against(self, rule: Rule) -> Case | None:
        """A case that fails when the rule says the contrary."""
        changed = contrary(rule)
        if changed is None or changed.when == rule.when:
            return self._failing(rule, changed, self._at_work[rule.id])
        return self._failing(rule, changed, [*self._at_work[rule.id], *self._near(rule)])

    def without_stop(self, stop: Stop) -> Case | None:
        """A case that fails when the stop is not there: one that expects it."""
        return next((case for case in self._of_checks[stop.id] if any(line.kind == MET and stop.id in line.names for line in case.expect)), None)

    def without_check(self, check: Check) -> Case | None:
        """A case that fails when the check is not there: one that expects its finding."""
        return next(
            (case for case in self._of_checks[check.id] if any(line.kind == FINDING and check.id in line.names for line in case.expect)), None
        )

    def against_check(self, check: Check) -> Case | None:
        changed = replace(check, when=Not(check.when))
        return next((case for case in self._of_checks[check.id] if self._check_noticed(case, changed)), None)

    def _near(self, rule: Rule) -> list[Case]:
        """The cases in whose cells only the condition keeps the rule from holding."""
        cases = (outcome.case for outcome in self._passed if isinstance(outcome.answer, Advice))
        return [case for case in cases if case.brief is not None and ("when",) in stops(rule, case.brief, self._runner.advisor(case).edition)]

    def _failing(self, rule: Rule, changed: Rule | None, cases: Sequence[Case]) -> Case | None:
        return next((case for case in cases if self._noticed(case, rule, changed)), None)

    def _noticed(self, case: Case, rule: Rule, changed: Rule | None) -> bool:
        lines = deciding(case.expect, rule)
        if not lines or case.brief is None:
            return False
        answer = self._runner.advisor(case).with_rule(rule.id, changed).advise(case.brief)
        return any(misses(case, lines, answer))

    def _check_noticed(self, case: Case, changed: Check) -> bool:
        """Only the check itself is run: what others find is not asked."""
        tools = AuditTools(self._runner.rulebook, case.day)
        tools.checks = chosen_checks((changed,), case.day, Choice())
        lines = [replace(line, value=[changed.id]) for line in case.expect if changed.id in line.names]
        collected = Collected()
        collected.add(tools.audit(case.sources))
        return any(misses(case, lines, collected.audit(case.day, tools.checks, ())))


def deciding(lines: Sequence[Expectation], rule: Rule) -> tuple[Expectation, ...]:
    """The expectations that may tell whether a rule matters: for points, what an answer says first and of whom, never that a rule fired."""
    return tuple(line for line in lines if line.kind in ORDERING) if isinstance(rule.effect, Fits) else tuple(lines)


def contrary(rule: Rule) -> Rule | None:
    """The rule where its condition does not hold; of one without a condition, the contrary effect; None where it has none."""
    if rule.when != ALWAYS:
        return replace(rule, when=Not(rule.when))
    if isinstance(rule.effect, Fits):
        return replace(rule, effect=Fits({name: -points for name, points in rule.effect.points.items()}))
    if isinstance(rule.effect, Presence):
        return replace(rule, effect=Presence({name: 1 - share for name, share in rule.effect.shares.items()}))
    return None
