"""The best plan within the hours, and what has to be given up where there is none."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct

from channelfit.method.plan_choices import least_cost
from channelfit.method.plan_frontier import BUDGET, BUDGET_EACH, Planner, solve
from channelfit.method.plan_price import most_for
from channelfit.method.plan_problem import Plan
from channelfit.method.plan_single import Solved
from channelfit.planning.instance import UNITS, Instance
from channelfit.planning.model import Duty, Point, Unmet
from channelfit.rulebook.model import PlanMethod


def best(asked: Instance, capacity: int) -> Solved:
    """The best plan; hours beyond all that there is to do change nothing."""
    return solve(asked.problem, min(capacity, asked.most))


class Kept(Struct, frozen=True):
    """What can be kept of duties and minima. `duties` are the units that all duties take at least."""

    instance: Instance
    required: tuple[Duty, ...]
    unpaid: tuple[Duty, ...]
    duties: int
    unmet: tuple[Unmet, ...]

    @property
    def whole(self) -> bool:
        return not (self.unpaid or self.unmet)


def kept(free: Instance, duties: Sequence[Duty], least: dict[str, float], capacity: int) -> Kept:
    """Duties are kept while there are hours for them, best ranked first; minima together, or none of them."""
    paid: list[Duty] = []
    for duty in duties:
        if _takes(free, [*paid, duty]) <= capacity:
            paid.append(duty)
    bound = free.choosing(paid)
    unpaid = tuple(duty for duty in duties if duty not in paid)
    together = best(bound, capacity) if least else None
    if together is None or together.plan is not None:
        return Kept(bound, tuple(paid), unpaid, _takes(free, duties), ())
    unmet = tuple(_unmet(bound, capacity, number, name, share, proven=together.proven) for number, (name, share) in enumerate(least.items()))
    return Kept(bound.without_minima(), tuple(paid), unpaid, _takes(free, duties), unmet)


def _takes(free: Instance, duties: Sequence[Duty]) -> int:
    units = least_cost(free.choosing(duties).problem)
    assert units is not None  # each duty has a channel left
    return units


def _unmet(bound: Instance, capacity: int, number: int, audience: str, least: float, *, proven: bool) -> Unmet:
    found = most_for(bound.problem, min(capacity, bound.most), number).plan
    assert found is not None  # the duties fit, and nothing else is asked
    return Unmet(audience, least, found.value, bound.named(found.levels), proven and found.gap == 0)


class Frontier(Struct, frozen=True):
    """The best plan for every half-hour, None where duties or minima leave none.

    `whole` are the first units with plans that keep to all that is asked, None where no hours are enough for that. Plans
    before it keep to what can be kept with the hours there are. `enough` are the first units with a whole plan to which an
    hour more adds less than it is worth. Levels come in lumps, so that a longer stretch may be worth its hours again:
    `lasting` are the first from then on where none in sight is.
    """

    plans: tuple[Plan | None, ...]
    enough: int | None
    lasting: int | None
    whole: int | None = 0

    def value(self, units: int) -> float | None:
        plan = self.plans[min(max(units, 0), len(self.plans) - 1)]
        return plan.value if plan is not None else None

    def at(self, capacity: int) -> Plan:
        found = self.plans[min(capacity, len(self.plans) - 1)]
        assert found is not None
        return found

    def partial(self, units: int) -> bool:
        """Whether a plan of so many units leaves aside something that is asked."""
        return self.whole is None or units < self.whole

    def first_with(self, objective: float, beside: int) -> int | None:
        """The fewest units that give so much, of plans that keep to as much as that of `beside` units; None where no plan does."""
        return next((units for units, plan in self._line(beside) if plan.value >= objective), None)

    def last_without(self, objective: float, beside: int) -> int | None:
        """The most units that give no more, likewise."""
        return max((units for units, plan in self._line(beside) if plan.value <= objective), default=None)

    def _line(self, beside: int) -> Iterator[tuple[int, Plan]]:
        side = self.partial(beside)
        return ((units, plan) for units, plan in enumerate(self.plans) if plan is not None and self.partial(units) == side)


def frontier(free: Instance, duties: Sequence[Duty], kept: Kept, capacity: int, method: PlanMethod) -> Frontier:
    """Plans for all hours up to those there are, and on until more are no longer worth it as far as one looks."""
    asked = free.choosing(duties)
    whole = 0 if kept.whole else _first_whole(asked)
    most = asked.most
    partly, wholly = Planner(kept.instance.problem, most), Planner(asked.problem, most)
    plans: list[Plan | None] = []
    line: list[Plan | None] = []  # of the plans by which enough is judged
    enough = lasting = None
    for units in range(most + 1):
        partial = whole is None or units < whole
        plans.append((partly if partial else wholly).solve(units, BUDGET if units == capacity else BUDGET_EACH).plan)
        line.append(None if partial and whole is not None else plans[-1])
        enough = _enough(line, method.enough, last=units == most) if enough is None else enough
        if enough is not None:
            lasting = _lasting(line, enough if lasting is None else lasting, method.enough)
            if units >= max(capacity, lasting + method.beyond * UNITS):
                break
    return Frontier(tuple(plans), enough, lasting, whole)


def _first_whole(asked: Instance) -> int | None:
    """The fewest units with a plan that keeps to all that is asked, by bisection: more units never keep less."""
    if best(asked, asked.most).plan is None:
        return None
    return bisect_left(range(asked.most), True, key=lambda units: best(asked, units).plan is not None)


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
    return Point(units / UNITS, plan.value, plan.value - (before or 0.0), bound.named(plan.levels), plan.gap, found.partial(units))
