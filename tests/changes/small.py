"""Briefs answered by the small rulebook on two days, or with an overlay on top."""

from datetime import date
from functools import cache
from pathlib import Path

from channelfit.advice.brief import Brief
from channelfit.advice.engine import advise
from channelfit.advice.read_brief import read_brief
from channelfit.changes.compare import compare
from channelfit.changes.model import Answered, Changes
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.load import load_rulebook
from channelfit.rulebook.model import Rulebook
from channelfit.source.parse import parse

DATA = Path(__file__).parents[1] / "data"
HOUSE = str(DATA / "overlay" / "house.yaml")


@cache
def small(*overlays: str) -> Rulebook:
    return load_rulebook(DATA / "small", overlays=overlays)


def brief(text: str) -> Brief:
    return read_brief(parse(text, "brief.yaml"), small(HOUSE))


def answered(asked: Brief, day: date, *overlays: str) -> Answered:
    edition = Edition(small(*overlays), day, asked.country)
    return Answered(advise(asked, edition), edition)


def between(text: str, before: date, after: date) -> Changes:
    asked = brief(text)
    return compare(answered(asked, before), answered(asked, after))


def overlaid(text: str, day: date) -> Changes:
    asked = brief(text)
    return compare(answered(asked, day), answered(asked, day, HOUSE))
