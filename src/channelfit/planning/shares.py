"""What each channel of a plan brings, and whom the plan reaches."""

from collections.abc import Mapping, Sequence

from channelfit.method.plan_problem import Plan, value
from channelfit.method.reach import frechet, margins, reach
from channelfit.planning.ground import Ground
from channelfit.planning.instance import UNITS, Instance
from channelfit.planning.model import Chosen, Reach


def chosen(bound: Instance, plan: Plan) -> tuple[Chosen, ...]:
    """The channels of a plan, the one that adds most to those before it first; the gains add up to the objective."""
    left = [place for place, level in enumerate(plan.levels) if level]
    taken = [0] * len(plan.levels)
    before, found = 0.0, []
    while left:
        place, after = max(((place, value(bound.problem, _with(taken, place, plan))) for place in left), key=lambda item: (item[1], -item[0]))
        taken = _with(taken, place, plan)
        left.remove(place)
        found.append(_chosen(bound, plan, place, after - before))
        before = after
    return tuple(found)


def _with(taken: Sequence[int], place: int, plan: Plan) -> list[int]:
    return [*taken[:place], plan.levels[place], *taken[place + 1 :]]


def _chosen(bound: Instance, plan: Plan, place: int, gain: float) -> Chosen:
    level = plan.levels[place]
    without = [0 if other == place else now for other, now in enumerate(plan.levels)]
    hours = bound.problem.channels[place][level - 1].cost / UNITS
    return Chosen(bound.channels[place], bound.levels[level - 1], hours, gain, max(0.0, plan.value - value(bound.problem, without)))


def reached(ground: Ground, levels: Mapping[str, str]) -> tuple[Reach, ...]:
    """The share of each audience that is reached at least once: presence and effect count, fit does not."""
    return tuple(_reached(ground, audience, levels) for audience in ground.parts)


def _reached(ground: Ground, audience: str, levels: Mapping[str, str]) -> Reach:
    bands = [
        (band.part, [ground.reached(channel, audience, number) * ground.levels[level].effect for channel, level in levels.items()])
        for number, band in enumerate(ground.parts[audience])
    ]
    bounds = frechet(margins(bands))
    return Reach(audience, reach(bands), bounds.low, bounds.high)
