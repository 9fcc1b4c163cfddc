"""What a plan's constraints cost, how far a minimum can be met, and when more hours stop paying."""

from collections.abc import Sequence
from typing import NamedTuple

from channelfit.method.plan_frontier import BUDGET, solve
from channelfit.method.plan_problem import Problem
from channelfit.method.plan_single import Solved


class Price(NamedTuple):
    """Coverage lost by a constraint; `plan` is the best under it, with none where it cannot be met.

    `loss` is None then. It is certain within `margin`, which is 0 where both plans were proven best.
    """

    loss: float | None
    margin: float
    plan: Solved


def price(problem: Problem, capacity: int, channel: int, limits: tuple[int, int], budget: int = BUDGET) -> Price:
    """The price of keeping a channel between two levels: (1, highest) forces it in, (0, 0) forces it out."""
    return _price(solve(problem, capacity, budget), solve(problem.limited(channel, *limits), capacity, budget))


def price_of_minima(problem: Problem, capacity: int, budget: int = BUDGET) -> Price:
    """The price of all minima together."""
    return _price(solve(problem._replace(minima=()), capacity, budget), solve(problem, capacity, budget))


def _price(free: Solved, bound: Solved) -> Price:
    if free.plan is None or bound.plan is None:
        return Price(None, 0.0, bound)
    return Price(max(0.0, free.plan.value - bound.plan.value), max(free.plan.gap, bound.plan.gap), bound)


def most_for(problem: Problem, capacity: int, minimum: int, budget: int = BUDGET) -> Solved:
    """The plan with the most of what one minimum asks, the other minima left aside: the best that can be had of it."""
    return solve(problem._replace(weights=problem.minima[minimum].weights, minima=()), capacity, budget)


def enough(values: Sequence[float], step: int, worth: float) -> int | None:
    """The first capacity from which `step` more units add less than `worth` coverage; None where there is none.

    `values` are those of a frontier, by units from 0. It is a stated threshold, not a knee that was detected.
    """
    pairs = zip(values, values[step:], strict=False)
    return next((units for units, (here, further) in enumerate(pairs) if further - here < worth), None)
