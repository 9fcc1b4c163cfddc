"""The best plan within the hours, and what has to be given up where there is none."""

from collections.abc import Sequence

from msgspec import Struct

from channelfit.method.plan_frontier import BUDGET, BUDGET_EACH, Planner, Solved, solve
from channelfit.method.plan_price import most_for
from channelfit.method.plan_problem import Plan
from channelfit.planning.instance import UNITS, Instance
from channelfit.planning.model import Point, Unmet
from channelfit.rulebook.model import PlanMethod


def best(asked: Instance, capacity: int) -> Solved:
    """The best plan; hours beyond all that there is to do change nothing."""
    return solve(asked.problem, min(capacity, asked.most))


class Kept(Struct, frozen=True):
    """What can be kept of duties and minima. `duties` are the units that all duties take at least."""

    instance: Instance
    required: tuple[str, ...]
    unpaid: tuple[str, ...]
    duties: int
    unmet: tuple[Unmet, ...]


def kept(free: Instance, required: Sequence[str], least: dict[str, float], capacity: int) -> Kept:
    """Duties are kept while there are hours for them, best ranked first; minima together, or none of them."""
    lowest = {channel: min(level.cost for level in free.problem.channels[free.channels.index(channel)]) for channel in required}
    paid: list[str] = []
    for channel in required:
        if sum(lowest[other] for other in paid) + lowest[channel] <= capacity:
            paid.append(channel)
    bound = free.forced(paid)
    unpaid = tuple(channel for channel in required if channel not in paid)
    together = best(bound, capacity) if least else None
    if together is None or together.plan is not None:
        return Kept(bound, tuple(paid), unpaid, sum(lowest.values()), ())
    unmet = tuple(_unmet(bound, capacity, number, name, share, proven=together.proven) for number, (name, share) in enumerate(least.items()))
    return Kept(bound.without_minima(), tuple(paid), unpaid, sum(lowest.values()), unmet)


def _unmet(bound: Instance, capacity: int, number: int, audience: str, least: float, *, proven: bool) -> Unmet:
    found = most_for(bound.problem, min(capacity, bound.most), number).plan
    assert found is not None  # the duties fit, and nothing else is asked
    return Unmet(audience, least, found.value, bound.named(found.levels), proven and found.gap == 0)


class Frontier(Struct, frozen=True):
    """The best plan for every half-hour, None where duties or minima leave none.

    `enough` are the first units with a plan to which an hour more adds less than it is worth. Levels come in lumps, so that
    a longer stretch may be worth its hours again: `lasting` are the first from then on where none in sight is.
    """

    plans: tuple[Plan | None, ...]
    enough: int | None
    lasting: int | None

    def value(self, units: int) -> float | None:
        plan = self.plans[min(max(units, 0), len(self.plans) - 1)]
        return plan.value if plan is not None else None

    def at(self, capacity: int) -> Plan:
        found = self.plans[min(capacity, len(self.plans) - 1)]
        assert found is not None
        return found

    def units_for(self, objective: float) -> int | None:
        """The fewest units that give so much; None where no plan of the frontier does."""
        return next((units for units, plan in enumerate(self.plans) if plan is not None and plan.value >= objective), None)


def frontier(bound: Instance, capacity: int, method: PlanMethod) -> Frontier:
    """Plans for all hours up to those there are, and on until more are no longer worth it as far as one looks."""
    most = bound.most
    planner = Planner(bound.problem, most)
    plans: list[Plan | None] = []
    enough = lasting = None
    for units in range(most + 1):
        plans.append(planner.solve(units, BUDGET if units == capacity else BUDGET_EACH).plan)
        enough = _enough(plans, method.enough, last=units == most) if enough is None else enough
        if enough is not None:
            lasting = _lasting(plans, enough if lasting is None else lasting, method.enough)
            if units >= max(capacity, lasting + method.beyond * UNITS):
                break
    return Frontier(tuple(plans), enough, lasting)


def _enough(plans: Sequence[Plan | None], worth: float, last: bool) -> int | None:
    """The units an hour ago, if the hour since adds too little; where everything is in the plan, nothing adds any more."""
    now, here = plans[-1], plans[-1 - UNITS] if len(plans) > UNITS else None
    if here is not None and now is not None and here.cost and now.value - here.value < worth:
        return len(plans) - 1 - UNITS
    return len(plans) - 1 if last and now is not None else None


def _lasting(plans: Sequence[Plan | None], start: int, worth: float) -> int:
    """The first units from `start` on after which no stretch is worth its hours."""
    values = [plan.value if plan is not None else 0.0 for plan in plans]
    per_unit = worth / UNITS
    slack = [value - per_unit * units for units, value in enumerate(values)]
    return next((units for units in range(start, len(plans)) if all(further < slack[units] for further in slack[units + 1 :])), len(plans) - 1)


def points(bound: Instance, found: Frontier) -> tuple[Point, ...]:
    """The frontier from the first half-hour on."""
    return tuple(_point(bound, found, units, plan) for units, plan in enumerate(found.plans) if units and plan is not None)


def _point(bound: Instance, found: Frontier, units: int, plan: Plan) -> Point:
    before = found.value(units - UNITS) if units >= UNITS else 0.0
    return Point(units / UNITS, plan.value, plan.value - (before or 0.0), bound.named(plan.levels), plan.gap)
