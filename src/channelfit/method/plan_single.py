"""The best plan for a capacity where nothing is left to choice: tangents where they are needed, then a search."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from channelfit.method.plan_mixture import Mixture
from channelfit.method.plan_order import Ordered, ordered
from channelfit.method.plan_problem import ROUNDING, Plan, Problem, cost, feasible, value
from channelfit.method.plan_search import Search
from channelfit.method.plan_tangent import NOWHERE, Exposure, Exposures, Tangent

USED = 5  # tangents in a search
AHEAD = 2  # capacities a tangent serves besides the one it was made for
COARSE, FINE = 1e-3, 3e-5  # how near to the lowest bound there can be, at first and where a trial search did not end
TRIAL = 300  # nodes of a trial search
REFINED = 20  # tangents made for a capacity at most


class Solved(NamedTuple):
    """`plan` is None where no plan was found; `proven` tells whether that, or its being the best, is certain."""

    plan: Plan | None
    proven: bool


class Single:
    """Plans for capacities of up to so many units, lowest first: what is learnt at one serves the next."""

    def __init__(self, problem: Problem, capacity: int) -> None:
        self._given = problem
        self._ordered: Ordered = ordered(problem)
        self._exposures = Exposures(self._ordered.problem)
        self._capacity = capacity
        self._tangents: list[Tangent] = []
        self._floors = [
            (index, self._exposures.tangent(at, minimum.weights, capacity))
            for index, minimum in enumerate(problem.minima)
            for at in self._levelled(minimum.weights, capacity)
        ]
        self._mixture = Mixture(problem.weights)
        self._best: list[int] | None = None
        self._value = NOWHERE

    def solve(self, capacity: int, budget: int) -> Solved:
        """The best plan within the capacity; its gap is what the budget left unproven. The capacity may not fall from call to call."""
        self._tangents = [tangent for tangent in self._tangents if tangent.capacity >= capacity]
        open_bound = NOWHERE
        for near, nodes in ((COARSE, min(TRIAL, budget)), (FINE, budget)):
            if not self._refine(capacity, near):
                return Solved(None, proven=True)
            open_bound = self._search(capacity, nodes)
            if open_bound <= self._value + ROUNDING:
                break
        if self._best is None:
            return Solved(None, proven=open_bound == NOWHERE)
        return self._told(self._best, max(self._value, open_bound))

    def _search(self, capacity: int, nodes: int) -> float:
        """Looks for a better plan; what comes back bounds the plans that were not looked at."""
        tangents = sorted(self._tangents, key=lambda tangent: tangent.bound(capacity))[:USED]
        search = Search(self._ordered, tangents, self._floors, nodes)
        search.best, search.value = self._best, self._value
        search.run(capacity)
        self._best, self._value = search.best, search.value
        return search.open_bound

    def _told(self, best: Sequence[int], bound: float) -> Solved:
        levels = self._ordered.restored(best)
        plan = Plan(levels, value(self._given, levels), cost(self._given, levels), bound)
        return Solved(plan, proven=plan.gap == 0)

    def _refine(self, capacity: int, near: float) -> bool:
        """Tangents until one is as low as they get: at the mixture of plans with the highest coverage. False if limits cannot be kept.

        Whole plans met on the way are kept if they are better.
        """
        for _ in range(REFINED):
            tangent = self._exposures.tangent(self._mixture.at, self._given.weights, min(self._capacity, capacity + AHEAD))
            bound = tangent.bound(capacity)
            if bound == NOWHERE:
                return False
            self._tangents.append(tangent)
            chosen = self._consider(tangent, capacity)
            if bound <= max(self._mixture.coverage + near, self._value + ROUNDING):
                break
            self._mixture.join(self._exposures.of(chosen))
        return True

    def _consider(self, tangent: Tangent, capacity: int) -> list[int]:
        """The plan the tangent would choose, kept as the best if it is."""
        levels = self._exposures.completion(tangent, capacity)
        problem = self._ordered.problem
        reached = value(problem, levels)
        if reached > self._value + ROUNDING and feasible(problem, levels, capacity):
            self._best, self._value = levels, reached
        return levels

    def _levelled(self, weights: Sequence[float], capacity: int) -> Iterator[Exposure]:
        """Points at which tangents of a minimum are taken: nothing, and towards its own best plan."""
        at = [0.0] * len(weights)
        yield at
        for share in (1.0, 0.5):
            tangent = self._exposures.tangent(at, weights, capacity)
            if tangent.bound(capacity) == NOWHERE:
                return
            towards = self._exposures.of(self._exposures.completion(tangent, capacity))
            at = [x + share * (y - x) for x, y in zip(at, towards, strict=True)]
            yield at
