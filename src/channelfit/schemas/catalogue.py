"""The schemas there are, each made by a module of its own."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TypeAlias

from msgspec import Struct

from channelfit.rulebook.model import Rulebook
from channelfit.rulebook.text import Language
from channelfit.schemas.ids import Ids
from channelfit.schemas.pieces import Schema
from channelfit.schemas.said import Said

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS = ("brief", "presence", "rulebook", "config", "case", "request", "survey", "pilot", "advice", "audit", "import", "plan", "screen")


class Options(Struct, frozen=True):
    """What a configuration may set: the options of every command and those of each, with their help and their values."""

    shared: tuple[str, ...]
    commands: Mapping[str, tuple[str, ...]]
    switches: tuple[str, ...]
    lists: tuple[str, ...]
    numbers: tuple[str, ...]
    tables: tuple[str, ...]
    choices: Mapping[str, tuple[str, ...]]
    help: Callable[[str, str], str]


Made: TypeAlias = Callable[[Ids, Options], Schema]


def schema_of(name: str, rulebook: Rulebook, lang: Language, settings: Options) -> Schema:
    """A schema with its titles and descriptions in a language, and the ids of a rulebook."""
    said = Said(lang)
    ids = Ids(rulebook, said)
    make: Made = import_module(f"channelfit.schemas.of_{name}").schema
    body = make(ids, settings)
    comment = f"channelfit schema {name} --lang {lang}: {rulebook.name} {rulebook.version}"
    defs = {"$defs": dict(sorted(ids.used.items()))} if ids.used else {}
    return {"$schema": DIALECT, "$comment": comment, **said.about(name), **body, **defs}
