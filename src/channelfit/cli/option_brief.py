"""A brief given by options, as the document it stands for: the same checks, and errors that point into the option."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from channelfit.source.nearest import fold
from channelfit.source.place import Problem, Span, Unusable
from channelfit.source.tree import Document, Entry, Node, Scalar, shortened
from channelfit.source.tree import Mapping as MappingNode
from channelfit.source.tree import Sequence as SequenceNode

Synonyms = Mapping[str, str]
START = Span(1, 1, 1, 1)


class Given(Struct, frozen=True):
    """Repeated options, each with its place: on the command line, or in the configuration."""

    goals: tuple[Scalar, ...] = ()
    audiences: tuple[Scalar, ...] = ()
    facts: tuple[Scalar, ...] = ()
    consider: tuple[Scalar, ...] = ()


def typed(options: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], Given]:
    """The options of a brief as typed, and the lines they stand in. Raises Unusable."""
    lines, found = placed(options)
    return lines, Given(*found.values())


def placed(options: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], dict[str, tuple[Scalar, ...]]]:
    """Options as typed, written one to a line so that a place in them can be shown, and those lines. Raises Unusable."""
    lines = [(option, value) for option, values in options.items() for value in values]
    foreign = [Problem("option-not-text", params={"option": option}) for option, value in lines if not _is_text(value)]
    if foreign:
        raise Unusable(foreign)
    found: dict[str, list[Scalar]] = {option: [] for option in options}
    for number, (option, value) in enumerate(lines, start=1):
        column = len(option) + 2
        found[option].append(Scalar(Span(number, column, number, column + len(value)), value, plain=True))
    return tuple(f"{option} {value}" for option, value in lines), {option: tuple(items) for option, items in found.items()}


class OptionBrief:
    """Builds the brief document that options stand for. `several` names the facts that hold lists; `synonyms` are by kind."""

    def __init__(self, synonyms: Callable[[str], Synonyms], several: Iterable[str]) -> None:
        self._synonyms = synonyms
        self._several = frozenset(several)

    def document(self, name: str, lines: tuple[str, ...], given: Given) -> Document:
        return Document(name, lines, MappingNode(START, tuple(self._entries(given))))

    def _entries(self, given: Given) -> Iterator[Entry]:
        if given.goals:
            yield _entry("goals", _weights(given.goals, self._synonyms("goals")))
        if given.audiences:
            yield _entry("audiences", _weights(given.audiences, self._synonyms("audiences")))
        if given.facts:
            yield _entry("facts", MappingNode(given.facts[0].span, tuple(self._fact(item) for item in given.facts)))
        if given.consider:
            meanings = self._synonyms("channels")
            yield _entry("consider", SequenceNode(START, tuple(meant(item, meanings) for item in given.consider)))

    def _fact(self, item: Scalar) -> Entry:
        word, equals, value = item.text.partition("=")
        if not equals:
            raise Unusable([Problem("fact-without-value", params={"found": shortened(item.text)})])
        offset = len(word) + len(equals)
        return Entry(part(item, word, 0), _list(item, value, offset) if word in self._several else part(item, value, offset))


def _entry(key: str, value: Node) -> Entry:
    return Entry(Scalar(START, key, plain=True), value)


def _weights(given: Sequence[Scalar], synonyms: Synonyms) -> Node:
    span = given[0].span
    if not any("=" in item.text for item in given):
        return SequenceNode(span, tuple(meant(item, synonyms) for item in given))
    return MappingNode(span, tuple(_weighted(item, synonyms) for item in given))


def _weighted(item: Scalar, synonyms: Synonyms) -> Entry:
    word, equals, weight = item.text.partition("=")
    return Entry(meant(part(item, word, 0), synonyms), part(item, weight if equals else "1", len(word) + len(equals)))


def _list(item: Scalar, value: str, offset: int) -> SequenceNode:
    parts: list[Node] = []
    for piece in value.split(",") if value else ():
        parts.append(part(item, piece, offset))
        offset += len(piece) + 1
    return SequenceNode(item.span, tuple(parts))


def part(item: Scalar, text: str, offset: int) -> Scalar:
    """A part of an option where it stands; a quotation mark takes a column of its own."""
    column = item.span.column + offset + (not item.plain)
    return Scalar(Span(item.span.line, column, item.span.line, column + len(text)), text, plain=True)


def meant(word: Scalar, synonyms: Synonyms) -> Scalar:
    return Scalar(word.span, synonyms.get(fold(word.text), word.text), word.plain)


def _is_text(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
