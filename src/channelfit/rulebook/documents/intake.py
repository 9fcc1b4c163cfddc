"""How spreadsheets and registers are read, as it is written."""

from channelfit.rulebook.documents.base import OneOrMany, Part, Prose, Slug, SynonymsPart, TextPart
from channelfit.rulebook.documents.checks import Name
from channelfit.rulebook.intake import Days


class PresetPart(Part):
    id: Slug
    label: TextPart
    columns: dict[Name, Prose]
    entries: OneOrMany[Prose] = ()
    days: Days | None = None
    organisation: dict[Name, Prose] = {}


class IntakePart(Part):
    headings: dict[Name, SynonymsPart] = {}
    words: dict[Name, SynonymsPart] = {}
    label_words: dict[Prose, tuple[Prose, ...]] = {}
    languages: dict[Prose, tuple[Prose, ...]] = {}
    names: tuple[Prose, ...] = ()
    first: tuple[Name, ...] = ()
    presets: tuple[PresetPart, ...] = ()
