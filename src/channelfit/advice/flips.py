"""The smallest single change that would put a channel first: of a presence, a fit, or a weight. Closed forms (method, §7)."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from math import fsum

from channelfit.advice.fit import fitness
from channelfit.advice.model import Advice, Contribution, Ranked
from channelfit.advice.outlook import Flip
from channelfit.advice.ranking import PERCENT
from channelfit.method.counterfactual import rise_needed, rounded_past, weight_needed
from channelfit.rulebook.model import Method

_WITHIN = 200  # what is said is at most one part in so many of the change beyond what is needed
_ROUNDING = 1e-12
DIGITS = range(2, 15)


class Flips:
    """Looks for what would put channels of one answer first."""

    def __init__(self, advice: Advice, method: Method) -> None:
        self._ranking = advice.ranking
        self._goals, self._audiences = advice.brief.goal_weights, advice.brief.audience_weights
        self._method = method

    def of(self, challenger: Ranked) -> Iterator[Flip]:
        """The smallest change of each kind, where one is enough: of a presence, of a fit, of a weight."""
        gap = (self._ranking[0].score - challenger.score) / PERCENT
        presences = (flip for name in self._audiences if (flip := self._presence(challenger, name, gap)) is not None)
        fits = (flip for row in challenger.contributions if (flip := self._fit(row, gap)) is not None)
        for found in (presences, fits, self._weights(challenger)):
            if (smallest := min(found, key=_size, default=None)) is not None:
                yield smallest

    def _presence(self, challenger: Ranked, audience: str, gap: float) -> Flip | None:
        """G / (v_a Σ_g w_g s); where judgements differ from goal to goal, their mean is what rises."""
        rows = [row for row in challenger.contributions if row.audience == audience]
        coefficient = fsum(row.weight * row.fit.value for row in rows)
        if coefficient <= 0:
            return None
        now = fsum(row.weight * row.fit.value * row.presence.share for row in rows) / coefficient
        rise = rise_needed(gap, coefficient, now)
        if rise is None:
            return None
        return Flip("presence", audience, ">=", _said(now, now + rise, lambda value: value <= 1), now, now + rise)

    def _fit(self, row: Contribution, gap: float) -> Flip | None:
        """The fewest whole points; a veto is no matter of points."""
        if row.fit.vetoes:
            return None
        rise = rise_needed(gap, row.weight * row.presence.share, row.fit.value)
        for points in range(row.fit.points + 1, self._method.points_limit + 1):
            if rise is not None and fitness(points, 0, self._method) >= row.fit.value + rise - _ROUNDING:
                return Flip("fit", f"{row.goal}/{row.audience}", ">=", points, row.fit.points, points)
        return None

    def _weights(self, challenger: Ranked) -> Iterator[Flip]:
        yield from self._of_weights(self._goals, challenger, lambda row: (row.goal, self._audiences[row.audience]))
        yield from self._of_weights(self._audiences, challenger, lambda row: (row.audience, self._goals[row.goal]))

    def _of_weights(self, weights: dict[str, float], challenger: Ranked, of: Callable[[Contribution], tuple[str, float]]) -> Iterator[Flip]:
        """One weight, the others rescaled; `of` gives the name that a row counts for, and what the row weighs there."""
        stated = list(weights.values())
        ours = _values(challenger, weights, of)
        differences = [
            [one - other for one, other in zip(ours, _values(rival, weights, of), strict=True)] for rival in self._ranking if rival is not challenger
        ]
        for place, name in enumerate(weights):
            needed = weight_needed(stated, place, differences)
            if needed is not None:
                value = _said(stated[place], needed, partial(_ahead, stated, place, differences))
                yield Flip("weight", name, ">=" if needed > stated[place] else "<=", value, stated[place], needed)


def _values(item: Ranked, names: dict[str, float], of: Callable[[Contribution], tuple[str, float]]) -> list[float]:
    """Σ v p s by goal, or Σ w p s by audience."""
    found = dict.fromkeys(names, 0.0)
    for row in item.contributions:
        name, weight = of(row)
        found[name] += weight * row.presence.share * row.fit.value
    return list(found.values())


def _ahead(weights: Sequence[float], place: int, differences: Sequence[Sequence[float]], value: float) -> bool:
    """Whether a weight of this value is one, and leaves nobody ahead."""
    if not 0 <= value <= 1:
        return False
    rest = (1 - value) / (1 - weights[place])
    changed = [value if index == place else weight * rest for index, weight in enumerate(weights)]
    return all(fsum(weight * better for weight, better in zip(changed, row, strict=True)) >= -_ROUNDING for row in differences)


def _said(now: float, needed: float, enough: Callable[[float], bool]) -> float:
    """The roundest value that is enough and hardly more than that."""
    for digits in DIGITS:
        value = rounded_past(now, needed, digits)
        if abs(value - needed) * _WITHIN <= abs(needed - now) and enough(value):
            return value
    return needed


def _size(flip: Flip) -> float:
    return abs(flip.needed - flip.now)
