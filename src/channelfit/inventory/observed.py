"""Accounts seen in the wild: a list of addresses, one a line, or records of them in YAML, JSON, CSV or JSON Lines."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from channelfit.inventory.complete import Completer
from channelfit.inventory.files import DOCUMENTS
from channelfit.inventory.model import Record
from channelfit.inventory.read_record import RecordReader
from channelfit.inventory.shape import Shape
from channelfit.inventory.stream import SEPARATORS
from channelfit.source.data import plain
from channelfit.source.parse import parse_whole
from channelfit.source.place import Place, Problem, Span, Unusable

UNDECLARED = "undeclared"
SECTIONS = (UNDECLARED, "accounts", "observed")
COMMENT = "#"
Line = tuple[int, Any]


class Observed(msgspec.Struct):
    """What was seen, as accounts nobody declared. A record's path begins with its line."""

    name: str
    lines: Sequence[str]
    undeclared: tuple[Record, ...] = ()
    accounts: tuple[Record, ...] = ()
    organisation: Record = Record({})
    facts: Record = Record({})

    def place(self, record: Record, field: str = "") -> Place:  # noqa: ARG002 a line is all there is to show
        number = int(record.path[0])
        text = self.lines[number - 1]
        return Place(self.name, Span(number, 1, number, len(text) + 1), text)


def read_observed(text: str, name: str, shape: Shape, completer: Completer) -> Observed:
    """Raises Unusable with everything that cannot be read."""
    observed = Observed(name, text.splitlines())
    reader = RecordReader(shape)
    records = [reader.record(UNDECLARED, data, (number,)) for number, data in _entries(text, name)]
    for record in records:
        completer.settle(record.facts)
        if not record.facts.get("url") and not record.facts.get("name"):
            reader.complain("missing-key", record.path, key="url")
    if reader.complaints:
        raise Unusable([Problem(item.code, observed.place(Record({}, item.path[:1])), item.params) for item in reader.complaints])
    observed.undeclared = tuple(records)
    return observed


def _entries(text: str, name: str) -> Iterator[Line]:
    """Each entry with its line; an address alone is a record of its address."""
    if name.lower().endswith(DOCUMENTS):
        yield from _document(text, name)
    elif name.lower().endswith((".jsonl", ".ndjson")):
        yield from ((number, _json(line, number, name)) for number, line in _written(text.splitlines()))
    elif name.lower().endswith((".csv", ".tsv")):
        yield from _table(text)
    else:
        yield from ((number, {"url": line}) for number, line in _written(text.splitlines()))


def _document(text: str, name: str) -> Iterator[Line]:
    document = parse_whole(text, name)
    if document.problems:
        raise Unusable(list(document.problems))
    data = plain(document.root)
    root = document.root
    if isinstance(data, dict):
        section = next((key for key in SECTIONS if key in data), None)
        if section is None:
            raise Unusable([Problem("wrong-type", document.place(root.span), {"expected": "mapping", "keys": SECTIONS, "found": "{…}"})])
        data, root = data[section], next(entry.value for entry in root if entry.key.text == section)  # type: ignore[union-attr]
    for item, node in zip(data if isinstance(data, list) else [data], getattr(root, "items", (root,)), strict=False):
        yield node.span.line, {"url": item} if isinstance(item, str) else item


def _table(text: str) -> Iterator[Line]:
    lines = text.splitlines()
    separator = max(SEPARATORS, key=lines[0].count) if lines else ","
    rows = csv.DictReader(lines, delimiter=separator)
    for row in rows:
        yield rows.line_num, {key: value for key, value in row.items() if key and value}


def _json(line: str, number: int, name: str) -> Any:
    try:
        return msgspec.json.decode(line)
    except msgspec.MsgspecError as error:
        place = Place(name, Span(number, 1, number, len(line) + 1), line)
        raise Unusable([Problem("record-unreadable", place, {"what": str(error)})]) from None


def _written(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.lstrip().startswith(COMMENT):
            yield number, line.strip()
