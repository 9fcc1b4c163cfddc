"""What wishes and duties cost: the plan with each of them, and without."""

from collections.abc import Callable, Iterable, Iterator

from channelfit.method.plan_problem import ROUNDING, Plan
from channelfit.planning.instance import UNITS, Instance
from channelfit.planning.model import Price, PriceOf
from channelfit.planning.solve import Frontier, Kept, best

With = Callable[[str], Instance]
"""The problem of a plan in which one more channel may be, or has to be."""


class Prices:
    """Prices at one capacity, beside the frontier of the plan itself."""

    def __init__(self, kept: Kept, found: Frontier, capacity: int) -> None:
        self._kept = kept
        self._frontier = found
        self._capacity = capacity
        self._plan = found.at(capacity)

    def required(self) -> Iterator[Price]:
        for channel in self._kept.required:
            yield self._lifted("require", channel, self._kept.instance.freed(channel))

    def minima(self, least: dict[str, float]) -> Iterator[Price]:
        """Each minimum with the others kept; one that cannot be met has no price."""
        problem = self._kept.instance.problem
        for number, audience in enumerate(least if problem.minima else ()):
            others = tuple(minimum for place, minimum in enumerate(problem.minima) if place != number)
            yield self._lifted("minimum", audience, self._kept.instance._replace(problem=problem._replace(minima=others)))

    def vetoes(self, lifted: Iterable[tuple[str, Instance]]) -> Iterator[Price]:
        """What a rule that rules out channels costs, by its id."""
        for rule, without in lifted:
            yield self._lifted("veto", rule, without)

    def excluded(self, channels: tuple[str, ...], opened: With) -> Iterator[Price]:
        for channel in channels:
            yield self._lifted("exclude", channel, opened(channel))

    def considered(self, channel: str, opened: With) -> Price:
        """A channel forced in, in the place of others of its network, against the best there is with it or without it."""
        free = opened(channel)
        out, forced = (self._best(one) for one in (free, free.limited(channel, 1, len(free.levels))))
        if out is None or forced is None:
            return Price("consider", channel, None, None, None)
        loss = max(self._plan.value, out.value) - forced.value
        margin = max(out.gap, forced.gap, self._plan.gap)
        return Price("consider", channel, max(0.0, loss), forced.value, self._hours(forced.value), margin)

    def _hours(self, objective: float) -> float | None:
        """The hours between this plan and one of its frontier that is worth so much; None where there is no such plan, or no difference."""
        units = self._frontier.units_for(objective - ROUNDING)
        apart = None if units is None else abs(units - min(self._capacity, len(self._frontier.plans) - 1)) / UNITS
        return apart or None

    def _lifted(self, of: PriceOf, name: str, without: Instance) -> Price:
        """What the plan would be worth if something did not bind it, and the hours it would take to be worth as much under it."""
        free = self._best(without)
        if free is None:
            return Price(of, name, None, None, None)
        loss = max(0.0, free.value - self._plan.value)
        return Price(of, name, loss, free.value, self._hours(free.value), max(free.gap, self._plan.gap))

    def _best(self, asked: Instance) -> Plan | None:
        return best(asked, self._capacity).plan
