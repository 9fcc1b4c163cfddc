"""A brief given by options, as the document it stands for: the same checks, and errors that point into the option."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from channelfit.source.nearest import fold
from channelfit.source.place import Span
from channelfit.source.tree import Document, Entry, Node, Scalar
from channelfit.source.tree import Mapping as MappingNode
from channelfit.source.tree import Sequence as SequenceNode

Synonyms = Mapping[str, str]
START = Span(1, 1, 1, 1)


class Given(Struct, frozen=True):
    """Options as typed, or as configured."""

    goals: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    consider: tuple[str, ...] = ()


class OptionLines:
    """Options written one to a line, so that a place in them can be shown."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def scalar(self, option: str, text: str, offset: int, meaning: str | None = None) -> Scalar:
        column = len(option) + 2 + offset
        return Scalar(Span(len(self.lines), column, len(self.lines), column + len(text)), meaning or text, True)

    def add(self, option: str, value: str) -> None:
        self.lines.append(f"{option} {value}")


def option_document(name: str, given: Given, synonyms: Callable[[str], Synonyms], several: Iterable[str]) -> Document:
    """The brief document that options stand for. `several` names the facts that hold lists; `synonyms` are by kind."""
    lines = OptionLines()
    entries = []
    if given.goals:
        entries.append(_weights(lines, "goals", "--goal", given.goals, synonyms("goals")))
    if given.audiences:
        entries.append(_weights(lines, "audiences", "--audience", given.audiences, synonyms("audiences")))
    if given.facts:
        entries.append(_facts(lines, given.facts, frozenset(several)))
    if given.consider:
        entries.append(_consider(lines, given.consider, synonyms("channels")))
    return Document(name, tuple(lines.lines), MappingNode(START, tuple(entries)))


def _weights(lines: OptionLines, key: str, option: str, given: Sequence[str], synonyms: Synonyms) -> Entry:
    if not any("=" in item for item in given):
        nodes: list[Node] = []
        for item in given:
            lines.add(option, item)
            nodes.append(lines.scalar(option, item, 0, synonyms.get(fold(item))))
        return Entry(Scalar(START, key, True), SequenceNode(START, tuple(nodes)))
    entries = []
    for item in given:
        lines.add(option, item)
        word, equals, weight = item.partition("=")
        name = lines.scalar(option, word, 0, synonyms.get(fold(word)))
        entries.append(Entry(name, lines.scalar(option, weight if equals else "1", len(word) + len(equals))))
    return Entry(Scalar(START, key, True), MappingNode(START, tuple(entries)))


def _facts(lines: OptionLines, given: Sequence[str], several: frozenset[str]) -> Entry:
    entries = []
    for item in given:
        lines.add("--fact", item)
        word, _, value = item.partition("=")
        key = lines.scalar("--fact", word, 0)
        offset = len(word) + 1
        entries.append(Entry(key, _several(lines, value, offset) if word in several else lines.scalar("--fact", value, offset)))
    return Entry(Scalar(START, "facts", True), MappingNode(START, tuple(entries)))


def _several(lines: OptionLines, value: str, offset: int) -> SequenceNode:
    items: list[Node] = []
    for part in value.split(",") if value else ():
        items.append(lines.scalar("--fact", part, offset))
        offset += len(part) + 1
    return SequenceNode(START, tuple(items))


def _consider(lines: OptionLines, given: Sequence[str], synonyms: Synonyms) -> Entry:
    nodes: list[Node] = []
    for item in given:
        lines.add("--consider", item)
        nodes.append(lines.scalar("--consider", item, 0, synonyms.get(fold(item))))
    return Entry(Scalar(START, "consider", True), SequenceNode(START, tuple(nodes)))
