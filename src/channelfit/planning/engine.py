"""The engine of plans: a pure function from a brief, an edition of the rulebook and what is wished to the best plan."""

from collections.abc import Iterable
from math import floor

from channelfit.advice.brief import Brief
from channelfit.advice.engine import Advisor
from channelfit.advice.model import Advice
from channelfit.method.plan_problem import Level
from channelfit.planning.candidates import with_running, without_hours
from channelfit.planning.duties import broken
from channelfit.planning.instance import UNITS, Instance, instance
from channelfit.planning.model import Cell, Group, Plan, Status, Wishes
from channelfit.planning.posed import Posed
from channelfit.planning.prices import Prices
from channelfit.planning.shares import chosen, reached
from channelfit.planning.solve import Kept, frontier, points
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
        self._posed = Posed(advice, wishes, edition)
        self._wishes = wishes
        self._method = edition.rulebook.method.plan
        self._ground = self._posed.ground
        self._capacity = floor(wishes.hours * UNITS)
        self._free = self._posed.free

    def plan(self) -> Plan:
        posed, wishes, ground, free = self._posed, self._wishes, self._ground, self._free
        kept = posed.kept(self._capacity)
        found = frontier(free, posed.duties, kept, self._capacity, self._method)
        best = found.at(self._capacity)
        run = FromToday(self._beside(), wishes.running, self._usual, posed.edition.sheets)
        return Plan(
            advice=posed.advice,
            wishes=wishes,
            status=_status(kept, best.gap),
            hours=self._capacity / UNITS,
            objective=best.value,
            gap=best.gap,
            channels=chosen(kept.instance, best),
            frontier=points(kept.instance, found),
            enough=_hours(found.enough),
            lasting=_hours(found.lasting),
            reach=reached(ground, free.named(best.levels)),
            duties=kept.required,
            unmet=kept.unmet,
            unpaid=kept.unpaid,
            broken=broken(posed.advice, wishes, posed.edition),
            unhoured=without_hours(posed.advice, wishes, posed.edition.sheets),
            duty_hours=kept.duties / UNITS,
            today=run.channels,
            today_objective=run.objective,
            steps=run.steps(self._capacity, best.value, kept.required) if wishes.running else (),
            prices=tuple(Prices(posed, kept, found, self._capacity).all()),
            cells=tuple(self._cell(number) for number in range(len(ground.places))),
            groups=tuple(self._group(audience, band) for audience, parts in ground.parts.items() for band in range(len(parts))),
            costs={channel: self._by_level(level.cost / UNITS for level in levels) for channel, levels in self._priced()},
        )

    @property
    def _usual(self) -> str:
        """The level whose hours are nearest to the usual ones."""
        return min(self._method.levels, key=lambda name: abs(self._method.levels[name].hours - 1))

    def _beside(self) -> Instance:
        """The candidates and what is run today beside them."""
        posed, sheets = self._posed, self._posed.edition.sheets
        return instance(self._ground, with_running(self._free.channels, posed.advice, self._wishes, sheets), {}, sheets)

    def _cell(self, number: int) -> Cell:
        goal, audience, band = place = self._ground.places[number]
        effect = {channel: self._by_level(level.reach[number] for level in levels) for channel, levels in self._priced()}
        return Cell(goal, audience, self._ground.stratum(audience, band), self._ground.weight(place), effect)

    def _group(self, audience: str, band: int) -> Group:
        ground = self._ground
        reach = {
            channel: self._by_level(ground.reached(channel, audience, band) * level.effect for level in ground.levels.values())
            for channel in self._free.channels
        }
        return Group(audience, ground.stratum(audience, band), ground.parts[audience][band].part, reach)

    def _priced(self) -> Iterable[tuple[str, tuple[Level, ...]]]:
        return zip(self._free.channels, self._free.problem.channels, strict=True)

    def _by_level(self, values: Iterable[float]) -> dict[str, float]:
        return dict(zip(self._free.levels, values, strict=True))


def _hours(units: int | None) -> float | None:
    return None if units is None else units / UNITS


def _status(kept: Kept, gap: float) -> Status:
    if not kept.whole:
        return "infeasible"
    return "bounded" if gap else "optimal"
