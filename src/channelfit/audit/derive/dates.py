"""Days and months. What is declared absent stays absent: there is no number of days since nothing."""

from datetime import date

from channelfit.audit.derive.context import Context
from channelfit.conditions.holds import Facts
from channelfit.conditions.model import ABSENT, Known
from channelfit.rulebook.checks import Derived

MONTHS = 12


def days_since(derived: Derived, facts: Facts, context: Context) -> Known | None:
    """Days from the date to today; negative for a date to come."""
    day = facts.get(derived.operands[0])
    return (context.today - day).days if isinstance(day, date) else day


def days_until(derived: Derived, facts: Facts, context: Context) -> Known | None:
    """Days from today to the date; negative for a date that is past."""
    day = facts.get(derived.operands[0])
    return (day - context.today).days if isinstance(day, date) else day


def months_until(derived: Derived, facts: Facts, context: Context) -> Known | None:
    """Calendar months from this one to that of the date, as laws on elections count; negative once that month is over."""
    day = facts.get(derived.operands[0])
    return (day.year - context.today.year) * MONTHS + day.month - context.today.month if isinstance(day, date) else day


def days_between(derived: Derived, facts: Facts, _context: Context) -> Known | None:
    """Days from the first date to the second."""
    start, end = (facts.get(name) for name in derived.operands)
    if isinstance(start, date) and isinstance(end, date):
        return (end - start).days
    return None if start is None or end is None else ABSENT


def in_season(derived: Derived, facts: Facts, context: Context) -> Known | None:
    """Whether today lies in one of the ranges of months and days; always, where no season is declared."""
    season = facts.get(derived.operands[0])
    if season is None or season == ABSENT:
        return None if season is None else True
    today = context.today.strftime("%m-%d")
    return any(_within(today, *str(item).split("/")) for item in (season if isinstance(season, tuple) else ()))


def _within(day: str, start: str, end: str) -> bool:
    """A range may run over the new year."""
    return start <= day <= end if start <= end else day >= start or day <= end
