"""Nodes to plain data, and the way back from a path in the data to its place."""

from collections.abc import Collection
from collections.abc import Sequence as PathLike
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
    """Where the value at `path` stands; where the path ends early (a missing key), where its parent stands."""
    node: Node = document.root
    span = node.span
    for step in path:
        if isinstance(node, Mapping):
            entry = next((entry for entry in node if entry.key.text == step), None)
            if entry is None:
                continue  # a step that the model added, such as the branch of a union
            node, span = entry.value, entry.key.span
            if isinstance(node, Scalar):
                span = node.span
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            span = node.span
    return document.place(span)


def key_of(document: Document, path: PathLike[str | int]) -> Place:
    """Where the key that ends a path stands."""
    node: Node = document.root
    span = node.span
    for step in path:
        if isinstance(node, Mapping):
            entry = next((entry for entry in node if entry.key.text == step), None)
            if entry is None:
                break
            node, span = entry.value, entry.key.span
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            span = node.span
    return document.place(span)


def region_of(document: Document, path: PathLike[str | int]) -> Place:
    """What stands at `path` as a reader sees it: from its key to the end of its value, or to the end of the key's line."""
    node: Node = document.root
    span = node.span
    for step in path:
        if isinstance(node, Mapping):
            entry = next((entry for entry in node if entry.key.text == step), None)
            if entry is None:
                break
            node, span = entry.value, _through(entry.key.span, entry.value.span)
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            span = _first_line(document, node.span)
        else:
            break
    return document.place(span)


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
