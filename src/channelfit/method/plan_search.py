"""Branch and bound over channels, depth first, with several tangents at once."""

from collections.abc import Sequence

from channelfit.method.plan_order import Ordered
from channelfit.method.plan_problem import ROUNDING, weighted
from channelfit.method.plan_tangent import NOWHERE, Tangent

Sides = list[float]
"""By tangent: its constant and the gains of what was chosen so far."""


class Search:
    """One search: it starts from the best plan known, if any, and ends with the best there is, or out of nodes.

    `tangents` bound the objective, `floors` each minimum (by its index); `open_bound` is the best that was not looked at.
    """

    def __init__(self, ordered: Ordered, tangents: Sequence[Tangent], floors: Sequence[tuple[int, Tangent]], budget: int) -> None:
        self._problem, self._twins = ordered.problem, ordered.twins
        self._tangents, self._floors = tangents, floors
        channels = range(len(self._problem.channels))
        self._limits = [self._problem.limit(channel) for channel in channels]
        self._last_forced = max((channel for channel in channels if self._limits[channel][0] > 0), default=-1)
        self._missed = [[[1 - share for share in level.reach] for level in channel] for channel in self._problem.channels]
        self._levels = [0] * len(channels)
        self._whole = sum(self._problem.weights)
        self.nodes_left = budget
        self.best: list[int] | None = None
        self.value = NOWHERE
        self.open_bound = NOWHERE

    def run(self, capacity: int) -> None:
        """Looks at all plans that may be better than the best known by more than ROUNDING."""
        sides = [tangent.constant for tangent in self._tangents]
        floors = [tangent.constant for _, tangent in self._floors]
        self._node(0, capacity, [1.0] * len(self._problem.weights), sides, floors)

    def _node(self, start: int, left: int, missed: list[float], sides: Sides, floors: Sides) -> None:
        self.nodes_left -= 1
        if start > self._last_forced:
            self._try(missed)
        for channel in range(start, len(self._levels)):
            if self._bound(channel, left, sides) <= self.value + ROUNDING or not self._high_enough(channel, left, floors):
                return
            self._children(channel, left, missed, sides, floors)
            if self._limits[channel][0] > 0:
                return

    def _children(self, channel: int, left: int, missed: list[float], sides: Sides, floors: Sides) -> None:
        """The channel at each of its levels above 0, the highest first."""
        lowest, highest = self._limits[channel]
        if self._twins[channel]:
            highest = min(highest, self._levels[channel - 1])
        for level in range(highest, max(lowest, 1) - 1, -1):
            remaining = left - self._problem.channels[channel][level - 1].cost
            if remaining < 0:
                continue
            after = [side + tangent.gains[channel][level] for side, tangent in zip(sides, self._tangents, strict=True)]
            bound = self._bound(channel + 1, remaining, after)
            if bound <= self.value + ROUNDING:
                continue
            reached = [side + tangent.gains[channel][level] for side, (_, tangent) in zip(floors, self._floors, strict=True)]
            if not self._high_enough(channel + 1, remaining, reached):
                continue
            if self.nodes_left <= 0:
                self.open_bound = max(self.open_bound, bound)
                continue
            self._levels[channel] = level
            self._node(channel + 1, remaining, [m * k for m, k in zip(missed, self._missed[channel][level - 1], strict=True)], after, reached)
            self._levels[channel] = 0

    def _bound(self, channel: int, left: int, sides: Sides) -> float:
        """The best that channels from this one on can make of it."""
        return min(side + tangent.after[channel][left] for side, tangent in zip(sides, self._tangents, strict=True))

    def _high_enough(self, channel: int, left: int, floors: Sides) -> bool:
        """Whether every minimum can still be met."""
        return all(
            side + tangent.after[channel][left] >= self._problem.minima[index].least - ROUNDING
            for side, (index, tangent) in zip(floors, self._floors, strict=True)
        )

    def _try(self, missed: list[float]) -> None:
        value = self._whole - sum(map(float.__mul__, self._problem.weights, missed))
        if value > self.value + ROUNDING or self.best is None:
            covered = [1 - left for left in missed]
            if all(weighted(minimum.weights, covered) >= minimum.least - ROUNDING for minimum in self._problem.minima):
                self.value, self.best = value, self._levels.copy()
