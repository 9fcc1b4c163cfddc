"""The cases and the briefs that stand beside a rulebook, as rules about rules see them."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from channelfit.advice.brief import Brief
from channelfit.advice.read_brief import read_brief
from channelfit.rulebook.files import case_files
from channelfit.rulebook.layers import Layer
from channelfit.rulebook.model import Rulebook
from channelfit.source.data import place_of, plain
from channelfit.source.parse import parse
from channelfit.source.place import Place, Problem, Unusable
from channelfit.source.read import read_text
from channelfit.source.reader import parse_day
from channelfit.source.tree import Document, Mapping
from channelfit.source.tree import Sequence as Items

HAPPENS = ("fires", "advice", "cautions", "finding", "stops")  # expectations that name rules or checks which must be at work
NAMES_RULES = (*HAPPENS, "silent", "no_finding", "not_declared", "no_stops")
BRIEFS = ("briefs", "examples/briefs")


class Case(Struct, frozen=True):
    """A case as written, and the brief in it where there is one that can be read."""

    name: str
    document: Document
    index: int
    data: dict[str, Any]
    brief: Brief | None

    def place(self, *path: str | int) -> Place:
        return place_of(self.document, ("cases", self.index, *path))

    @property
    def expect(self) -> dict[str, Any]:
        expected = self.data.get("expect")
        return expected if isinstance(expected, dict) else {}

    @property
    def day(self) -> date | None:
        stated = self.data.get("as_of")
        return parse_day(str(stated)) if stated is not None else self.brief.as_of if self.brief else None

    def named(self, expectations: Sequence[str]) -> Iterator[tuple[str, str, int]]:
        """The rules and checks that some expectations name, with where they do."""
        for expectation in expectations:
            value = self.expect.get(expectation)
            yield from ((name, expectation, place) for place, name in enumerate(value if isinstance(value, list) else ()) if isinstance(name, str))


class UsedBrief(Struct, frozen=True):
    """A brief that somebody keeps, of a case or of a file."""

    name: str
    brief: Brief
    place: Place


def read_cases(layers: Iterable[Layer], rulebook: Rulebook) -> tuple[list[Case], list[Problem]]:
    """The cases of every layer; the files that are no YAML."""
    cases: list[Case] = []
    problems: list[Problem] = []
    for path in (path for layer in layers for path in case_files(layer.root) if _belongs(path, layer)):
        try:
            cases += _cases(parse(read_text(str(path)), str(path)), rulebook)
        except Unusable as unusable:
            problems += unusable.problems
    return cases, problems


def read_briefs(layers: Iterable[Layer], rulebook: Rulebook) -> list[UsedBrief]:
    """The briefs beside the rules; what cannot be read is the business of whoever answers them."""
    found = []
    for path in (path for layer in layers for folder in BRIEFS for path in sorted((layer.root.parent / folder).glob("*.yaml"))):
        with suppress(Unusable):
            document = parse(read_text(str(path)), str(path))
            found.append(UsedBrief(path.name, read_brief(document, rulebook), document.place(document.root.span)))
    return found


def _belongs(path: Path, layer: Layer) -> bool:
    """A layer that is one file has the cases that bear its name."""
    return len(layer.files) != 1 or layer.files[0].parent != path.parent or path.name.split(".")[0] == layer.files[0].stem


def _cases(document: Document, rulebook: Rulebook) -> Iterator[Case]:
    listed = next((entry.value for entry in document.root if entry.key.text == "cases"), None) if isinstance(document.root, Mapping) else None
    for index, node in enumerate(listed.items if isinstance(listed, Items) else ()):
        data = plain(node)
        if isinstance(data, dict) and isinstance(node, Mapping):
            yield Case(str(data.get("name", f"#{index + 1}")), document, index, data, _brief(node, document, rulebook))


def _brief(node: Mapping, document: Document, rulebook: Rulebook) -> Brief | None:
    written = next((entry.value for entry in node if entry.key.text == "brief"), None)
    if written is not None:
        with suppress(Unusable):
            return read_brief(replace(document, root=written), rulebook)
    return None
