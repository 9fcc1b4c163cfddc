"""How many answers a pilot takes: the fewest whose exact characteristics keep to α and have the power."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import ceil, sqrt
from statistics import NormalDist

from msgspec import Struct

from channelfit.method.pilot_design import Characteristics
from channelfit.rulebook.pilots import Trial


class Boundary(Struct, frozen=True):
    """After n answers in an arm: stop at or below, adopt from; None where that is not done here."""

    n: int
    stop: float | None
    adopt: float | None


class Sized(Struct, frozen=True):
    """Boundaries at every look, the extension last, how sure an adoption is, and P(adopt …) at any share of the tried channel."""

    looks: tuple[Boundary, ...]
    sure: float
    at: Callable[[float], Characteristics]


_ONE_BY_ONE = 100

Making = Callable[[int, float], Sized]


def fewest(trial: Trial, least: float, useful: float, *, start: float, looks: int, make: Making) -> Sized | None:
    """The first size from `start` on that will do, each with the lowest certainty that keeps to α; None up to `trial.most`.

    Large sizes are first tried in strides of a tenth, then one by one from the last stride that failed.
    """
    levels = list(_levels(trial))

    def first(sizes: Iterable[int]) -> tuple[int, Sized] | None:
        for whole in sizes:
            made = _calibrated(trial, least, whole, levels, make)
            if made is not None and made.at(useful).adopt >= trial.power:
                return whole, made
        return None

    begin = max(trial.fewest, looks * ceil(start / looks))
    if begin <= _ONE_BY_ONE:
        found = first(range(begin, trial.most + 1, looks))
    else:
        strides = list(_strides(begin, trial.most, looks))
        reached = first(strides)
        found = reached and first(range(strides[max(0, strides.index(reached[0]) - 1)], reached[0] + 1, looks * max(1, begin // _ONE_BY_ONE)))
        found = found or reached
    return found[1] if found else None


def _strides(begin: int, end: int, looks: int) -> Iterator[int]:
    size = begin
    while size <= end:
        yield size
        size += looks * max(1, size // (10 * looks))


def textbook(least: float, useful: float, alpha: float, power: float) -> float:
    """Answers for one share against a fixed one, by the normal approximation; where a search may begin, never where it ends."""
    z = NormalDist().inv_cdf
    noise = z(1 - alpha) * sqrt(least * (1 - least)) + z(power) * sqrt(useful * (1 - useful))
    return float((noise / (useful - least)) ** 2)


def _calibrated(trial: Trial, least: float, whole: int, levels: Sequence[float], make: Making) -> Sized | None:
    """False adoptions fall as certainty rises, so that the lowest level is found by halving."""
    low, high, found = 0, len(levels), None
    while low < high:
        middle = (low + high) // 2
        made = make(whole, levels[middle])
        if made.at(least).adopt <= trial.alpha:
            high, found = middle, made
        else:
            low = middle + 1
    return found


def _levels(trial: Trial) -> Iterator[float]:
    steps = round((trial.sure.last - trial.sure.first) / trial.sure.step)
    yield from (round(trial.sure.first + trial.sure.step * step, 6) for step in range(steps + 1))
