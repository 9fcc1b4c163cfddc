"""Who comes first, and among the first few, over simulated scores."""

from collections.abc import Sequence
from operator import gt
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
    draws = list(zip(*scores, strict=True))
    return Standing(_among(draws, 1), _among(draws, podium), scores)


def _among(draws: Sequence[Sequence[float]], places: int) -> list[float]:
    """The share of draws in which each is among the first `places`."""
    found = [0.0] * len(draws[0])
    for row in draws:
        order = sorted(range(len(row)), key=row.__getitem__, reverse=True)
        last = row[order[:places][-1]]
        if places < len(order) and row[order[places]] == last:
            _shared(row, last, places, found)
        else:
            for one in order[:places]:
                found[one] += 1
    return [total / len(draws) for total in found]


def _shared(row: Sequence[float], last: float, places: int, found: list[float]) -> None:
    """A draw in which more candidates hold the last place than there are places for."""
    above = sum(value > last for value in row)
    part = (places - above) / row.count(last)
    for one, value in enumerate(row):
        found[one] += 1 if value > last else part if value == last else 0
