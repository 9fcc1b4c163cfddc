"""Dates as people write them. Which number is the day is told by the column, never guessed."""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime

from msgspec import Struct

from channelfit.intake.table import Cell, shown
from channelfit.rulebook.intake import Days
from channelfit.source.nearest import fold
from channelfit.words.en import MONTHS as ENGLISH
from channelfit.words.fr import MONTHS as FRENCH

GERMAN = ("januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember")
LETTERS = 3  # of a month's name, where it is cut short
CENTURY = 2000
FIRST_YEAR, LAST_YEAR = 1990, 2100
MONTHS_OF_A_YEAR = 12
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s].*)?")
_NUMBERS = re.compile(r"(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?:[T,\s].*)?")
_NAMED = re.compile(r"(?:\w+\.?,?\s+)?(\d{1,2})(?:er|st|nd|rd|th|\.)?\s+([^\W\d]+)\.?,?\s+(\d{4})\b.*")
_NAMED_FIRST = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b.*")


class Order(Struct, frozen=True):
    """Which number is the day in `03/04/2026`; None where the column leaves it open or contradicts itself."""

    days: Days | None
    open: bool = False


def order_of(cells: Iterable[Cell]) -> Order:
    """What the dates of a column prove. A point between the numbers puts the day first, as where it is written so."""
    first = second = unclear = False
    for cell in cells:
        found = _NUMBERS.fullmatch(cell.strip()) if isinstance(cell, str) else None
        if found is None:
            continue
        one, two = int(found[1]), int(found[3])
        first |= one > MONTHS_OF_A_YEAR or (found[2] == "." and two <= MONTHS_OF_A_YEAR)
        second |= two > MONTHS_OF_A_YEAR
        unclear |= one != two
    if first != second:
        return Order("day-first" if first else "month-first")
    return Order(None, open=first or unclear)


def day_of(cell: Cell, order: Order) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = shown(cell)
    if found := _NUMBERS.fullmatch(text):
        return _from_numbers(found, order)
    return _unmistakable(text)


def _unmistakable(text: str) -> date | None:
    """A date with the year first, or with the month in letters."""
    if found := _ISO.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _NAMED.fullmatch(text):
        return _day(int(found[3]), _month(found[2]), int(found[1]))
    if found := _NAMED_FIRST.fullmatch(text):
        return _day(int(found[3]), _month(found[1]), int(found[2]))
    return None


def looks_like_day(text: str) -> bool:
    return any(pattern.fullmatch(text) for pattern in (_ISO, _NUMBERS, _NAMED, _NAMED_FIRST))


def _from_numbers(found: re.Match[str], order: Order) -> date | None:
    one, two, year = int(found[1]), int(found[3]), int(found[4])
    if order.days is None and one != two:
        return None
    day, month = (two, one) if order.days == "month-first" else (one, two)
    return _day(year if year > MONTHS_OF_A_YEAR * 10 else CENTURY + year, month, day)


def _day(year: int, month: int, day: int) -> date | None:
    with suppress(ValueError):
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    return None


def _month(name: str) -> int:
    """The number of a month in three languages, in full or cut short; 0 for none, or for one of two."""
    word = fold(name)
    full = {at for months in (FRENCH, ENGLISH, GERMAN) for at, month in enumerate(months, 1) if fold(month) == word}
    short = {
        at for months in (FRENCH, ENGLISH, GERMAN) for at, month in enumerate(months, 1) if len(word) >= LETTERS and fold(month).startswith(word)
    }
    found = full or short
    return found.pop() if len(found) == 1 else 0
