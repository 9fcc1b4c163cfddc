"""Fact sheets of channels and groups of them by property."""

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from channelfit.rulebook.documents.addresses import AccountPattern
from channelfit.rulebook.documents.base import CountryCode, OneOrMany, Part, Prose, Slug, SynonymsPart, TextPart
from channelfit.rulebook.model import Kind, Load, Reading

Trait = Literal[
    "text", "visual", "video", "live", "messaging", "group", "profile", "closed", "push", "forum", "commercial", "european", "staff", "insights"
]
"""`insights`: the network hands its figures on visitors to whoever runs the account."""
Skill = Literal["writing", "photo", "video", "live", "design"]


class GroundedPart(Part):
    """A number with its source, or marked as a judgement."""

    value: float = Field(ge=0)
    source: Slug | None = None
    basis: Literal["judgement"] | None = None
    because: TextPart | None = None

    @model_validator(mode="after")
    def grounded(self) -> "GroundedPart":
        if (self.source is None) == (self.basis is None):
            raise ValueError("needs either a source or `basis: judgement`")
        return self


class NamePart(TextPart):
    since: date | None = Field(default=None, alias="from")
    until: date | None = None


class OperatorPart(Part):
    name: Prose
    country: CountryCode | None = None


class OpeningPart(Part):
    country: CountryCode
    since: date = Field(alias="from")


class EventPart(TextPart):
    on: date
    source: Slug | None = None


class SheetPart(Part):
    id: Slug
    kind: Kind
    names: tuple[NamePart, ...] = Field(min_length=1)
    synonyms: SynonymsPart = SynonymsPart()
    use: TextPart
    limits: TextPart | None = None
    public: bool
    network: Slug | None = None
    operator: OperatorPart | None = None
    since: date | None = None
    until: date | None = None
    countries: tuple[CountryCode, ...] | None = None
    not_in: tuple[CountryCode | OpeningPart, ...] = ()
    opened: tuple[OpeningPart, ...] = ()
    surface_factor: GroundedPart | None = None
    urls: tuple[AccountPattern, ...] = ()
    same_names_as: Slug | None = None
    hours_per_week: GroundedPart | None = None
    skills: tuple[Skill, ...] = ()
    minimum_age: GroundedPart | None = None
    read_without_account: Reading | None = None
    moderation_load: Load | None = None
    algorithmic: bool | None = None
    comments: bool | None = None
    real_names: bool | None = None
    traits: tuple[Trait, ...] = ()
    features_changed: tuple[EventPart, ...] = ()
    sources: tuple[Slug, ...] = ()
    review_by: date
    note: str | None = None


class GroupPart(Part):
    """Channels by property: every line must hold; a list means one of; `traits` and `any_traits` look at the traits."""

    kind: OneOrMany[Kind] | None = None
    public: bool | None = None
    algorithmic: bool | None = None
    comments: bool | None = None
    real_names: bool | None = None
    read_without_account: OneOrMany[Reading] | None = None
    moderation_load: OneOrMany[Load] | None = None
    traits: OneOrMany[Trait] | None = None
    any_traits: OneOrMany[Trait] | None = None
    without_traits: OneOrMany[Trait] | None = None
    networks: OneOrMany[Slug] | None = None
