"""Facts of a brief, each by its declared kind."""

from collections.abc import Collection

from channelfit.conditions.model import FactValue
from channelfit.rulebook.model import Fact
from channelfit.source.countries import CODES, meant
from channelfit.source.reader import Reader, is_empty
from channelfit.source.tree import Node, Scalar

SEVERAL = ("list", "channels")


def read_fact(reader: Reader, fact: Fact, node: Node, channels: Collection[str]) -> FactValue | None:
    """The value of a fact, or None where it is left open or was reported. An empty list is an answer: none of them."""
    if fact.kind in SEVERAL:
        return _several(reader, fact, node, channels)
    if is_empty(node):
        return None
    if fact.kind == "number":
        return reader.number(node, fact.at_least)
    if fact.kind == "boolean":
        return reader.boolean(node)
    return _word(reader, fact, node, channels)


def _several(reader: Reader, fact: Fact, node: Node, channels: Collection[str]) -> tuple[str, ...]:
    items = (node,) if isinstance(node, Scalar) and not is_empty(node) else reader.items(node)
    words = (_word(reader, fact, item, channels) for item in items)
    return tuple(dict.fromkeys(word for word in words if word is not None))


def _word(reader: Reader, fact: Fact, node: Node, channels: Collection[str]) -> str | None:
    if not isinstance(node, Scalar):
        reader.wrong(node, "text")
        return None
    if fact.kind == "country" and node.text not in CODES:
        reader.wrong(node, "country", nearest=meant(node.text))
        return None
    options = tuple(channels) if fact.kind == "channels" else tuple(option.id for option in fact.options)
    if options and node.text not in options:
        reader.unknown("unknown-option", node, options)
        return None
    return reader.text(node)
