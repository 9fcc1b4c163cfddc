"""Which checks still have to look at an account once its kind is known.

Most checks are settled by what is declared at all, what is declared absent, and the few facts that take one of a handful
of values (status, channel, country): accounts alike in those share a plan, and only what is left is looked at one by one.
"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from channelfit.audit.examine import COUNTRY, Jurisdictions, missing
from channelfit.audit.facts import Facts
from channelfit.audit.left import Left, Open
from channelfit.audit.surroundings import Surroundings
from channelfit.audit.tally import Tally
from channelfit.conditions.holds import subjects
from channelfit.conditions.model import ABSENT, Against, Compare, Condition, Known
from channelfit.conditions.partial import settle
from channelfit.inventory.model import records_in
from channelfit.rulebook.checks import Check

Key: TypeAlias = tuple[frozenset[str], frozenset[str], tuple[Known | None, ...]]
OF_DECLARATION = ("known", "none")
KEPT = 5_000  # plans; past that they are made anew


class Plan:
    """What is left of each check for one sort of account."""

    def __init__(self) -> None:
        self.due: list[Check] = []
        self.open: list[Open] = []
        self.items: list[Check] = []
        self.decided: list[str] = []
        self.undeclared: list[tuple[str, tuple[str, ...]]] = []
        self.used = 0

    def count(self, tally: Tally) -> None:
        """Adds what this plan settled by itself, as often as it was used."""
        for check_id in self.decided:
            tally.decide(check_id, self.used)
        for check in self.due:
            tally.decide(check.id, self.used)
        for check_id, fields in self.undeclared:
            tally.leave_open(check_id, fields, self.used)
        for left in self.open:
            left.count(tally)


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
        given = facts.given
        names = frozenset(given)
        read = self._read.get(names)
        if read is None:
            read = self._read[names] = tuple(sorted(names & self._few))
        absent = frozenset([name for name, value in given.items() if value == ABSENT])
        key = (names, absent, tuple([given[name] for name in read]))
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
        if check.over is not None:
            self._place_list(check, check.over, facts, plan)
            return
        here = self._jurisdictions.covers(check, facts.get(COUNTRY))
        due = settle(check.when, facts, lambda compare: self._settles(compare, facts))
        stopped = False if check.unless is None else settle(check.unless, facts, lambda compare: self._settles(compare, facts))
        if here is False or due is False or stopped is True:
            plan.decided.append(check.id)
        elif isinstance(due, Condition) or isinstance(stopped, Condition):
            when = due if isinstance(due, Condition) else check.when
            left = Left(when, stopped if isinstance(stopped, Condition) else None, nowhere=here is None)
            plan.open.append(Open(check, left, self._read_by(left, facts)))
        elif here is None:
            plan.undeclared.append((check.id, (COUNTRY,)))
        elif due is None:
            plan.undeclared.append((check.id, missing(check, facts)))
        else:
            plan.due.append(check)

    def _place_list(self, check: Check, over: str, facts: Facts, plan: Plan) -> None:
        """A check on the items of a list: no list, or an empty one, settles it."""
        listed = facts.get(over)
        if listed is None:
            plan.undeclared.append((check.id, tuple(facts.missing([over]))))
        elif not listed:
            plan.decided.append(check.id)
        else:
            plan.items.append(check)

    def _read_by(self, left: Left, facts: Facts) -> tuple[str, ...] | None:
        """The declared fields that what is left of a check depends on, for accounts of this sort; None where one holds records."""
        names = [*subjects(left.when), *(() if left.unless is None else subjects(left.unless))]
        reads = tuple(sorted({field for name in names for field in self._fields(name, facts)}))
        return None if any(True for field in reads for _ in records_in(facts.given[field])) else reads

    def _fields(self, name: str, facts: Facts) -> Iterator[str]:
        if name in facts.given:
            yield name
        elif name in self._derivations:
            derived = self._derivations[name]
            for operand in (*derived.operands, *derived.same):
                yield from self._fields(operand, facts)

    def _settles(self, compare: Compare | Against, facts: Facts) -> bool:
        """Whether a comparison has the same answer for all accounts of this sort."""
        if isinstance(compare, Against):
            return self._is_settled(compare.subject, facts) and self._is_settled(compare.other, facts)
        return self._is_settled(compare.subject, facts) or (compare.operator in OF_DECLARATION and compare.subject in facts.given)

    def _is_settled(self, name: str, facts: Facts) -> bool:
        """Whether accounts of this sort all have the same value: one of a few, the organisation's, absent, or none at all."""
        if name in facts.given:
            return name in self._few or facts.given[name] == ABSENT
        derived = self._derivations.get(name)
        return derived is None or all(self._is_settled(operand, facts) for operand in (*derived.operands, *derived.same))
