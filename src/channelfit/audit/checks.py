"""The checks of one audit: in force that day, chosen by the user, with the user's limits and severities."""

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from channelfit.conditions.holds import bind
from channelfit.rulebook.checks import Check, Severity
from channelfit.rulebook.link.names import LIMIT


class Choice(Struct, frozen=True):
    """What a user changes: which checks run (ids or families), how grave they are, what their limits are."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}
    limits: Mapping[str, float] = {}


def chosen_checks(checks: Iterable[Check], day: date, choice: Choice) -> tuple[Check, ...]:
    return tuple(_set(check, choice) for check in checks if _in_force(check, day) and _wanted(check, choice))


def _in_force(check: Check, day: date) -> bool:
    return check.since <= day and (check.until is None or day <= check.until)


def _wanted(check: Check, choice: Choice) -> bool:
    names = {*check.names, check.family}
    return (not choice.select or not names.isdisjoint(choice.select)) and names.isdisjoint(choice.ignore)


def _set(check: Check, choice: Choice) -> Check:
    severity = choice.severity.get(check.id, choice.severity.get(check.family, check.severity))
    limit = check.limit if check.limit is None else replace(check.limit, value=choice.limits.get(check.id, check.limit.value))
    if limit is None:
        return check if severity == check.severity else replace(check, severity=severity)
    known = {LIMIT: limit.value}
    unless = None if check.unless is None else bind(check.unless, known)
    return replace(check, severity=severity, limit=limit, when=bind(check.when, known), unless=unless)
