"""From what is run today: where it stands among the levels, and the single steps from there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations

from channelfit.method.plan_problem import weighted
from channelfit.method.plan_steps import Move, moves
from channelfit.planning.candidates import network_of
from channelfit.planning.instance import UNITS, Instance
from channelfit.planning.model import Duty, Running, Step, Today
from channelfit.rulebook.model import Sheet


class FromToday:
    """What is run today at the highest level that its hours pay; without hours, at the usual one. Hours that pay for no level serve nobody.

    Two surfaces of one network have the same people: of those, each cell counts the one that serves it better. A change of a
    channel frees the hours it takes today, whatever its level, and takes those of its new one.
    """

    def __init__(self, beside: Instance, running: Iterable[Running], usual: str, sheets: Mapping[str, Sheet]) -> None:
        self._instance = beside
        self._usual = usual
        self._networks = [network_of(channel, sheets) for channel in beside.channels]
        self.channels = tuple(self._today(item) for item in running)
        self._levels = beside.numbered({item.channel: item.level for item in self.channels if item.level is not None})
        self._spent = {item.channel: item.hours for item in self.channels}
        self.hours = sum(self._spent.values())
        self.objective = self._worth(self._levels)

    def steps(self, capacity: int, best: float, required: Iterable[Duty]) -> tuple[Step, ...]:
        """Every change of one channel that keeps what is required: those there are hours for first, then by gain."""
        duties = [{self._instance.channels.index(channel) for channel in duty.channels} for duty in required]
        held = [duty for duty in duties if duty & self._on(self._levels)]
        pairs = [pair for pair in permutations(range(len(self._networks)), 2) if self._networks[pair[0]] == self._networks[pair[1]]]
        made = moves(self._instance.problem, self._levels, pairs)
        found = [self._step(move, capacity, best) for move in made if all(duty & self._on(move.after(self._levels)) for duty in held)]
        return (*self._closings(capacity, best), *sorted(found, key=lambda step: (not step.fits, -step.gain, step.hours)))

    @staticmethod
    def _on(levels: Sequence[int]) -> set[int]:
        return {place for place, level in enumerate(levels) if level}

    def _today(self, item: Running) -> Today:
        instance = self._instance
        if item.channel not in instance.channels:
            return Today(item.channel, item.accounts, None, item.hours or 0.0, item.hours is not None)
        costs = self._costs(item.channel)
        if item.hours is None:
            return Today(item.channel, item.accounts, self._usual, costs[self._usual], declared=False)
        paid = [level for level, cost in costs.items() if cost <= item.hours]
        return Today(item.channel, item.accounts, paid[-1] if paid else None, item.hours, declared=True, least=None if paid else min(costs.values()))

    def _costs(self, channel: str) -> dict[str, float]:
        """The hours of a channel by level, the lowest first."""
        levels = self._instance.problem.channels[self._instance.channels.index(channel)]
        return {name: level.cost / UNITS for name, level in zip(self._instance.levels, levels, strict=True)}

    def _worth(self, levels: Sequence[int]) -> float:
        """Σ w [1 − Π (1 − r)] over networks, r the most that one of its surfaces serves."""
        problem = self._instance.problem
        served: defaultdict[str, list[float]] = defaultdict(lambda: [0.0] * len(problem.weights))
        for network, channel, level in zip(self._networks, problem.channels, levels, strict=True):
            if level:
                served[network] = list(map(max, served[network], channel[level - 1].reach))
        missed = [1.0] * len(problem.weights)
        for row in served.values():
            missed = [left * (1 - share) for left, share in zip(missed, row, strict=True)]
        return weighted(problem.weights, [1 - left for left in missed])

    def _closings(self, capacity: int, best: float) -> Iterator[Step]:
        """What serves nobody today is no loss."""
        for item in self.channels:
            if item.level is None:
                left = self.hours - item.hours
                yield Step("close", item.channel, None, None, 0.0, 0.0 - item.hours, max(0.0, best - self.objective), fits=left <= capacity / UNITS)

    def _step(self, move: Move, capacity: int, best: float) -> Step:
        instance, reached = self._instance, self._worth(move.after(self._levels))
        channel, level = instance.channels[move.channel], instance.levels[move.level - 1] if move.level else None
        into = None if move.into is None else instance.channels[move.into]
        changed = {channel} if into is None else {channel, into}
        taken = self._costs(into or channel)[level] if level is not None else 0.0
        hours = taken - sum(self._spent.get(name, 0.0) for name in changed)
        return Step(
            do="strengthen" if move.kind == "open" and channel in self._spent else move.kind,
            channel=channel,
            level=level,
            into=into,
            gain=reached - self.objective,
            hours=hours,
            short=max(0.0, best - reached),
            fits=self.hours + hours <= capacity / UNITS,
        )
