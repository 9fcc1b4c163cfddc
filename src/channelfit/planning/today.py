"""From what is run today: where it stands among the levels, and the single steps from there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations

from channelfit.method.plan_problem import cost, weighted
from channelfit.method.plan_steps import Move, moves
from channelfit.planning.candidates import network_of
from channelfit.planning.instance import UNITS, Instance
from channelfit.planning.model import Duty, Running, Step, Today
from channelfit.rulebook.model import Sheet


class FromToday:
    """What is run today at the highest level that its hours pay; without hours, at the usual one.

    Two surfaces of one network have the same people: of those, each cell counts the one that serves it better.
    """

    def __init__(self, beside: Instance, running: Iterable[Running], usual: str, sheets: Mapping[str, Sheet]) -> None:
        self._instance = beside
        self._usual = usual
        self._networks = [network_of(channel, sheets) for channel in beside.channels]
        self.channels = tuple(self._today(item) for item in running)
        self._levels = beside.numbered({item.channel: item.level for item in self.channels if item.level is not None})
        self.objective = self._worth(self._levels)

    def steps(self, capacity: int, best: float, required: Iterable[Duty]) -> tuple[Step, ...]:
        """Every change of one channel that keeps what is required: those there are hours for first, then by gain."""
        duties = [{self._instance.channels.index(channel) for channel in duty.channels} for duty in required]
        held = [duty for duty in duties if duty & self._on(self._levels)]
        pairs = [pair for pair in permutations(range(len(self._networks)), 2) if self._networks[pair[0]] == self._networks[pair[1]]]
        made = moves(self._instance.problem, self._levels, pairs)
        found = [self._step(move, capacity, best) for move in made if all(duty & self._on(move.after(self._levels)) for duty in held)]
        return (*self._closings(best), *sorted(found, key=lambda step: (not step.fits, -step.gain, step.hours)))

    @staticmethod
    def _on(levels: Sequence[int]) -> set[int]:
        return {place for place, level in enumerate(levels) if level}

    def _today(self, item: Running) -> Today:
        instance = self._instance
        if item.channel not in instance.channels:
            return Today(item.channel, item.accounts, None, item.hours or 0.0, item.hours is not None)
        costs = [level.cost / UNITS for level in instance.problem.channels[instance.channels.index(item.channel)]]
        if item.hours is None:
            return Today(item.channel, item.accounts, self._usual, costs[instance.levels.index(self._usual)], declared=False)
        paid = sum(cost <= item.hours for cost in costs)
        return Today(item.channel, item.accounts, instance.levels[max(paid, 1) - 1], item.hours, declared=True)

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

    def _closings(self, best: float) -> Iterator[Step]:
        """What has no place in any plan is no loss."""
        for item in self.channels:
            if item.level is None:
                yield Step("close", item.channel, None, None, 0.0, -item.hours, best - self.objective, fits=True)

    def _step(self, move: Move, capacity: int, best: float) -> Step:
        instance, after = self._instance, move.after(self._levels)
        reached, units = self._worth(after), cost(instance.problem, after)
        return Step(
            do=move.kind,
            channel=instance.channels[move.channel],
            level=instance.levels[move.level - 1] if move.level else None,
            into=None if move.into is None else instance.channels[move.into],
            gain=reached - self.objective,
            hours=(units - cost(instance.problem, self._levels)) / UNITS,
            short=best - reached,
            fits=units <= capacity or units <= cost(instance.problem, self._levels),
        )
