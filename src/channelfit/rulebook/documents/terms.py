"""Vocabulary: goals, audiences, facts."""

from pydantic import Field

from channelfit.rulebook.documents.base import Part, Prose, Slug, SynonymsPart, TextPart
from channelfit.rulebook.model import FactKind


class TermPart(Part):
    id: Slug
    label: TextPart
    meaning: TextPart
    synonyms: SynonymsPart = SynonymsPart()
    broader: tuple[Slug, ...] = ()
    ages: tuple[int, int | None] | None = None
    surveyed_ages: tuple[int, int | None] | None = None


class OptionPart(Part):
    id: Prose
    label: TextPart


class FactPart(Part):
    id: Prose
    label: TextPart
    meaning: TextPart
    kind: FactKind
    options: tuple[OptionPart, ...] = ()
    at_least: float | None = Field(default=None)
