"""The engine of plans: a pure function from a brief, an edition of the rulebook and what is wished to the best plan."""

from collections.abc import Iterable, Iterator
from math import floor

from msgspec.structs import replace

from channelfit.advice.brief import Brief
from channelfit.advice.engine import Advisor
from channelfit.advice.model import Advice
from channelfit.method.plan_problem import Level
from channelfit.planning.candidates import candidates, required, with_running, without_hours
from channelfit.planning.ground import Ground
from channelfit.planning.instance import UNITS, Instance, instance
from channelfit.planning.model import Cell, Group, Plan, Price, Status, Wishes
from channelfit.planning.prices import Prices
from channelfit.planning.shares import chosen, reached
from channelfit.planning.solve import Frontier, Kept, frontier, kept, points
from channelfit.planning.today import FromToday
from channelfit.rulebook.edition import Edition


def plan(brief: Brief, edition: Edition, wishes: Wishes) -> Plan:
    """The best plan for the hours there are, exact unless its gap says otherwise. The same brief gives the same plan.

    Hours are rounded down to half-hours. Raises ValueError for negative ones.
    """
    return plan_for(Advisor(edition).advise(brief), edition, wishes)


def plan_for(advice: Advice, edition: Edition, wishes: Wishes) -> Plan:
    """The same from an advice that was given already."""
    if wishes.hours < 0:
        raise ValueError(wishes.hours)
    return _Planning(advice, edition, wishes).plan()


class _Planning:
    def __init__(self, advice: Advice, edition: Edition, wishes: Wishes) -> None:
        self._advice = advice
        self._wishes = wishes
        self._edition = edition
        self._sheets = edition.sheets
        self._method = edition.rulebook.method.plan
        self._ground = Ground(advice, edition)
        self._capacity = floor(wishes.hours * UNITS)
        self.free = self._instance(wishes)

    def plan(self) -> Plan:
        advice, wishes, ground, free = self._advice, self._wishes, self._ground, self.free
        duties = kept(free, required(advice, wishes, self._sheets), wishes.least, self._capacity)
        found = frontier(duties.instance, self._capacity, self._method)
        best = found.at(self._capacity)
        run = FromToday(self._beside(), wishes.running, self._usual, self._sheets)
        return Plan(
            advice=advice,
            wishes=wishes,
            status=_status(duties, best.gap),
            hours=self._capacity / UNITS,
            objective=best.value,
            gap=best.gap,
            channels=chosen(duties.instance, best),
            frontier=points(duties.instance, found),
            enough=_hours(found.enough),
            lasting=_hours(found.lasting),
            reach=reached(ground, free.named(best.levels)),
            required=duties.required,
            unmet=duties.unmet,
            unpaid=duties.unpaid,
            unhoured=without_hours(advice, wishes, self._sheets),
            duties=duties.duties / UNITS,
            today=run.channels,
            today_objective=run.objective,
            steps=run.steps(self._capacity, best.value, duties.required) if wishes.running else (),
            prices=tuple(self._prices(duties, found)),
            cells=tuple(self._cell(number) for number in range(len(ground.places))),
            groups=tuple(self._group(audience, band) for audience, parts in ground.parts.items() for band in range(len(parts))),
            costs={channel: self._by_level(level.cost / UNITS for level in levels) for channel, levels in self._priced()},
        )

    @property
    def _usual(self) -> str:
        """The level whose hours are nearest to the usual ones."""
        return min(self._method.levels, key=lambda name: abs(self._method.levels[name].hours - 1))

    def _instance(self, wishes: Wishes, forced: Iterable[str] = ()) -> Instance:
        return instance(self._ground, candidates(self._advice, wishes, self._sheets, forced), wishes.least, self._sheets)

    def _beside(self) -> Instance:
        """The candidates and what is run today beside them."""
        channels = with_running(self.free.channels, self._advice, self._wishes, self._sheets)
        return instance(self._ground, channels, {}, self._sheets)

    def _prices(self, duties: Kept, found: Frontier) -> Iterable[Price]:
        prices = Prices(duties, found, self._capacity)
        yield from prices.required()
        yield from prices.minima(self._wishes.least)
        yield from prices.vetoes(self._without_vetoes(duties))
        ranked = {item.channel for item in self._advice.ranking if self._sheets[item.channel].hours_per_week is not None}
        yield from prices.excluded(tuple(name for name in self._wishes.exclude if name in ranked), lambda name: self._opened(name, duties))
        for channel in self._advice.brief.consider:
            if channel in ranked and channel not in self._wishes.exclude:
                yield prices.considered(channel, lambda name: self._opened(name, duties))

    def _opened(self, channel: str, duties: Kept) -> Instance:
        """The problem in which one more channel may be chosen, with the duties and minima that are kept."""
        wishes = _without_exclusion(self._wishes, channel)
        made = self._instance(wishes, [channel]).forced(duties.required)
        return made if duties.instance.problem.minima else made.without_minima()

    def _without_vetoes(self, duties: Kept) -> Iterator[tuple[str, Instance]]:
        """The problem as it would be without each rule that rules out channels, where that would leave more to choose from."""
        advisor = Advisor(self._edition)
        for rule in dict.fromkeys(rule for item in self._advice.excluded for rule in item.rules):
            advice = advisor.with_rule(rule, None).advise(self._advice.brief)
            other = _Planning(advice, self._edition, self._wishes).free.forced(duties.required)
            if set(other.channels) - set(self.free.channels):
                yield rule, other if duties.instance.problem.minima else other.without_minima()

    def _cell(self, number: int) -> Cell:
        goal, audience, band = place = self._ground.places[number]
        effect = {channel: self._by_level(level.reach[number] for level in levels) for channel, levels in self._priced()}
        return Cell(goal, audience, self._ground.stratum(audience, band), self._ground.weight(place), effect)

    def _group(self, audience: str, band: int) -> Group:
        ground = self._ground
        reach = {
            channel: self._by_level(ground.reached(channel, audience, band) * level.effect for level in ground.levels.values())
            for channel in self.free.channels
        }
        return Group(audience, ground.stratum(audience, band), ground.parts[audience][band].part, reach)

    def _priced(self) -> Iterable[tuple[str, tuple[Level, ...]]]:
        return zip(self.free.channels, self.free.problem.channels, strict=True)

    def _by_level(self, values: Iterable[float]) -> dict[str, float]:
        return dict(zip(self.free.levels, values, strict=True))


def _without_exclusion(wishes: Wishes, channel: str) -> Wishes:
    return replace(wishes, exclude=tuple(name for name in wishes.exclude if name != channel))


def _hours(units: int | None) -> float | None:
    return None if units is None else units / UNITS


def _status(duties: Kept, gap: float) -> Status:
    if duties.unmet or duties.unpaid:
        return "infeasible"
    return "bounded" if gap else "optimal"
