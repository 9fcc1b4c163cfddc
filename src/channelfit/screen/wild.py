"""From an account found in the wild to a request: what is known of it already, and the path to put it in order."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from channelfit.audit.run import AuditTools, organisation_of
from channelfit.conditions.model import FactValue, Known
from channelfit.inventory.model import Inventory
from channelfit.rulebook.model import Rulebook
from channelfit.screen.advised import PLATFORM
from channelfit.screen.understand import OBJECTIVE
from channelfit.source.nearest import nearest
from channelfit.source.place import Problem, Unusable

NAMES = ("id", "url", "name")
FOUND = "found_on"
NEXT_STEP = "next_step"
AS_REQUEST = {
    "author_unit": "request.unit",
    "channel": PLATFORM,
    "need": OBJECTIVE,
    "need_kind": "request.need_kind",
    "audience_internal": "request.audience_internal",
    "shows_minors": "request.shows_minors",
}
"""What the track of undeclared accounts says, by the field of a request that says the same."""


class Due(Struct, frozen=True):
    """A step of the path and its day."""

    step: str
    day: date


class Wild(Struct, frozen=True):
    """An account found in the wild: what a request can take over, the next step of the track, the path with its dates."""

    name: str
    found_on: date
    answers: dict[str, FactValue]
    organisation: dict[str, Known]
    next_step: str | None
    path: tuple[Due, ...]


def wild(name: str, inventories: Sequence[Inventory], rulebook: Rulebook, day: date) -> Wild:
    """The undeclared account of that id, address or name. Raises Unusable with the nearest one."""
    estate = AuditTools(rulebook, day).estate(organisation_of(inventories), inventories)
    found = {str(examined.at.record.facts[key]): examined for examined in estate.undeclared() for key in NAMES if examined.at.record.facts.get(key)}
    if name not in found:
        raise Unusable([Problem("unknown-undeclared", params={"found": name, "nearest": nearest(name, found), "known": tuple(found)})])
    facts, record = found[name].facts, found[name].at.record
    since = record.facts.get(FOUND)
    begins = since if isinstance(since, date) else day
    step = facts.get(NEXT_STEP)
    return Wild(
        name=name,
        found_on=begins,
        answers=_answers(record.facts),
        organisation=dict(organisation_of(inventories)),
        next_step=step if isinstance(step, str) else None,
        path=tuple(Due(item.id, begins + timedelta(days=item.days)) for item in rulebook.screening().regularisation),
    )


def _answers(facts: Mapping[str, Known]) -> dict[str, FactValue]:
    known = {theirs: facts.get(mine) for mine, theirs in AS_REQUEST.items()}
    return {name: value for name, value in known.items() if isinstance(value, str | bool)}
