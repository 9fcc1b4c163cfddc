"""Two arms compared: an interval for the difference, and what is believed of it."""

from collections.abc import Callable
from functools import lru_cache
from math import exp, fsum, log, sqrt
from typing import NamedTuple

from channelfit.method.beta import Beta
from channelfit.method.incomplete_beta import log_beta
from channelfit.method.proportion import wilson_interval

_NODES = 2_000
_GRIDS = 16  # kept: a chart asks the same one for every bar
_UNSEEN = 1e-16
_REACH = 40.0  # log-odds beyond which a share is 0 or 1


class Believed(NamedTuple):
    """P(B > A), and the share given away on average by choosing either arm where the other one is better."""

    b_is_better: float
    loss_choosing_a: float
    loss_choosing_b: float


def newcombe(one: tuple[int, int], other: tuple[int, int], confidence: float) -> tuple[float, float]:
    """An interval for x₁/n₁ − x₂/n₂ from two Wilson intervals (Newcombe 1998, Statistics in Medicine 17:873-890, method 10).

    Each arm is (successes, trials). Raises ValueError for impossible counts.
    """
    (x1, n1), (x2, n2) = one, other
    (low1, high1), (low2, high2) = wilson_interval(x1, n1, confidence), wilson_interval(x2, n2, confidence)
    p1, p2 = x1 / n1, x2 / n2
    return p1 - p2 - sqrt((p1 - low1) ** 2 + (high2 - p2) ** 2), p1 - p2 + sqrt((high1 - p1) ** 2 + (p2 - low2) ** 2)


def believed(a: Beta, b: Beta) -> Believed:
    """P(B > A) and the expected losses: E(A−B)⁺ = E A · P(A' > B) − E B · P(A > B'), where a dash is one success more (Stucchio 2015)."""
    return Believed(probability_greater(b, a), _loss(a, b), _loss(b, a))


def _loss(chosen: Beta, other: Beta) -> float:
    """E(other − chosen)⁺."""
    better = probability_greater(_one_more(other), chosen)
    return other.mean * better - chosen.mean * probability_greater(other, _one_more(chosen))


def _one_more(known: Beta) -> Beta:
    return Beta(known.alpha + 1, known.beta)


def probability_greater(one: Beta, other: Beta) -> float:
    """P(one > other): Evan Miller's finite sum where α of one is whole, an integral otherwise."""
    if one.alpha != int(one.alpha):
        return 1 - expected(one, lambda x: 1 - other.below(x))
    base = log_beta(other.alpha, other.beta)
    return fsum(
        exp(log_beta(other.alpha + i, other.beta + one.beta) - log(one.beta + i) - log_beta(1 + i, one.beta) - base) for i in range(int(one.alpha))
    )


def difference_below(a: Beta, b: Beta, limit: float) -> float:
    """P(B − A < limit): with a limit on either side, how likely the difference is too small to matter."""
    return expected(a, lambda x: b.below(x + limit))


def expected(known: Beta, of: Callable[[float], float]) -> float:
    """E f(p) by the trapezium rule on the log-odds scale, where the density is smooth; within 1e-6 for smooth f."""
    return fsum(weight * of(place) for place, weight in _grid(known))


@lru_cache(_GRIDS)
def _grid(known: Beta) -> tuple[tuple[float, float], ...]:
    """Places with their weights, which add up to 1; those that no sum of doubles would notice are left out."""
    middle, breadth = log(known.alpha / known.beta), sqrt(1 / known.alpha + 1 / known.beta)
    start, end = max(-_REACH, middle - 12 * breadth), min(_REACH, middle + 12 * breadth)
    places = [1 / (1 + exp(-(start + (end - start) * node / _NODES))) for node in range(_NODES + 1)]
    weights = [known.density(x) * x * (1 - x) for x in places]
    whole, least = fsum(weights), _UNSEEN * max(weights)
    return tuple((place, weight / whole) for place, weight in zip(places, weights, strict=True) if weight > least)
