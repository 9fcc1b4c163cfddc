"""Fields of an inventory, facts derived from them, and checks, as they are written."""

from datetime import date
from typing import Annotated, Any

from pydantic import Field, model_validator

from channelfit.rulebook.checks import Basis, FieldKind, Scope, Severity
from channelfit.rulebook.documents.base import OneOrMany, Part, Prose, Slug, SynonymsPart, TextPart, YesNo

DERIVATIONS = (
    "count", "sum", "largest", "names", "soonest", "size", "unserved", "outside", "overlap", "shared", "common", "days_since",
    "days_until", "days_between", "months_until", "in_season", "length", "first", "host_within", "contains", "matches", "ratio",
    "presence", "score", "best_score", "best_channel", "track",
)  # fmt: skip
"""The generic derivations; audit/derive has the meaning of each."""

Name = Annotated[str, Field(pattern=r"^[a-z0-9_]+(\.[a-z0-9_]+)*$")]


class FieldOptionPart(Part):
    id: Prose
    label: TextPart
    words: SynonymsPart = SynonymsPart()


class FieldPart(Part):
    id: Name
    of: Name
    kind: FieldKind
    label: TextPart
    options: tuple[FieldOptionPart, ...] = ()
    entry: Name | None = None
    headings: SynonymsPart = SynonymsPart()
    default: Prose | None = None
    left_out_is_absent: YesNo = False
    computed: YesNo = False
    at_most: float | None = Field(None, ge=0)


class DerivedPart(Part):
    id: Name
    of: Name
    label: TextPart
    where: dict[str, Any] | None = None
    same: tuple[Name, ...] = ()
    count: OneOrMany[Name] | None = None
    sum: OneOrMany[Name] | None = None
    largest: OneOrMany[Name] | None = None
    names: OneOrMany[Name] | None = None
    soonest: OneOrMany[Name] | None = None
    size: OneOrMany[Name] | None = None
    unserved: OneOrMany[Name] | None = None
    outside: OneOrMany[Name] | None = None
    overlap: OneOrMany[Name] | None = None
    shared: OneOrMany[Name] | None = None
    common: OneOrMany[Name] | None = None
    days_since: OneOrMany[Name] | None = None
    days_until: OneOrMany[Name] | None = None
    days_between: OneOrMany[Name] | None = None
    months_until: OneOrMany[Name] | None = None
    in_season: OneOrMany[Name] | None = None
    length: OneOrMany[Name] | None = None
    first: OneOrMany[Name] | None = None
    host_within: OneOrMany[Name] | None = None
    contains: OneOrMany[Name] | None = None
    matches: OneOrMany[Name] | None = None
    ratio: OneOrMany[Name] | None = None
    presence: OneOrMany[Name] | None = None
    score: OneOrMany[Name] | None = None
    best_score: OneOrMany[Name] | None = None
    best_channel: OneOrMany[Name] | None = None
    track: OneOrMany[Name] | None = None

    @model_validator(mode="after")
    def one_derivation(self) -> "DerivedPart":
        if len(self.stated()) != 1:
            raise ValueError(f"needs exactly one of {', '.join(DERIVATIONS)}; found: {', '.join(self.stated()) or 'none'}")
        return self

    def stated(self) -> dict[str, tuple[str, ...]]:
        return {name: operands for name in DERIVATIONS if (operands := getattr(self, name)) is not None}


class LimitPart(Part):
    value: float
    unit: TextPart
    basis: Basis
    note: TextPart | None = None


class StepPart(Part):
    """A line of the track. `understand` marks the step that comes before what is not known."""

    id: Slug
    understand: YesNo = False
    when: dict[str, Any] = {}
    decision: Slug | None = None
    then: TextPart
    sources: tuple[Slug, ...] = Field(min_length=1)


class CheckPart(Part):
    id: Slug
    since: date = Field(alias="from")
    until: date | None = None
    review_by: date
    each: Scope
    where: OneOrMany[Prose] | None = None
    severity: Severity
    limit: LimitPart | None = None
    supersedes: OneOrMany[Slug] = ()
    over: Name | None = None
    key: Name | None = None
    one: dict[str, Any] | None = None
    other: dict[str, Any] | None = None
    same: OneOrMany[Name] = ()
    when: dict[str, Any]
    unless: dict[str, Any] | None = None
    at: OneOrMany[Name] = ()
    title: TextPart
    message: TextPart
    fix: TextPart
    because: TextPart
    sources: tuple[Slug, ...] = Field(min_length=1)
    note: str | None = None
