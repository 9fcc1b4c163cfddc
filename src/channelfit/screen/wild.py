"""From an account found in the wild to a request: what is known of it already, and the path to put it in order."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from channelfit.audit.run import AuditTools, organisation_of
from channelfit.channels import Recogniser
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
KIND, DECISION, DONE = "kind", "decision", "done_on"
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
    """A step of the path and its day, where the day it was found is known."""

    step: str
    day: date | None


class Wild(Struct, frozen=True):
    """An account found in the wild: what a request can take over, the next step of the track, the path with its dates.

    Days of which the inventory says nothing are None: the path then counts from the day somebody notes.
    """

    name: str
    found_on: date | None
    answers: dict[str, FactValue]
    organisation: dict[str, Known]
    next_step: str | None
    path: tuple[Due, ...]
    decision: str | None = None
    done_on: date | None = None


def wild(name: str, inventories: Sequence[Inventory], rulebook: Rulebook, day: date) -> Wild:
    """The undeclared account of that id, address or name. Raises Unusable with the nearest one."""
    estate = AuditTools(rulebook, day).estate(organisation_of(inventories), inventories)
    typed = _same(name, rulebook)
    found = {str(examined.at.record.facts[key]): examined for examined in estate.undeclared() for key in NAMES if examined.at.record.facts.get(key)}
    name = next((known for known in found if known == name or (typed is not None and _same(known, rulebook) == typed)), name)
    if name not in found:
        raise Unusable([Problem("unknown-undeclared", params={"found": name, "nearest": nearest(name, found), "known": tuple(found)})])
    facts, record = found[name].facts, found[name].at.record
    since = record.facts.get(FOUND)
    begins = since if isinstance(since, date) else None
    if begins is not None and begins > day:
        raise Unusable(
            [Problem("found-in-the-future", found[name].at.inventory.place(record, FOUND), {"found": begins.isoformat(), "day": day.isoformat()})]
        )
    decided, done = record.facts.get(DECISION), record.facts.get(DONE)
    step = facts.get(NEXT_STEP)
    return Wild(
        name=name,
        found_on=begins,
        answers=_answers(record.facts),
        organisation=dict(organisation_of(inventories)),
        next_step=step if isinstance(step, str) else None,
        path=tuple(Due(item.id, begins and begins + timedelta(days=item.days)) for item in rulebook.screening().path(record.facts.get(KIND))),
        decision=decided if isinstance(decided, str) else None,
        done_on=done if isinstance(done, date) else None,
    )


def _same(address: str, rulebook: Rulebook) -> tuple[str, str] | None:
    """What two addresses of one account have in common; nothing where the text is the address of none."""
    account = Recogniser(rulebook).of_url(address)
    return None if account is None else (account.network, account.key)


def _answers(facts: Mapping[str, Known]) -> dict[str, FactValue]:
    known = {theirs: facts.get(mine) for mine, theirs in AS_REQUEST.items()}
    return {name: value for name, value in known.items() if isinstance(value, str | bool)}
