"""Which checks still have to look at an account once its kind is known.

Most checks are settled by what is declared at all and by the few facts that take one of a handful of values (status,
channel, country): accounts alike in those share a plan, and only what is left is looked at one by one.
"""

from collections.abc import Sequence
from typing import TypeAlias

from channelfit.audit.examine import COUNTRY, Jurisdictions
from channelfit.audit.facts import Facts
from channelfit.audit.surroundings import Surroundings
from channelfit.audit.tally import Tally
from channelfit.conditions.holds import unknown_subjects
from channelfit.conditions.model import Condition, Known
from channelfit.conditions.partial import settle
from channelfit.rulebook.checks import Check

Key: TypeAlias = tuple[frozenset[str], tuple[Known | None, ...]]
KEPT = 5_000  # plans; past that they are made anew


class Plan:
    """What is left of each check for one sort of account."""

    def __init__(self) -> None:
        self.due: list[Check] = []
        self.open: list[tuple[Check, Condition, Condition | None]] = []
        self.decided: list[str] = []
        self.undeclared: list[tuple[str, tuple[str, ...]]] = []
        self.used = 0

    def count(self, tally: Tally) -> None:
        """Adds what this plan settled by itself, as often as it was used."""
        for check in self.decided:
            tally.decide(check, self.used)
        for check, fields in self.undeclared:
            tally.leave_open(check, fields, self.used)


class Planner:
    """Makes plans and keeps them."""

    def __init__(self, checks: Sequence[Check], surroundings: Surroundings, jurisdictions: Jurisdictions) -> None:
        self._checks = checks
        self._few = surroundings.few
        self._derivations = surroundings.derivations["account"]
        self._jurisdictions = jurisdictions
        self._plans: dict[Key, Plan] = {}
        self._read: dict[frozenset[str], tuple[str, ...]] = {}

    def plan(self, facts: Facts) -> Plan:
        names = frozenset(facts.given)
        read = self._read.get(names)
        if read is None:
            read = self._read[names] = tuple(sorted(names & self._few))
        key = (names, tuple([facts.given[name] for name in read]))
        plan = self._plans.get(key)
        if plan is None:
            plan = self._plans[key] = self._make(facts)
        plan.used += 1
        return plan

    def add_to(self, tally: Tally) -> None:
        """Adds up what the plans settled since the last time."""
        for plan in self._plans.values():
            plan.count(tally)
            plan.used = 0
        if len(self._plans) >= KEPT:
            self._plans.clear()

    def _make(self, facts: Facts) -> Plan:
        plan = Plan()
        for check in self._checks:
            self._place(check, facts, plan)
        return plan

    def _place(self, check: Check, facts: Facts, plan: Plan) -> None:
        def settled(name: str) -> bool:
            return self._is_settled(name, facts)

        here = self._jurisdictions.covers(check, facts.get(COUNTRY))
        due = settle(check.when, facts, settled)
        stopped = False if check.unless is None else settle(check.unless, facts, settled)
        if here is False or due is False or stopped is True:
            plan.decided.append(check.id)
        elif here is None:
            plan.undeclared.append((check.id, (COUNTRY,)))
        elif isinstance(due, Condition) or isinstance(stopped, Condition):
            plan.open.append((check, check.when if not isinstance(due, Condition) else due, stopped if isinstance(stopped, Condition) else None))
        elif due is None:
            plan.undeclared.append((check.id, tuple(dict.fromkeys(facts.missing(unknown_subjects(check.when, facts))))))
        else:
            plan.due.append(check)

    def _is_settled(self, name: str, facts: Facts) -> bool:
        """Whether accounts of this sort all have the same value: one of a few, the organisation's, or none at all."""
        if name in facts.given:
            return name in self._few
        derived = self._derivations.get(name)
        return derived is None or all(self._is_settled(operand, facts) for operand in (*derived.operands, *derived.same))
