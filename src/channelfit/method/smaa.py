"""SMAA-2: how often an alternative is first, second, ... when weights and values are not known for sure.

Lahdelma & Salminen (2001), Operations Research 49(3):444-454.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

Draw = tuple[Sequence[float], Sequence[Sequence[float]]]
"""Weights by criterion, and values as [alternative][criterion], the more the better."""


class Smaa(NamedTuple):
    """Shares of the draws. Where alternatives tie, they share the ranks they hold between them."""

    ranks: list[list[float]]
    """[alternative][rank], rank 0 is the first."""
    central: list[list[float] | None]
    """The mean weights of the draws that put an alternative first; None where none did."""
    winning: list[list[float]]
    """[one][other]: P(one is strictly better than the other)."""


def smaa(draws: Iterable[Draw]) -> Smaa:
    """Rank acceptabilities, central weights and pairwise winning probabilities. Raises ValueError without a draw."""
    count, ranks, central, winning = 0, [[0.0]], [[0.0]], [[0.0]]
    for weights, values in draws:
        if count == 0:
            ranks, winning = ([[0.0] * len(values) for _ in values] for _ in range(2))
            central = [[0.0] * len(weights) for _ in values]
        count += 1
        utilities = [sum(w * x for w, x in zip(weights, row, strict=True)) for row in values]
        _place(utilities, ranks, winning)
        for total, first in zip(central, best_share(utilities), strict=True):
            if first:
                total[:] = [sum_ + first * weight for sum_, weight in zip(total, weights, strict=True)]
    if count == 0:
        raise ValueError(count)
    return Smaa(
        [[share / count for share in row] for row in ranks],
        [[part / row[0] for part in total] if row[0] else None for total, row in zip(central, ranks, strict=True)],
        [[share / count for share in row] for row in winning],
    )


def _place(utilities: Sequence[float], ranks: list[list[float]], winning: list[list[float]]) -> None:
    """One draw's ranks and wins, added to what was counted so far."""
    for one, utility in enumerate(utilities):
        better = sum(other > utility for other in utilities)
        equal = utilities.count(utility)
        for rank in range(better, better + equal):
            ranks[one][rank] += 1 / equal
        for other, against in enumerate(utilities):
            winning[one][other] += utility > against


def best_share(utilities: Sequence[float]) -> list[float]:
    """Who is first: 1 for the best, an equal part each where several are."""
    best = max(utilities)
    equal = utilities.count(best)
    return [1 / equal if utility == best else 0.0 for utility in utilities]


def confidence(central: Sequence[Sequence[float] | None], values: Iterable[Sequence[Sequence[float]]]) -> list[float | None]:
    """P(an alternative is first | its own central weights), over draws of the values; None where it has none."""
    count, first = 0, [0.0] * len(central)
    for drawn in values:
        count += 1
        for one, weights in enumerate(central):
            if weights is not None:
                first[one] += best_share([sum(w * x for w, x in zip(weights, row, strict=True)) for row in drawn])[one]
    return [total / count if weights is not None else None for total, weights in zip(first, central, strict=True)]
