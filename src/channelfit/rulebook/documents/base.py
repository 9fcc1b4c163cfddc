"""What every part of a rulebook file shares."""

from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

T = TypeVar("T")


class Part(BaseModel):
    """A closed mapping: unknown keys are errors, and what was read never changes."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, allow_inf_nan=False)


def _listed(value: object) -> object:
    return value if isinstance(value, list | tuple) or value is None else [value]


OneOrMany = Annotated[tuple[T, ...], BeforeValidator(_listed)]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+([-/][a-z0-9]+)*$")]
CountryCode = Annotated[str, Field(pattern=r"^([A-Z]{2}|world)$")]
Prose = Annotated[str, Field(min_length=1)]


class TextPart(Part):
    """A text in every language of the rulebook."""

    fr: Prose
    en: Prose


class SynonymsPart(Part):
    """Words that people type for a term, by language. Spreadsheets come in more languages than our own texts do."""

    fr: tuple[Prose, ...] = ()
    en: tuple[Prose, ...] = ()
    de: tuple[Prose, ...] = ()
