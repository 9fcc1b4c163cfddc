"""What every part of a rulebook file shares."""

from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetJsonSchemaHandler

from channelfit.source.reader import SPOKEN_BOOLEANS

T = TypeVar("T")


class Part(BaseModel):
    """A closed mapping: unknown keys are errors, and what was read never changes."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, allow_inf_nan=False)


def _listed(value: object) -> object:
    return value if isinstance(value, list | tuple) or value is None else [value]


def _spoken(value: object) -> object:
    return SPOKEN_BOOLEANS.get(value.lower(), value) if isinstance(value, str) else value


YesNo = Annotated[bool, BeforeValidator(_spoken)]


class _OneToo:
    """Says in a JSON Schema what the validator allows: one value in the place of a list."""

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        several = handler(schema)
        return {"anyOf": [several["items"], several]}


OneOrMany = Annotated[tuple[T, ...], BeforeValidator(_listed), _OneToo()]
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
