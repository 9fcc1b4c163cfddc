"""Contributions to ranks."""

from collections.abc import Iterable
from math import fsum

from channelfit.advice.brief import Brief
from channelfit.advice.fit import fit
from channelfit.advice.model import Contribution
from channelfit.advice.trace import Cell
from channelfit.presence.lookup import Presences
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Sheet

TIE = 9  # decimals within which two scores are the same
PERCENT = 100


def contributions(
    sheet: Sheet, cells: Iterable[tuple[Cell, float]], brief: Brief, edition: Edition, presences: Presences
) -> tuple[Contribution, ...]:
    """One term a goal and audience; they add up to the channel's score."""
    rows = []
    for cell, weight in cells:
        presence = presences.of(sheet, edition.audiences[cell.audience], cell.presences.get(sheet.id, ()), brief.territory)
        fitted = fit(cell, sheet.id, edition.rulebook.method)
        rows.append(Contribution(cell.goal, cell.audience, weight, presence, fitted, weight * presence.share * fitted.value * PERCENT))
    return tuple(rows)


def total(rows: tuple[Contribution, ...]) -> float:
    return fsum(row.score for row in rows)


def order(sheet: Sheet, score: float) -> tuple[float, float, str]:
    """Best first; ties by fewer hours, then by id."""
    hours = sheet.hours_per_week.value if sheet.hours_per_week is not None else 0.0
    return -round(score, TIE), hours, sheet.id


def ranks(scores: list[float]) -> list[int]:
    """Competition ranks (1, 1, 3) of scores that come best first."""
    rounded = [round(score, TIE) for score in scores]
    return [rounded.index(score) + 1 for score in rounded]
