"""The problem to solve: candidates at their levels, over the cells of a brief."""

from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from typing import NamedTuple

from channelfit.method.plan_problem import ROUNDING, Level, Minimum, Problem
from channelfit.planning.ground import Ground
from channelfit.planning.model import Duty
from channelfit.rulebook.model import PlanLevel, Sheet

UNITS = 2  # an hour is two half-hours


class Instance(NamedTuple):
    """`problem` speaks of channels and levels by number; levels count from 1. Its capacity is in half-hours."""

    channels: tuple[str, ...]
    levels: tuple[str, ...]
    problem: Problem

    @property
    def most(self) -> int:
        """What everything takes at its highest level."""
        return sum(max(level.cost for level in channel) for channel in self.problem.channels)

    def named(self, plan: Sequence[int]) -> dict[str, str]:
        """The levels above 0 of a plan, by channel."""
        return {channel: self.levels[level - 1] for channel, level in zip(self.channels, plan, strict=True) if level}

    def numbered(self, levels: Mapping[str, str]) -> list[int]:
        """Named levels as the numbers of the problem."""
        return [self.levels.index(levels[channel]) + 1 if channel in levels else 0 for channel in self.channels]

    def choosing(self, duties: Iterable[Duty]) -> "Instance":
        """The same with one channel at least of each duty."""
        choices = tuple(tuple(self.channels.index(channel) for channel in duty.channels) for duty in duties)
        return self._replace(problem=self.problem._replace(choices=choices))

    def without_minima(self) -> "Instance":
        return self._replace(problem=self.problem._replace(minima=()))


def instance(ground: Ground, channels: Sequence[str], least: Mapping[str, float], sheets: Mapping[str, Sheet]) -> Instance:
    """Cells come first; the age bands of audiences that have a minimum follow, and weigh nothing in the objective."""
    places = ground.places
    bands = [(audience, band) for audience in least for band in range(len(ground.parts[audience]))]
    weights = (*(ground.weight(place) for place in places), *(0.0 for _ in bands))
    minima = tuple(_minimum(ground, audience, share, bands, len(places)) for audience, share in least.items())
    full = {
        channel: (*(ground.served(channel, place) for place in places), *(ground.reached(channel, audience, band) for audience, band in bands))
        for channel in channels
    }
    levels = {channel: tuple(_level(full[channel], sheets[channel], level) for level in ground.levels.values()) for channel in channels}
    return Instance(tuple(channels), tuple(ground.levels), Problem(weights, tuple(levels.values()), {}, minima))


def half_hours(sheet: Sheet, level: PlanLevel) -> int:
    """What a level takes, rounded up to a half-hour."""
    usual = sheet.hours_per_week.value if sheet.hours_per_week is not None else 0.0
    return ceil(usual * level.hours * UNITS - ROUNDING)


def _level(full: Sequence[float], sheet: Sheet, level: PlanLevel) -> Level:
    return Level(half_hours(sheet, level), tuple(share * level.effect for share in full))


def _minimum(ground: Ground, audience: str, share: float, bands: Sequence[tuple[str, int]], before: int) -> Minimum:
    parts = (ground.parts[named][band].part if named == audience else 0.0 for named, band in bands)
    return Minimum((*((0.0,) * before), *parts), share)
