"""A request from its YAML, checked against the fields of the rulebook; every problem in one run."""

from collections.abc import Mapping
from typing import Any

from channelfit.inventory.complaints import finish
from channelfit.inventory.read import AS_OF, ORGANISATION, read_day
from channelfit.inventory.read_record import RecordReader
from channelfit.inventory.shape import Shape, Tree
from channelfit.inventory.values import shown
from channelfit.rulebook.checks import Field
from channelfit.rulebook.link.names import REQUEST
from channelfit.screen.model import Request
from channelfit.source.data import plain
from channelfit.source.nearest import fold
from channelfit.source.tree import Document

CHANNEL = "channel"


def read_request(document: Document, shape: Shape, channels: Mapping[str, str]) -> Request:
    """The request in a document; `channels` are their ids by what people call them. Raises Unusable."""
    reader, tree = RecordReader(shape), shape.trees[REQUEST]
    known = (*tree, ORGANISATION, AS_OF)
    data = plain(document.root)
    if not isinstance(data, dict):
        reader.complain("wrong-type", (), expected="mapping", keys=known, found=shown(data))
        data = {}
    for key in data:
        if key not in known:
            reader.unknown(key, known, ())
    if REQUEST not in data and isinstance(plain(document.root), dict):
        reader.complain("request-missing", ())
    asked = {key: value for key, value in data.items() if key in tree}
    request = Request(
        document,
        reader.record(REQUEST, _by_id(tree, asked, channels), ()),
        reader.record(ORGANISATION, data.get(ORGANISATION), (ORGANISATION,)),
        read_day(data.get(AS_OF), reader),
    )
    finish(document, reader)
    return request


def _by_id(tree: Tree, data: Any, channels: Mapping[str, str]) -> Any:
    """The data with channels by their ids, whatever the writer called them."""
    if not isinstance(data, dict):
        return data
    return {key: _named(tree.get(key), value, channels) for key, value in data.items()}


def _named(found: "Field | Tree | None", value: Any, channels: Mapping[str, str]) -> Any:
    if isinstance(found, Field):
        return channels.get(fold(value), value) if found.kind == CHANNEL and isinstance(value, str) else value
    return value if found is None else _by_id(found, value, channels)
