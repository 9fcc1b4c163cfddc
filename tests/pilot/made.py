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
USE = """
sources:
  our-town: {title: Our town, publisher: Our town, kind: survey, how_verified: own, year: 2026}
pilots:
- id: use
  from: 2026-01-01
  review_by: 2027-12-31
  label: {fr: usage, en: use}
  hypothesis:
    one: {fr: "{channel} est assez utilisé.", en: "Enough people use {channel}."}
    two: {fr: "{channel} est plus utilisé que {against}.", en: "More people use {channel} than {against}."}
  metric:
    name: {fr: part qui utilise le réseau, en: share who use the network}
    numerator: {fr: "l’ont utilisé au cours du dernier mois", en: used it in the last month}
    denominator: {fr: personnes interrogées au guichet, en: people asked at the counter}
  counts:
  - {fr: "On demande : l’avez-vous utilisé au cours du dernier mois ?", en: "We ask: did you use it in the last month?"}
  least: {value: 0.2, because: {fr: un sur cinq, en: one in five}}
  useful: {value: 0.35, because: {fr: un sur trois, en: one in three}}
  cycle_weeks: 4
  needs: {channels: {kind: network}, because: {fr: on demande le réseau, en: the network is asked about}}
  evidence: {period: monthly, base: all}
  sources: [our-town]
"""


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
