"""Bibliography and measured shares."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

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


COUNTS = "a table of one place (place:) gives for every row how many said so, of how many: said: 41, n: 62"
SHARES = "every row gives a share between 0 and 1; counts of your own place stand in a table with place:"


class RowPart(Part):
    id: Slug
    on: Slug
    who: Slug
    share: float | None = Field(default=None, ge=0, le=1)
    said: int | None = Field(default=None, ge=0)
    ages: tuple[int | None, int | None] | None = None
    group: str | None = None
    n: int | None = Field(default=None, gt=0)
    people: float | None = Field(default=None, ge=0)

    @property
    def counted(self) -> bool:
        return self.said is not None and self.n is not None and self.said <= self.n


class TablePart(Part):
    """Rows of one survey that share what was asked, of whom, when and how it was verified."""

    source: Slug
    country: CountryCode
    region: str | None = None
    place: str | None = Field(default=None, min_length=1)
    comparable: dict[Slug, Annotated[float, Field(ge=0, le=1)]] = {}
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

    @model_validator(mode="after")
    def _shares_or_counts(self) -> Self:
        """A survey of one's own place gives counts, any other one gives shares."""
        if self.place is not None and not all(row.counted for row in self.rows):
            raise ValueError(COUNTS)
        if self.place is None and not all(row.share is not None and row.said is None for row in self.rows):
            raise ValueError(SHARES)
        return self


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
