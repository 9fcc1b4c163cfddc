"""A request for an account, and what came of it. Ids and parameters only: prose is rendered last."""

from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

from channelfit.conditions.model import Known
from channelfit.inventory.model import Record
from channelfit.rulebook.screening import Effect
from channelfit.screen.unclear import Unclear
from channelfit.source.data import region_of
from channelfit.source.place import Place
from channelfit.source.tree import Document

Outcome: TypeAlias = Literal["open", "pilot", "redirect", "defer", "refuse"]


class Request(Struct, frozen=True):
    """One file: who asks for what, in which organisation. `facts` go by the names that the rulebook gives them."""

    document: Document
    facts: Record
    organisation: Record
    as_of: date | None = None

    def place(self, field: str) -> Place:
        """Where a field stands; where it is not written, what would hold it."""
        return region_of(self.document, (*self.facts.path, *field.split(".")))


class Met(Struct, frozen=True):
    """A stop that holds. `to` are ids of channels, accounts and alternatives, best first; `params` what its texts speak of."""

    stop: str
    question: str
    outcome: Effect
    to: tuple[str, ...]
    params: dict[str, Known]


class Undecided(Struct, frozen=True):
    """A stop that what is known does not decide, and what would."""

    stop: str
    question: str
    fields: tuple[str, ...]


class Screened(Struct, frozen=True):
    """The answer to a request. `missing` are answers to give; `undecided` are stops that wait for what no request says.

    `not_understood` are words that name no objective or audience; they are among the answers to give unless a stop took them up.
    `passed` are the stops known not to hold; `facts` is what was asked for, as understood: what a letter has to name.
    """

    as_of: date
    outcome: Outcome
    redirect_to: tuple[str, ...]
    stops: tuple[Met, ...]
    missing: tuple[str, ...]
    undecided: tuple[Undecided, ...]
    facts: dict[str, Known]
    passed: tuple[str, ...] = ()
    organisation: str | None = None
    not_understood: tuple[Unclear, ...] = ()
