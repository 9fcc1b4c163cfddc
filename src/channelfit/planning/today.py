"""From what is run today: where it stands among the levels, and the single steps from there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations

from msgspec.structs import replace

from channelfit.method.plan_problem import value
from channelfit.method.plan_steps import Step as Move
from channelfit.method.plan_steps import steps as moves
from channelfit.planning.instance import UNITS, Instance
from channelfit.planning.model import Running, Step, Today
from channelfit.rulebook.model import Sheet


def today(free: Instance, running: Iterable[Running], usual: str) -> tuple[Today, ...]:
    """Each channel run today at the highest level that its hours pay; without hours, at the usual one."""
    return tuple(_today(free, item, usual) for item in running)


def _today(free: Instance, item: Running, usual: str) -> Today:
    if item.channel not in free.channels:
        return Today(item.channel, item.accounts, None, item.hours or 0.0, item.hours is not None)
    costs = [level.cost / UNITS for level in free.problem.channels[free.channels.index(item.channel)]]
    if item.hours is None:
        return Today(item.channel, item.accounts, usual, costs[free.levels.index(usual)], declared=False)
    paid = sum(cost <= item.hours for cost in costs)
    return Today(item.channel, item.accounts, free.levels[max(paid, 1) - 1], item.hours, declared=True)


def objective_of(free: Instance, run: Iterable[Today]) -> float:
    return value(free.problem, free.numbered(_levels(run)))


def steps(bound: Instance, run: Sequence[Today], capacity: int, best: float, required: Iterable[str], sheets: Mapping[str, Sheet]) -> tuple[Step, ...]:
    """Every change of one channel that keeps what is required: those there are hours for first, then by gain."""
    free = bound.without_minima()
    current = free.numbered(_levels(run))
    pairs = [(one, other) for one, other in permutations(range(len(free.channels)), 2) if _one_network(free.channels[one], free.channels[other], sheets)]
    found = moves(free.problem._replace(limits={}), current, capacity, best, pairs)
    held = {free.channels.index(channel) for channel in required}
    return (*_closings(run), *(_step(free, move) for move in found if move.channel not in held or (move.level and move.into is None)))


def _levels(run: Iterable[Today]) -> dict[str, str]:
    return {item.channel: item.level for item in run if item.level is not None}


def _one_network(one: str, other: str, sheets: Mapping[str, Sheet]) -> bool:
    return sheets[one].network is not None and sheets[one].network == sheets[other].network


def _closings(run: Iterable[Today]) -> Iterator[Step]:
    """What has no place in any plan costs nothing to close."""
    yield from (Step("close", item.channel, None, None, 0.0, -item.hours, 0.0, fits=True) for item in run if item.level is None)


def _step(free: Instance, move: Move) -> Step:
    into = None if move.into is None else free.channels[move.into]
    level = free.levels[move.level - 1] if move.level else None
    return Step(move.kind, free.channels[move.channel], level, into, move.gain, move.cost / UNITS, move.short, move.allowed)


def with_distance(found: Iterable[Step], distance: float) -> tuple[Step, ...]:
    """Steps that change no coverage leave the distance as it is today."""
    return tuple(replace(step, short=distance) if step.level is None and step.gain == 0 and step.do == "close" else step for step in found)
