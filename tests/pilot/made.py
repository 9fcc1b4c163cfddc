"""Pilots made for tests: the built-in parameters, round names, one look more or less."""

from datetime import date
from functools import cache

from channelfit.pilot.design import Plan, design_pilot
from channelfit.pilot.model import Pilot
from channelfit.rulebook.load import load_rulebook
from channelfit.rulebook.pilots import Metric, Trial
from channelfit.rulebook.text import Text

START = date(2026, 9, 7)
ARMS = ("facebook/group", "facebook/page")


@cache
def trial() -> Trial:
    found = load_rulebook().pilots()[1]
    assert found is not None
    return found


@cache
def designed(least: float, useful: float, *, arms: int = 1, weeks: int = 4) -> Pilot:
    words = Text("x", "x")
    plan = Plan(
        hypothesis=words,
        metric=Metric(words, words, words),
        counts=(),
        channel=ARMS[0],
        against=ARMS[1] if arms > 1 else None,
        audiences=("residents",),
        least=least,
        useful=useful,
        starts_on=START,
        weeks=weeks,
        cycle_weeks=4,
        rulebook="test",
    )
    pilot = design_pilot(plan, trial())
    assert pilot is not None
    return pilot
