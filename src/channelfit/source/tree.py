"""A YAML document as nodes that know their place. A tree has no circles: the collector of rubbish need not look at it."""

from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct

from channelfit.source.place import Place, Problem, Span

SHOWN_CHARACTERS = 60


class Scalar(Struct, frozen=True, gc=False):
    """A text as written. `plain` says that it stood without quotes, so that it may mean a number, a boolean or nothing."""

    span: Span
    text: str
    plain: bool


class Sequence(Struct, frozen=True, gc=False):
    span: Span
    items: tuple["Node", ...]


class Entry(Struct, frozen=True, gc=False):
    key: Scalar
    value: "Node"


class Mapping(Struct, frozen=True, gc=False):
    span: Span
    entries: tuple[Entry, ...]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)


def shortened(text: str) -> str:
    """A text as messages show it."""
    return text if len(text) <= SHOWN_CHARACTERS else f"{text[:SHOWN_CHARACTERS]}…"


Node: TypeAlias = Scalar | Sequence | Mapping


class Document(Struct, frozen=True):
    """A file's name, its lines, its root node, and what was found wrong while it was parsed."""

    name: str
    lines: tuple[str, ...]
    root: Node
    problems: tuple[Problem, ...] = ()

    def place(self, span: Span) -> Place:
        text = self.lines[span.line - 1] if span.line <= len(self.lines) else ""
        return Place(self.name, span, text)
