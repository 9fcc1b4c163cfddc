"""What a plan chooses between: channels at levels, within a capacity, for the coverage of weighted cells.

    max Σ_k w_k [1 − Π_c (1 − r_kc,level(c))]   subject to   Σ cost ≤ capacity, limits, minima, choices

Costs and capacities are whole units, say half-hours a week; level 0 is off, costs nothing and reaches nobody.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import fsum
from typing import NamedTuple

ROUNDING = 1e-10
"""Values closer than this are taken as equal; what is proven is proven within it."""


class Level(NamedTuple):
    """What a level costs, in units, and the share of each cell it reaches, 0 to 1."""

    cost: int
    reach: tuple[float, ...]


class Minimum(NamedTuple):
    """Σ_k weight_k · coverage_k must be at least this: for an audience, the parts of its strata in it."""

    weights: tuple[float, ...]
    least: float


class Problem(NamedTuple):
    """`weights` by cell; `channels` with their levels above 0; `limits`: the lowest and highest level allowed to some.

    `choices` are sets of channels of each of which one at least is on.
    """

    weights: tuple[float, ...]
    channels: tuple[tuple[Level, ...], ...]
    limits: Mapping[int, tuple[int, int]] = {}
    minima: tuple[Minimum, ...] = ()
    choices: tuple[tuple[int, ...], ...] = ()

    def limit(self, channel: int) -> tuple[int, int]:
        return self.limits.get(channel, (0, len(self.channels[channel])))

    def limited(self, channel: int, lowest: int, highest: int) -> "Problem":
        """The same with one channel kept between two levels: forced in from 1, forced out to 0."""
        return self._replace(limits={**self.limits, channel: (lowest, highest)})

    def chosen(self, levels: Sequence[int]) -> Iterator[Level]:
        """The levels above 0 of a plan."""
        return (channel[level - 1] for channel, level in zip(self.channels, levels, strict=True) if level)


class Plan(NamedTuple):
    """A level by channel, the coverage it gives, what it costs, and a proven bound on any plan's coverage."""

    levels: tuple[int, ...]
    value: float
    cost: int
    bound: float

    @property
    def gap(self) -> float:
        """How much better another plan might be at most; 0 for a plan proven best."""
        return self.bound - self.value if self.bound - self.value > ROUNDING else 0.0


def half_hours(hours: float) -> int:
    """Hours as whole half-hours. Raises ValueError where they are not."""
    units = round(hours * 2)
    if abs(units - hours * 2) > ROUNDING or units < 0:
        raise ValueError(hours)
    return units


def coverage(problem: Problem, levels: Sequence[int]) -> list[float]:
    """1 − Π(1 − r), by cell."""
    missed = [1.0] * len(problem.weights)
    for level in problem.chosen(levels):
        missed = [left * (1 - share) for left, share in zip(missed, level.reach, strict=True)]
    return [1 - left for left in missed]


def weighted(weights: Sequence[float], covered: Sequence[float]) -> float:
    return fsum(weight * share for weight, share in zip(weights, covered, strict=True))


def value(problem: Problem, levels: Sequence[int]) -> float:
    return weighted(problem.weights, coverage(problem, levels))


def cost(problem: Problem, levels: Sequence[int]) -> int:
    return sum(level.cost for level in problem.chosen(levels))


def feasible(problem: Problem, levels: Sequence[int], capacity: int) -> bool:
    """Whether a plan keeps to the capacity, the limits, the minima and the choices."""
    covered = coverage(problem, levels)
    limits = (problem.limit(channel) for channel in range(len(levels)))
    return (
        cost(problem, levels) <= capacity
        and all(lowest <= level <= highest for level, (lowest, highest) in zip(levels, limits, strict=True))
        and all(any(levels[channel] for channel in choice) for choice in problem.choices)
        and all(weighted(minimum.weights, covered) >= minimum.least - ROUNDING for minimum in problem.minima)
    )
