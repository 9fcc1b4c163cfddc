"""The mixture of plans with the highest coverage: the point whose tangent bounds whole plans best."""

from collections.abc import Sequence
from math import exp

from channelfit.method.plan_tangent import Exposure

_HALVINGS = 10
_STEPS = 40
_LEVEL = 1e-5  # a step that promises less coverage is not made
_NEGLIGIBLE = 1e-6  # a plan with a smaller part is let go


class Mixture:
    """Exposures of plans and their parts, which add up to 1; `at` is their mean."""

    def __init__(self, weights: Sequence[float]) -> None:
        self._weights = weights
        self._points: list[Exposure] = [[0.0] * len(weights)]
        self._parts = [1.0]
        self.at = self._points[0]

    @property
    def coverage(self) -> float:
        """Σ w (1 − e^−T) at the mean: no tangent has a lower bound."""
        return sum(weight * (1 - exp(-x)) for weight, x in zip(self._weights, self.at, strict=True))

    def join(self, point: Exposure) -> None:
        """One more plan, and the parts changed so that the coverage f(Σ part · T) is the highest.

        By pairwise Frank-Wolfe steps (Lacoste-Julien & Jaggi 2015, NeurIPS): from the plan that brings least to the one that brings most.
        """
        self._points.append(point)
        self._parts.append(0.0)
        for _ in range(_STEPS):
            slopes = [weight * exp(-x) for weight, x in zip(self._weights, self.at, strict=True)]
            worth = [sum(map(float.__mul__, slopes, other)) for other in self._points]
            best, worst = worth.index(max(worth)), worth.index(min(worth))
            if worth[best] - worth[worst] < _LEVEL:
                break
            self._shift(worst, best, slopes)
        self._parts, self._points = map(list, zip(*((part, x) for part, x in zip(self._parts, self._points, strict=True) if part), strict=True))

    def _shift(self, giver: int, taker: int, slopes: Sequence[float]) -> None:
        """Moves as much of one plan to another as helps, by bisection of the slope."""
        steps = [y - x for x, y in zip(self._points[giver], self._points[taker], strict=True)]
        rates = list(map(float.__mul__, slopes, steps))
        low, high = 0.0, self._parts[giver]
        if _rising(rates, steps, high):
            low = high
        for _ in range(_HALVINGS if low < high else 0):
            middle = (low + high) / 2
            low, high = (middle, high) if _rising(rates, steps, middle) else (low, middle)
        moved = self._parts[giver] if self._parts[giver] - low < _NEGLIGIBLE else low
        self._parts[giver] -= moved
        self._parts[taker] += moved
        self.at = [x + moved * step for x, step in zip(self.at, steps, strict=True)]


def _rising(rates: Sequence[float], steps: Sequence[float], part: float) -> bool:
    """Whether coverage still rises after so large a part of the way."""
    return sum(rate * exp(-part * step) for rate, step in zip(rates, steps, strict=True)) > 0
