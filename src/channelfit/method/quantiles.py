"""Quantiles of many beta distributions at once, as simulations need them: a table each instead of a root each."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, pairwise
from math import ceil, exp, lgamma, log, log1p, sqrt

from channelfit.method.beta import Beta

_TAIL = 1e-5  # probability left out on each side
_PER_DEVIATION = 10


@lru_cache(maxsize=4096)
def quantile_table(of: Beta, size: int) -> tuple[float, ...]:
    """The quantiles at the middles of `size` equal parts of (0, 1), lowest first, within a thousandth.

    The density is integrated on the log-odds scale, where it is smooth for any α and β (x^α (1−x)^β / B), by the
    trapezium rule, and the integral inverted between its nodes.
    """
    start, end = _ends(of)
    nodes = max(32, ceil((end - start) / _breadth(of) * _PER_DEVIATION))
    width = (end - start) / nodes
    peak = _log_height(of, log(of.alpha / of.beta))
    heights = [exp(_log_height(of, start + width * node) - peak) for node in range(nodes + 1)]
    return tuple(_share(start + width * place) for place in _places(heights, size))


def _places(heights: list[float], size: int) -> Iterator[float]:
    """Where each part's middle falls, in nodes, for a density that is straight between nodes."""
    total = list(accumulate((one + other for one, other in pairwise(heights)), initial=0.0))
    node = 1
    for part in range(size):
        wanted = total[-1] * (part + 0.5) / size
        while total[node] < wanted:
            node += 1
        left, right, area = heights[node - 1], heights[node], wanted - total[node - 1]
        yield node - 1 + area / (left + sqrt(left * left + (right - left) * area))


def _log_height(of: Beta, odds: float) -> float:
    """Log of x^α (1−x)^β at these log-odds, without overflow on either side: log(1−x) = log x − odds."""
    log_x = -log1p(exp(-odds)) if odds > -700 else odds
    return of.alpha * log_x + of.beta * (log_x - odds)


def _share(odds: float) -> float:
    return 1 / (1 + exp(-odds)) if odds > -700 else 0.0


def _breadth(of: Beta) -> float:
    """The standard deviation of the peak on the log-odds scale, √(1/α + 1/β)."""
    return sqrt(1 / of.alpha + 1 / of.beta)


def _ends(of: Beta) -> tuple[float, float]:
    """Log-odds outside which next to nothing lies: the left tail is below e^(α t) / (α B), the right one likewise."""
    scale = lgamma(of.alpha) + lgamma(of.beta) - lgamma(of.samples)
    left = (log(_TAIL * of.alpha) + scale) / of.alpha
    right = -(log(_TAIL * of.beta) + scale) / of.beta
    return left, right
