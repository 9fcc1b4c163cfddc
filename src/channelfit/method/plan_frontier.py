"""The best plan for a capacity, and for every capacity."""

from collections.abc import Sequence

from channelfit.method.plan_choices import ways
from channelfit.method.plan_problem import Plan, Problem
from channelfit.method.plan_single import Single, Solved

BUDGET = 20_000  # nodes of a single plan
BUDGET_EACH = 1_000  # nodes of each plan of a frontier


class Planner:
    """Plans for capacities of up to so many units, lowest first. Each way to meet the choices is a problem of its own: few, and each is quick."""

    def __init__(self, problem: Problem, capacity: int) -> None:
        self._most = sum(problem.weights)
        self._ways = [Single(way, capacity) for way in ways(problem)]

    def solve(self, capacity: int, budget: int) -> Solved:
        """The best plan within the capacity; its gap is what the budget, of each way, left unproven. The capacity may not fall from call to call."""
        return _best([way.solve(capacity, budget) for way in self._ways], self._most)


def _best(found: Sequence[Solved], most: float) -> Solved:
    """The best of all ways; where a search found nothing and was not at its end, as good as `most` might be possible."""
    plans = [solved.plan for solved in found if solved.plan is not None]
    proven = all(solved.proven for solved in found)
    if not plans:
        return Solved(None, proven)
    best = max(plans, key=lambda plan: plan.value)
    open_bound = max((most for solved in found if solved.plan is None and not solved.proven), default=best.value)
    plan = Plan(best.levels, best.value, best.cost, max(open_bound, *(plan.bound for plan in plans), best.value))
    return Solved(plan, proven=plan.gap == 0)


def solve(problem: Problem, capacity: int, budget: int = BUDGET) -> Solved:
    """The best plan within a capacity, exact unless the budget of nodes runs out. Raises ValueError for a negative capacity."""
    if capacity < 0:
        raise ValueError(capacity)
    return Planner(problem, capacity).solve(capacity, budget)


def frontier(problem: Problem, capacity: int, budget: int = BUDGET_EACH) -> list[Solved]:
    """The best plan for 0, 1, ... units up to the capacity; never less for more."""
    planner = Planner(problem, capacity)
    return [planner.solve(units, budget) for units in range(capacity + 1)]
