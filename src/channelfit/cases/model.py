"""A case as read, and what came of it. Ids and parameters only: prose is rendered last."""

from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

from channelfit.advice.brief import Brief
from channelfit.advice.model import Advice, Contribution
from channelfit.audit.model import Audit
from channelfit.inventory.model import Inventory, Source
from channelfit.screen.model import Request, Screened
from channelfit.source.data import Data
from channelfit.source.place import Param, Place

Response: TypeAlias = Advice | Audit | Screened
Status: TypeAlias = Literal["passed", "failed", "todo", "todo-passes"]
ACCEPTED = ""  # in place of the code of a problem: nothing is wrong


class Expectation(Struct, frozen=True):
    """One line of `expect:`. `names` are the rules and checks it speaks of."""

    kind: str
    value: Data
    place: Place
    names: tuple[str, ...] = ()


class Case(Struct, frozen=True):
    """A brief, an inventory or a request (with the accounts there are, where the case has any) and what is expected of the answer.

    `refused` are the codes of what makes the input unusable; a case that does not expect them was never read. `origin` is the overlay it
    stands beside, if any; `file` the path as the user would name it.
    """

    name: str
    place: Place
    family: str
    origin: str
    day: date
    expect: tuple[Expectation, ...]
    brief: Brief | None = None
    request: Request | None = None
    existing: tuple[Inventory, ...] = ()
    sources: tuple[Source, ...] = ()
    refused: tuple[str, ...] = ()
    todo: str | None = None


class Row(Struct, frozen=True):
    """The part of a channel's score that one goal and audience made."""

    channel: str
    part: Contribution


class Miss(Struct, frozen=True):
    """An expectation that was not met: what was expected, what came instead, and what decided.

    `got` names a message; `rows` are the contributions behind it, `rules` the rules and checks.
    """

    kind: str
    expected: str
    place: Place
    got: str
    params: dict[str, Param] = {}
    rows: tuple[Row, ...] = ()
    rules: tuple[str, ...] = ()


class Outcome(Struct, frozen=True):
    """A case that was run. `answer` is None where the input was refused."""

    case: Case
    misses: tuple[Miss, ...]
    answer: Response | None = None

    @property
    def status(self) -> Status:
        if self.case.todo is not None:
            return "todo" if self.misses else "todo-passes"
        return "failed" if self.misses else "passed"
