"""The order in which the search looks at channels: the best value for its cost first, equal channels side by side."""

from collections.abc import Sequence
from typing import NamedTuple

from channelfit.method.plan_problem import Level, Problem, weighted


class Ordered(NamedTuple):
    """The problem with its channels in the order of the search; `twins[c]`: the same in all as the one before it."""

    problem: Problem
    order: list[int]
    twins: list[bool]

    def restored(self, levels: Sequence[int]) -> tuple[int, ...]:
        """Levels in the order of the problem as it was given."""
        found = [0] * len(levels)
        for place, level in zip(self.order, levels, strict=True):
            found[place] = level
        return tuple(found)

    def arranged(self, levels: Sequence[int]) -> list[int]:
        """Levels in the order of the search, equal channels in falling order."""
        return [levels[place] for place in self.order]


def ordered(problem: Problem) -> Ordered:
    order = sorted(range(len(problem.channels)), key=lambda channel: (-_worth(problem, channel), _same(problem, channel), channel))
    channels = tuple(problem.channels[channel] for channel in order)
    limits = {place: problem.limits[channel] for place, channel in enumerate(order) if channel in problem.limits}
    twins = [place > 0 and _same(problem, channel) == _same(problem, order[place - 1]) for place, channel in enumerate(order)]
    return Ordered(problem._replace(channels=channels, limits=limits), order, twins)


def _same(problem: Problem, channel: int) -> tuple[tuple[Level, ...], tuple[int, int]]:
    return problem.channels[channel], problem.limit(channel)


def _worth(problem: Problem, channel: int) -> float:
    """The best coverage alone a unit; a level that costs nothing comes first."""
    return max(
        (weighted(problem.weights, level.reach) / level.cost if level.cost else float("inf") for level in problem.channels[channel]), default=0.0
    )
