"""What is drawn of a pilot, before any medium: the bands of its looks with the counts, and what is believed of the share."""

from collections.abc import Iterator, Sequence
from math import ceil, floor

from msgspec import Struct

from channelfit.method.pilot_two_arms import difference_below, probability_greater
from channelfit.pilot.model import Look, Observation, Pilot, Review
from channelfit.pilot.review import known

STEPS = (0.01, 0.02, 0.05, 0.1, 0.2)
ROWS = 14
TAIL = 0.001
HALF = 0.5
ABOVE, BELOW = "#", "="  # the marks of the two sides: a sign would be read as part of the number


class Band(Struct, frozen=True):
    """A look from 0 to 1: stopping up to a place, adopting from a place on; `seen` is where the count stands. None: not done, not counted."""

    look: Look
    stop: float | None
    adopt: float | None
    seen: float | None


class Bin(Struct, frozen=True):
    """How likely the share (or the difference) lies between two values; `above` the one that matters, or below."""

    low: float
    high: float
    mass: float
    above: bool

    @property
    def mark(self) -> str:
        return ABOVE if self.above else BELOW


def bands(pilot: Pilot, observed: Sequence[Observation] = ()) -> list[Band]:
    """One arm by its share, two arms by the chance that the tried one is better. At the extension what does not adopt stops."""
    seen = {observation.look: _seen(pilot, observation) for observation in observed}
    found = []
    for look in pilot.looks:
        stop = look.stop if look is not pilot.extension or look.adopt is None else look.adopt - (pilot.against is None)
        found.append(Band(look, _place(pilot, look, stop, HALF), _place(pilot, look, look.adopt, -HALF), seen.get(look.look)))
    return found


def bins(pilot: Pilot, review: Review) -> list[Bin]:
    """The share of one arm around the least useful one, or the difference of two around none."""
    if review.against is None:
        return list(_bins(review.tried.below, pilot.least, review.tried.quantile(TAIL), review.tried.quantile(1 - TAIL)))
    a, b = review.against, review.tried
    middle, breadth = b.mean - a.mean, 3.3 * (a.variance + b.variance) ** 0.5
    return list(_bins(lambda limit: difference_below(a, b, limit), 0.0, middle - breadth, middle + breadth))


def _bins(below: object, centre: float, low: float, high: float) -> Iterator[Bin]:
    assert callable(below)
    low, high = min(low, centre), max(high, centre)
    step = next((size for size in STEPS if (high - low) / size <= ROWS - 2), STEPS[-1])
    first, last = floor((low - centre) / step), ceil((high - centre) / step)
    edges = [centre + step * place for place in range(first, last + 1)]
    masses = [below(edge) for edge in edges]
    for place in range(len(edges) - 1):
        yield Bin(edges[place], edges[place + 1], masses[place + 1] - masses[place], place + first >= 0)


def _place(pilot: Pilot, look: Look, gate: float | None, beyond: float) -> float | None:
    """Where a gate stands: between two whole counts of one arm, on the chance itself with two."""
    if gate is None or pilot.against is not None:
        return gate
    return min(1.0, max(0.0, (gate + beyond) / look.n))


def _seen(pilot: Pilot, observation: Observation) -> float:
    if observation.against is None:
        return observation.tried.share
    return probability_greater(known(pilot, observation.tried), known(pilot, observation.against))
