"""The best single step from what is run today: open, strengthen, reduce, merge or close one channel."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from channelfit.method.plan_problem import Problem, cost, feasible, value

Kind: TypeAlias = Literal["open", "strengthen", "reduce", "close", "merge"]


class Step(NamedTuple):
    """One change: `channel` goes to `level`. In a merger it closes, and `into` goes to `level`.

    `gain` in coverage and `cost` in units may be negative; `short` is how far the result stays below the best plan.
    `allowed` tells whether the result keeps to the capacity, the limits and the minima.
    """

    kind: Kind
    channel: int
    level: int
    into: int | None
    gain: float
    cost: int
    short: float
    allowed: bool


def steps(problem: Problem, current: Sequence[int], capacity: int, best: float, mergers: Iterable[tuple[int, int]] = ()) -> list[Step]:
    """Every single step from the current levels: those allowed first, then by gain, then the cheaper.

    `best` is the coverage of the best plan; `mergers` are pairs (closed, kept) that make sense. Raises IndexError for unknown channels.
    """
    today = _Today(problem, current, value(problem, current), cost(problem, current))
    found = [_step(today, move, capacity, best) for move in moves(problem, current, mergers)]
    return sorted(found, key=lambda step: (not step.allowed, -step.gain, step.cost))


class _Today(NamedTuple):
    problem: Problem
    levels: Sequence[int]
    value: float
    cost: int


class Move(NamedTuple):
    kind: Kind
    channel: int
    level: int
    into: int | None = None

    def after(self, current: Sequence[int]) -> list[int]:
        """The levels once it is made."""
        levels = list(current)
        levels[self.channel] = self.level if self.into is None else 0
        if self.into is not None:
            levels[self.into] = self.level
        return levels


def moves(problem: Problem, current: Sequence[int], mergers: Iterable[tuple[int, int]]) -> Iterator[Move]:
    """Every single step, not yet weighed."""
    yield from _moves(problem, current)
    yield from _mergers(problem, current, mergers)


def _moves(problem: Problem, current: Sequence[int]) -> Iterator[Move]:
    for channel, now in enumerate(current):
        for level in range(len(problem.channels[channel]) + 1):
            if level != now:
                yield Move(_kind(now, level), channel, level)


def _kind(now: int, level: int) -> Kind:
    if level == 0:
        return "close"
    if now == 0:
        return "open"
    return "strengthen" if level > now else "reduce"


def _mergers(problem: Problem, current: Sequence[int], mergers: Iterable[tuple[int, int]]) -> Iterator[Move]:
    for closed, kept in mergers:
        if current[closed]:
            for level in range(max(1, current[kept]), len(problem.channels[kept]) + 1):
                yield Move("merge", closed, level, kept)


def _step(today: _Today, move: Move, capacity: int, best: float) -> Step:
    problem, after = today.problem, move.after(today.levels)
    reached, costs = value(problem, after), cost(problem, after)
    return Step(*move, reached - today.value, costs - today.cost, best - reached, feasible(problem, after, capacity))
