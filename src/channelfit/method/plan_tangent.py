"""Upper bounds on coverage: a tangent of the concave objective, completed exactly by a multiple-choice knapsack.

With T_k = Σ −log(1 − r), coverage is f(T) = Σ w_k (1 − e^{−T_k}), which is concave. At any T⁰ its tangent
f(T⁰) + Σ w_k e^{−T⁰_k} (T_k − T⁰_k) is above it, and adds up over channels: a table over the units left gives its best value.
"""

from collections.abc import Sequence
from math import exp, log1p
from typing import NamedTuple

from channelfit.method.plan_problem import Problem

NOWHERE = float("-inf")
_WHOLE = 1 - 1e-13  # a cell reached whole has an infinite logarithm

Exposure = list[float]
"""T by cell."""


class Tangent(NamedTuple):
    """`constant` + Σ `gains[c][level]` is never below the objective; `after[c][units]` is the most that channels from c on add.

    NOWHERE where limits cannot be kept with so few units.
    """

    constant: float
    gains: list[list[float]]
    after: list[list[float]]

    @property
    def capacity(self) -> int:
        """The largest capacity it was completed for."""
        return len(self.after[0]) - 1

    def bound(self, capacity: int) -> float:
        return self.constant + self.after[0][capacity]


class Exposures:
    """−log(1 − r) of a problem's channels and levels, and the tangents made of them."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self._nothing = [0.0] * len(problem.weights)
        self._logs = [[[-log1p(-min(share, _WHOLE)) for share in level.reach] for level in channel] for channel in problem.channels]
        self._costs = [[level.cost for level in channel] for channel in problem.channels]
        self._limits = [problem.limit(channel) for channel in range(len(problem.channels))]

    def of(self, levels: Sequence[int]) -> Exposure:
        """T of a plan."""
        rows = [logs[level - 1] for logs, level in zip(self._logs, levels, strict=True) if level]
        return list(map(sum, zip(self._nothing, *rows, strict=True)))

    def tangent(self, at: Exposure, weights: Sequence[float], capacity: int) -> Tangent:
        """The tangent at T⁰ of the coverage with these weights, completed for capacities up to this one."""
        slopes = [weight * exp(-x) for weight, x in zip(weights, at, strict=True)]
        constant = sum(weights) - sum(slope * (1 + x) for slope, x in zip(slopes, at, strict=True))
        gains = [[0.0, *(sum(map(float.__mul__, slopes, row)) for row in channel)] for channel in self._logs]
        return Tangent(constant, gains, self._completed(gains, capacity))

    def _completed(self, gains: list[list[float]], capacity: int) -> list[list[float]]:
        """The knapsack over units, from the last channel back to the first."""
        row = [0.0] * (capacity + 1)
        rows = [row]
        for gain, costs, (lowest, highest) in zip(reversed(gains), reversed(self._costs), reversed(self._limits), strict=True):
            following, row = row, row if lowest == 0 else [NOWHERE] * len(row)
            for level in range(max(1, lowest), highest + 1):
                row = _better(row, following, costs[level - 1], gain[level])
            rows.append(row)
        rows.reverse()
        return rows

    def completion(self, tangent: Tangent, capacity: int) -> list[int]:
        """A plan that attains the tangent's bound; one must exist."""
        levels = []
        for channel, (lowest, highest) in enumerate(self._limits):
            following, gain, costs = tangent.after[channel + 1], tangent.gains[channel], (0, *self._costs[channel])
            level = max(
                (level for level in range(lowest, highest + 1) if costs[level] <= capacity),
                key=lambda level: gain[level] + following[capacity - costs[level]],
            )
            levels.append(level)
            capacity -= costs[level]
        return levels


def _better(row: list[float], following: list[float], cost: int, gain: float) -> list[float]:
    """The row where a level that costs so much is taken wherever that is better."""
    taken = [before + gain for before in following]
    return row[:cost] + [one if one > other else other for one, other in zip(row[cost:], taken, strict=False)]  # noqa: FURB136 (max takes three times as long)
