"""Who is reached by a set of channels at least once, and between which bounds whatever the overlap."""

from collections.abc import Mapping, Sequence
from math import fsum, prod
from typing import NamedTuple

Pairs = Mapping[tuple[int, int], float]
"""The share reached by both channels of a pair (i < j), for every pair."""


class Bounds(NamedTuple):
    low: float
    high: float


def sainsbury(shares: Sequence[float]) -> float:
    """1 − Π(1 − p): the reach of channels used independently of one another (Sainsbury's formula of media planning)."""
    return 1 - prod(1 - share for share in shares)


def reach(strata: Sequence[tuple[float, Sequence[float]]]) -> float:
    """Σ_h π_h [1 − Π_c (1 − p_hc)]: independence inside strata only, whose parts π add up to 1.

    `strata` are pairs of π and the shares reached by each channel there. Raises ValueError when the parts do not add up.
    """
    parts = fsum(part for part, _ in strata)
    if abs(parts - 1) > _ROUNDING:
        raise ValueError(parts)
    return fsum(part * sainsbury(shares) for part, shares in strata)


def margins(strata: Sequence[tuple[float, Sequence[float]]]) -> list[float]:
    """The share each channel reaches over all strata."""
    return [fsum(part * share for (part, _), share in zip(strata, column, strict=True)) for column in zip(*(row for _, row in strata), strict=True)]


def frechet(shares: Sequence[float]) -> Bounds:
    """Max p ≤ R ≤ min(1, Σp), whatever the overlap; both can be attained (Fréchet 1935)."""
    return Bounds(max(shares, default=0.0), min(1.0, fsum(shares)))


def pairwise_bounds(shares: Sequence[float], pairs: Pairs) -> Bounds:
    """Dawson-Sankoff below (1967, Proc. AMS 18:504-507) and Hunter above (1976, J. Appl. Prob. 13:597-603).

    Both are tightened by the bounds that need no pairs. Raises KeyError when a pair is missing.
    """
    loose = frechet(shares)
    return Bounds(max(loose.low, _dawson_sankoff(shares, pairs)), min(loose.high, fsum(shares) - _heaviest_tree(len(shares), pairs)))


def _dawson_sankoff(shares: Sequence[float], pairs: Pairs) -> float:
    """2/(k+1) S₁ − 2/(k(k+1)) S₂ with k = 1 + ⌊2 S₂/S₁⌋."""
    single = fsum(shares)
    double = fsum(pairs[one, other] for other in range(len(shares)) for one in range(other))
    if single <= 0:
        return 0.0
    k = 1 + int(2 * double / single)
    return 2 * single / (k + 1) - 2 * double / (k * (k + 1))


def _heaviest_tree(size: int, pairs: Pairs) -> float:
    """The heaviest spanning tree of the overlaps, by Prim's algorithm."""
    total, nearest = 0.0, {other: pairs[0, other] for other in range(1, size)}
    while nearest:
        joined = max(nearest, key=nearest.__getitem__)
        total += nearest.pop(joined)
        nearest = {other: max(known, pairs[min(joined, other), max(joined, other)]) for other, known in nearest.items()}
    return total


_ROUNDING = 1e-9
