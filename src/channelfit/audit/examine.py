"""One check on one subject: a finding, a pass, or not declared."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple, Protocol

from channelfit.conditions.holds import Facts, holds, unknown_subjects
from channelfit.conditions.model import Condition, Known
from channelfit.rulebook.checks import PLACEHOLDER, Check
from channelfit.rulebook.link.names import LIMIT

COUNTRY = "organisation.country"


class Subject(Facts, Protocol):
    """Facts that also know what is missing behind a name."""

    def missing(self, names: Iterable[str]) -> Iterable[str]: ...


class Lawful(Protocol):
    """What the law of some places asks for, or what holds everywhere."""

    @property
    def jurisdiction(self) -> tuple[str, ...] | None: ...


class Verdict(NamedTuple):
    """`due` is None where it depends on what is not declared: `fields`."""

    due: bool | None
    fields: tuple[str, ...] = ()


PASSED = Verdict(False)


class Jurisdictions:
    """Where the law of a check applies, by country and by region."""

    def __init__(self, regions: Mapping[str, tuple[str, ...]]) -> None:
        self._regions = regions

    def covers(self, check: Lawful, country: Known | None) -> bool | None:
        if check.jurisdiction is None:
            return True
        if not isinstance(country, str):
            return None
        return any(country == place or country in self._regions.get(place, ()) for place in check.jurisdiction)


def examine(check: Check, facts: Subject, jurisdictions: Jurisdictions) -> Verdict:
    """A check that the law of another country asks for is a pass; an exception stops it only when it is known to hold."""
    here = jurisdictions.covers(check, facts.get(COUNTRY))
    if here is False:
        return PASSED
    verdict = judged(check, check.when, check.unless, facts)
    return Verdict(None, (COUNTRY,)) if here is None and verdict.due is not False else verdict


def judged(check: Check, when: Condition, unless: Condition | None, facts: Subject) -> Verdict:
    """What the conditions of a check, or what is left of them, say of the facts."""
    due = holds(when, facts)
    if due is False or (unless is not None and holds(unless, facts)):
        return PASSED
    return Verdict(True) if due else Verdict(None, missing(check, facts))


def missing(check: Check, facts: Subject) -> tuple[str, ...]:
    """The fields whose declaration would decide a check."""
    return tuple(dict.fromkeys(facts.missing(unknown_subjects(check.when, facts))))


def parameters(check: Check, facts: Facts) -> dict[str, Known]:
    """The values that the texts of a check speak of."""
    found: dict[str, Known] = {}
    for name in _named(check.message.fr, check.message.en, check.fix.fr, check.fix.en):
        value = check.limit.value if name == LIMIT and check.limit is not None else facts.get(name)
        if value is not None:
            found[name] = value
    return found


@cache
def _named(*texts: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for text in texts for name in PLACEHOLDER.findall(text)))
