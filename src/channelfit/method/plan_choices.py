"""Choices, of each of which one channel at least is on: every way to meet them all, as a problem without choices."""

from collections.abc import Iterable

from channelfit.method.plan_problem import Problem

Way = frozenset[int]
"""Channels that are on."""


def ways(problem: Problem) -> list[Problem]:
    """One problem by way to meet the choices; together they have all the plans of the problem. None where a choice has no channel left."""
    on = frozenset(channel for channel in range(len(problem.channels)) if problem.limit(channel)[0] > 0)
    off = {channel for channel in range(len(problem.channels)) if problem.limit(channel)[1] == 0}
    return [_met(problem, way) for way in sorted(_smallest(problem.choices, on, off), key=sorted)]


def least_cost(problem: Problem) -> int | None:
    """What it takes to keep the limits and to meet the choices; None where they cannot be met."""
    return min((_cost(way) for way in ways(problem)), default=None)


def _smallest(choices: Iterable[Iterable[int]], on: Way, off: set[int]) -> set[Way]:
    """The sets of channels that meet every choice, and of which no part does."""
    found = {on}
    for choice in choices:
        left = set(choice) - off
        met = {way for way in found if way & left}
        found = met | {way | {channel} for way in found - met for channel in left}
        found = {way for way in found if not any(other < way for other in found)}
    return found


def _met(problem: Problem, way: Way) -> Problem:
    limits = {channel: (max(1, lowest), highest) for channel in way for lowest, highest in (problem.limit(channel),)}
    return problem._replace(limits={**problem.limits, **limits}, choices=())


def _cost(problem: Problem) -> int:
    """A level may cost less than the one below it."""
    limits = ((place, *problem.limit(place)) for place in range(len(problem.channels)))
    return sum(min(level.cost for level in problem.channels[place][lowest - 1 : highest]) for place, lowest, highest in limits if lowest > 0)
