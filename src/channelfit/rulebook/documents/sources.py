"""Bibliography and measured shares."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from channelfit.rulebook.documents.base import CountryCode, Part, Prose, Slug
from channelfit.rulebook.model import Verified

SourceKind = Literal[
    "law", "regulator", "public-body", "professional-body", "practitioner", "media", "vendor", "academic", "survey", "platform", "judgement"
]

Unknown = Literal["unknown"]
"""Somebody looked, and nothing says so: not the same as a line left out."""


class SourcePart(Part):
    title: Prose
    publisher: Prose
    kind: SourceKind = "practitioner"
    how_verified: Verified
    year: Annotated[int, Field(ge=1900, le=2100)] | Unknown | None = None
    published_on: date | None = None
    url: str | None = None
    country: CountryCode | None = None
    language: str | None = None
    note: str | None = None


class RowPart(Part):
    id: Slug
    on: Slug
    who: Slug
    share: float = Field(ge=0, le=1)
    ages: tuple[int | None, int | None] | None = None
    group: str | None = None
    n: int | None = Field(default=None, gt=0)


class TablePart(Part):
    """Rows of one survey that share what was asked, of whom, when and how it was verified."""

    source: Slug
    country: CountryCode
    region: str | None = None
    year: int = Field(ge=1990, le=2100)
    fieldwork_on: date | None = None
    period: Slug
    question: str | None = None
    base: Slug
    base_wording: str | None = None
    how_verified: Verified
    sample: Unknown | None = None
    note: str | None = None
    rows: tuple[RowPart, ...] = Field(min_length=1)


class FigurePart(Part):
    """A figure that is no share of a population: reach of a post, hours, rates."""

    id: Slug
    source: Slug
    about: Slug
    metric: Prose
    population: Prose
    country: Prose
    year: int
    value: float
    how_verified: Verified
    note: str | None = None
