"""Who comes first, and among the first few, over simulated scores."""

from collections.abc import Sequence
from operator import ge, gt
from typing import NamedTuple


class Standing(NamedTuple):
    """By candidate, in the order given: shares of the draws. Candidates that tie share the places they hold."""

    first: list[float]
    podium: list[float]
    scores: list[list[float]]
    """[candidate][draw], 0 to 1."""

    def beats(self, one: int, other: int) -> float:
        """P(S_one > S_other), strictly."""
        better: int = sum(map(gt, self.scores[one], self.scores[other]))
        return better / len(self.scores[one])


def standing(scores: list[list[float]], podium: int) -> Standing:
    """Counts places over scores as [candidate][draw]."""
    ordered = [sorted(row, reverse=True) for row in zip(*scores, strict=True)]
    return Standing(_among(scores, ordered, 1), _among(scores, ordered, podium), scores)


def _among(scores: list[list[float]], ordered: Sequence[Sequence[float]], places: int) -> list[float]:
    """The share of draws in which each is among the first `places`."""
    within = min(places, len(scores))
    last = [row[within - 1] for row in ordered]
    found: list[float] = [sum(map(ge, column, last)) for column in scores]
    if sum(found) > within * len(last):
        found = _shared(scores, last, within)
    return [total / len(last) for total in found]


def _shared(scores: list[list[float]], last: Sequence[float], places: int) -> list[float]:
    """The same count where more candidates hold the last place of a draw than there are places for."""
    found = [0.0] * len(scores)
    for row, least in zip(zip(*scores, strict=True), last, strict=True):
        above = sum(value > least for value in row)
        part = (places - above) / row.count(least)
        for one, value in enumerate(row):
            found[one] += 1 if value > least else part if value == least else 0
    return found
