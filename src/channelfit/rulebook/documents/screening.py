"""Questions, stops and alternatives of the screening, as they are written."""

from datetime import date
from typing import Any

from pydantic import Field, model_validator

from channelfit.rulebook.checks import Basis
from channelfit.rulebook.documents.base import OneOrMany, Part, Prose, Slug, SynonymsPart, TextPart, YesNo
from channelfit.rulebook.documents.checks import LimitPart, Name
from channelfit.rulebook.screening import Effect


class QuestionPart(Part):
    id: Slug
    gate: YesNo = False
    ask: TextPart
    purpose: TextPart
    fields: tuple[Name, ...] = Field(min_length=1)
    also: tuple[Name, ...] = ()
    sources: tuple[Slug, ...] = Field(min_length=1)
    note: str | None = None


class AlternativePart(Part):
    id: Slug
    label: TextPart
    means: TextPart
    named_by: Name | None = None
    sources: tuple[Slug, ...] = Field(min_length=1)


class StopsPart(Part):
    """What follows from a stop: at which question, what becomes of the request, where to send it."""

    question: Slug
    outcome: Effect
    to: OneOrMany[Slug] = ()

    @model_validator(mode="after")
    def sent_somewhere(self) -> "StopsPart":
        if (self.outcome == "redirect") != bool(self.to):
            raise ValueError("to: says where a redirect leads, and nothing else has it")
        return self


class StopPart(Part):
    id: Slug
    since: date = Field(alias="from")
    until: date | None = None
    review_by: date
    where: OneOrMany[Prose] | None = None
    limit: LimitPart | None = None
    when: dict[str, Any]
    unless: dict[str, Any] | None = None
    stops: StopsPart
    because: TextPart
    remedy: TextPart
    sources: tuple[Slug, ...] = Field(min_length=1)
    note: str | None = None


class PhrasesPart(SynonymsPart):
    """Words by which a sentence is recognised, in the languages people write in."""


class PathStepPart(Part):
    """A step from an account found in the wild to one that is in order."""

    id: Slug
    days: int = Field(ge=0)
    basis: Basis
    owner: TextPart
    do: TextPart
    checks: tuple[Slug, ...] = ()
    kinds: tuple[Slug, ...] = ()
    sources: tuple[Slug, ...] = Field(min_length=1)
