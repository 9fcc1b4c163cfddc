"""The answer to a brief, with all it rests on. Ids and numbers only: prose is rendered last."""

from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

from channelfit.advice.brief import Brief
from channelfit.presence.model import Share
from channelfit.rulebook.model import Kind

Verdict: TypeAlias = Literal["lead", "support", "pilot", "avoid"]


class Points(Struct, frozen=True):
    rule: str
    points: int


class Fit(Struct, frozen=True):
    """How well a channel serves a goal for those who are there, 0 to 1; 0 where a veto falls."""

    value: float
    points: int
    rules: tuple[Points, ...]
    vetoes: tuple[str, ...] = ()


class Contribution(Struct, frozen=True):
    """One term of a score: weight × presence × fit × 100."""

    goal: str
    audience: str
    weight: float
    presence: Share
    fit: Fit
    score: float


class Ranked(Struct, frozen=True):
    rank: int
    channel: str
    kind: Kind
    score: float
    points: float
    verdict: Verdict
    contributions: tuple[Contribution, ...]
    conditions: tuple[str, ...]
    cautions: tuple[str, ...]


class Excluded(Struct, frozen=True):
    channel: str
    rules: tuple[str, ...]
    instead: tuple[str, ...]


class RequiredChannel(Struct, frozen=True):
    channel: str
    rules: tuple[str, ...]


class Considered(Struct, frozen=True):
    """What somebody asked for. `rank` and `verdict` are None where the channel is excluded or does not exist."""

    channel: str
    rank: int | None
    verdict: Verdict | None
    loses_on: tuple[str, ...]
    excluded_by: tuple[str, ...] = ()


class LeftOut(Struct, frozen=True):
    """The part of an audience that none of the advised channels reaches, and channels that would."""

    audience: str
    share: float
    channels: tuple[str, ...]


class PendingVeto(Struct, frozen=True):
    """A veto that falls if facts not given turn out so."""

    channel: str
    rule: str
    facts: tuple[str, ...]


class Advice(Struct, frozen=True):
    as_of: date
    brief: Brief
    ranking: tuple[Ranked, ...]
    excluded: tuple[Excluded, ...]
    required: tuple[RequiredChannel, ...]
    considered: tuple[Considered, ...]
    left_out: tuple[LeftOut, ...]
    advice: tuple[str, ...]
    pending: tuple[PendingVeto, ...]
    oldest_evidence: date | None
    past_review: tuple[str, ...]
