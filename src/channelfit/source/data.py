"""Nodes to plain data, and the way back from a path in the data to its place."""

from collections.abc import Collection, Iterable, Iterator
from collections.abc import Sequence as PathLike
from itertools import takewhile
from typing import TypeAlias

from msgspec.structs import replace

from channelfit.source.place import Place, Span
from channelfit.source.scalars import Value, resolve
from channelfit.source.tree import Document, Entry, Mapping, Node, Scalar, Sequence

Data: TypeAlias = Value | list["Data"] | dict[str, "Data"]

OWN_KEYS = "x-"  # keys that begin so belong to the user


def plain(node: Node) -> Data:
    """The node as dicts, lists and scalars, without the user's own keys."""
    if isinstance(node, Scalar):
        return resolve(node)
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {entry.key.text: plain(entry.value) for entry in node if not entry.key.text.startswith(OWN_KEYS)}


def place_of(document: Document, path: PathLike[str | int]) -> Place:
    """Where the value at `path` stands; where the path ends early (a missing key), where its parent stands.

    A step that leads nowhere is passed over: the model may have added it, such as the branch of a union.
    """
    last = _last(document, _walked(document, path))
    return document.place(last.key.span if isinstance(last, Entry) and not isinstance(last.value, Scalar) else _node(last).span)


def key_of(document: Document, path: PathLike[str | int]) -> Place:
    """Where the key that ends a path stands."""
    last = _last(document, takewhile(_is_there, _walked(document, path)))
    return document.place(last.key.span if isinstance(last, Entry) else last.span)


def region_of(document: Document, path: PathLike[str | int]) -> Place:
    """What stands at `path` as a reader sees it: from its key to the end of its value, or to the end of the key's line."""
    last = _last(document, takewhile(_is_there, _walked(document, path)))
    if isinstance(last, Entry):
        return document.place(_through(last.key.span, last.value.span))
    return document.place(last.span if last is document.root else _first_line(document, last.span))


def _walked(document: Document, path: PathLike[str | int]) -> Iterator[Entry | Node | None]:
    """What each step of a path leads to: an entry, an item, or nothing; then the next one is taken from the same place."""
    node: Node = document.root
    for step in path:
        found = _step(node, step)
        node = node if found is None else _node(found)
        yield found


def _step(node: Node, step: str | int) -> Entry | Node | None:
    if isinstance(node, Mapping):
        return next((entry for entry in node if entry.key.text == step), None)
    return node.items[step] if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items) else None


def _last(document: Document, found: Iterable[Entry | Node | None]) -> Entry | Node:
    return next((one for one in reversed([*found]) if one is not None), document.root)


def _is_there(found: Entry | Node | None) -> bool:
    return found is not None


def _node(found: Entry | Node) -> Node:
    return found.value if isinstance(found, Entry) else found


def _through(key: Span, value: Span) -> Span:
    return Span(key.line, key.column, key.line, value.end_column) if value.end_line == key.line else key


def _first_line(document: Document, span: Span) -> Span:
    if span.end_line == span.line:
        return span
    return Span(span.line, span.column, span.line, max(span.column, len(document.lines[span.line - 1])) + 1)


def without(document: Document, paths: Collection[PathLike[str | int]]) -> Document:
    """The document with what stands at some paths taken out; what is left keeps its place in the file."""
    return replace(document, root=_pruned(document.root, {tuple(path) for path in paths}, ()))


def _pruned(node: Node, gone: Collection[tuple[str | int, ...]], path: tuple[str | int, ...]) -> Node:
    if isinstance(node, Mapping):
        kept = ((entry, (*path, entry.key.text)) for entry in node)
        return replace(node, entries=tuple(Entry(entry.key, _pruned(entry.value, gone, at)) for entry, at in kept if at not in gone))
    if isinstance(node, Sequence) and any(at[:-1] == path for at in gone):
        return replace(node, items=tuple(item for place, item in enumerate(node.items) if (*path, place) not in gone))
    return node
