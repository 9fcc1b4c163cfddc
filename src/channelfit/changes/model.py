"""The difference between two answers to one brief. Ids and numbers only: prose is rendered last."""

from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from channelfit.advice.brief import Brief
from channelfit.advice.model import Advice, Ranked, RequiredChannel, Verdict
from channelfit.presence.model import Share
from channelfit.rulebook.edition import Edition

What: TypeAlias = Literal["rule", "figure", "channel"]
How: TypeAlias = Literal[
    "since", "ended", "opened", "closed", "renamed", "added", "replaced", "disabled", "steps-in", "gives-way", "too-old", "older", "applies",
    "here", "not-here",
]  # fmt: skip
Factor: TypeAlias = Literal["fit", "presence"]


class Answered(NamedTuple):
    """An answer and the edition of the rulebook it was given from."""

    advice: Advice
    edition: Edition


class Cause(Struct, frozen=True):
    """A rule, a figure or a channel that counts on one side otherwise than on the other.

    By dates: `since`, `ended`, `opened`, `closed`, `renamed`, on `day`. By the overlay `origin`: `added`, `replaced`, `disabled`. By what
    else is known: `steps-in`, `gives-way`, `too-old` (no longer comparable), `older` (the same figure, worth fewer answers). By the
    country: `here`, `not-here`.
    """

    what: What
    id: str
    how: How
    day: date | None = None
    origin: str = ""


class Part(Struct, frozen=True):
    """A part of the change of a channel's score; the parts of a channel add up to it. `shares` are a presence before and after."""

    factor: Factor
    goal: str
    audience: str
    score: float
    causes: tuple[Cause, ...]
    shares: tuple[float, float] | None = None


class Standing(Struct, frozen=True):
    rank: int
    verdict: Verdict
    score: float


def standing(item: Ranked | None) -> Standing | None:
    return None if item is None else Standing(item.rank, item.verdict, item.score)


class Moved(Struct, frozen=True):
    """A channel that stands otherwise. Where it is missing on one side, `causes` say why; else the parts do."""

    channel: str
    before: Standing | None
    after: Standing | None
    parts: tuple[Part, ...] = ()
    causes: tuple[Cause, ...] = ()

    @property
    def judged_otherwise(self) -> bool:
        return (self.before.verdict if self.before else None) != (self.after.verdict if self.after else None)


class Presence(Struct, frozen=True):
    """The presence of an audience on a channel, on both sides."""

    channel: str
    audience: str
    before: Share
    after: Share
    causes: tuple[Cause, ...]


class First(Struct, frozen=True):
    """Who comes first among the networks, or among all that is none."""

    networks: bool
    before: str | None
    after: str | None


class Gate(Struct, frozen=True):
    """A channel that is ruled out, or required, on one side only; `falls` when it is so on the later one."""

    channel: str
    falls: bool
    causes: tuple[Cause, ...]


class Decided(Struct, frozen=True):
    """A channel of the decision on record: how it stands, and how it stood on the day of the decision."""

    channel: str
    now: Standing | None
    then: Standing | None
    holds: bool
    excluded_by: tuple[str, ...] = ()
    moved: Moved | None = None


class Review(Struct, frozen=True):
    """The decision on record, looked at again. A duty that came after the decision breaks it; one that stood already is only told."""

    channels: tuple[Decided, ...]
    new_duties: tuple[RequiredChannel, ...]
    old_duties: tuple[RequiredChannel, ...]
    compared: bool

    @property
    def holds(self) -> bool:
        return not self.new_duties and all(item.holds for item in self.channels)


class Changes(Struct, frozen=True):
    """All that differs between two answers. `decision` is None where the brief records none."""

    brief: Brief
    first: tuple[First, ...]
    moved: tuple[Moved, ...]
    excluded: tuple[Gate, ...]
    required: tuple[Gate, ...]
    presences: tuple[Presence, ...]
    channels: tuple[Cause, ...]
    decision: Review | None

    def with_decision(self, decision: Review) -> "Changes":
        return replace(self, decision=decision)


class Compared(NamedTuple):
    """A brief and the file it stands in, compared between two days, or (`overlaid`) without and with the overlays."""

    file: str
    overlaid: bool
    sides: tuple[Answered, Answered]
    changes: Changes

    @property
    def broken(self) -> bool:
        return self.changes.decision is not None and not self.changes.decision.holds
