"""Designs with looks: when to stop, adopt or go on, and what that does if a share is so or so. Exact, by dynamic programming."""

from collections.abc import Sequence
from math import comb
from typing import NamedTuple


class Look(NamedTuple):
    """After n answers in all: stop at or below so many successes, adopt at or above so many; None where that is not done here."""

    n: int
    stop: int | None
    adopt: int | None


class Design(NamedTuple):
    """Looks on the way, in order, and the end: adopt from `adopt` successes of `n`."""

    looks: tuple[Look, ...]
    n: int
    adopt: int


class Characteristics(NamedTuple):
    """If the share is p: P(adopt), the mean number of answers, P(ended at a look), P(stopped at a look)."""

    adopt: float
    mean_n: float
    early: float
    stopped_early: float


def characteristics(design: Design, p: float) -> Characteristics:
    """The operating characteristics at a share p. Raises ValueError where the looks are not in order before the end."""
    sizes = [0, *(look.n for look in design.looks), design.n]
    if sizes != sorted(set(sizes)):
        raise ValueError(sizes)
    going, before = [1.0], 0
    adopted = stopped = mean_n = 0.0
    for look in design.looks:
        going, before = _onward(going, look.n - before, p), look.n
        lost = _taken(going, range(0 if look.stop is None else look.stop + 1))
        won = 0.0 if look.adopt is None else _taken(going, range(look.adopt, len(going)))
        adopted, stopped, mean_n = adopted + won, stopped + lost, mean_n + (won + lost) * look.n
    left, early = sum(going), adopted + stopped
    final = sum(_onward(going, design.n - before, p)[design.adopt :])
    return Characteristics(adopted + final, mean_n + left * design.n, early, stopped)


def two_stage(stop: int, first: int, stop_at_end: int, whole: int) -> Design:
    """A two-stage design in Simon's notation, r₁/n₁ and r/n (1989, Controlled Clinical Trials 10:1-10): it goes on above r₁, adopts above r."""
    return Design((Look(first, stop, None),), whole, stop_at_end + 1)


def _onward(going: Sequence[float], answers: int, p: float) -> list[float]:
    """P(so many successes and still going) after more answers."""
    chances = [comb(answers, x) * p**x * (1 - p) ** (answers - x) for x in range(answers + 1)]
    found = [0.0] * (len(going) + answers)
    for successes, chance in enumerate(going):
        if chance:
            for more, part in enumerate(chances):
                found[successes + more] += chance * part
    return found


def _taken(going: list[float], which: range) -> float:
    """Takes these numbers of successes out of those still going."""
    total = 0.0
    for successes in which:
        if successes < len(going):
            total, going[successes] = total + going[successes], 0.0
    return total
