"""Advice rules as they are written, and the sugar of their conditions."""

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from channelfit.rulebook.documents.base import OneOrMany, Part, Slug, TextPart

EFFECTS = ("fits", "excludes", "requires", "presence", "caution", "advice")
ANSWER = "answer"


class ExcludesPart(Part):
    channels: OneOrMany[Slug]
    instead: OneOrMany[Slug] = ()


class OneOfPart(Part):
    one_of: tuple[Slug, ...] = Field(min_length=1)


Points = Annotated[int, Field(ge=-3, le=3)]
Share = Annotated[float, Field(ge=0, le=1)] | str
Required = Annotated[OneOfPart | tuple[Slug, ...], BeforeValidator(lambda value: (value,) if isinstance(value, str) else value)]


class RulePart(Part):
    id: Slug
    since: date = Field(alias="from")
    until: date | None = None
    review_by: date
    when: dict[str, Any] = {}
    unless: dict[str, Any] | None = None
    fits: dict[Slug, Points] | None = Field(default=None, min_length=1)
    excludes: ExcludesPart | None = None
    requires: Required | None = None
    presence: dict[Slug, Share] | None = Field(default=None, min_length=1)
    caution: OneOrMany[Slug] | None = None
    advice: OneOrMany[Slug] | None = None
    because: TextPart
    sources: tuple[Slug, ...] = Field(min_length=1)
    note: str | None = None

    @model_validator(mode="after")
    def one_effect(self) -> "RulePart":
        found = [name for name in EFFECTS if getattr(self, name) is not None]
        if len(found) != 1:
            raise ValueError(f"needs exactly one of {', '.join(EFFECTS)}; found: {', '.join(found) or 'none'}")
        return self


class DisablePart(Part):
    """A rule or a check of a layer below that does not apply here, and why."""

    id: Slug
    because: TextPart
