"""Accounts seen in the wild: a list of addresses, one a line, or records of them in YAML, JSON, CSV or JSON Lines."""

import csv
from collections.abc import Iterable, Iterator
from collections.abc import Sequence as Several
from typing import Any

import msgspec

from channelfit.inventory.complete import Completer
from channelfit.inventory.files import DOCUMENTS
from channelfit.inventory.model import Record
from channelfit.inventory.read_record import RecordReader
from channelfit.inventory.read_rows import cell
from channelfit.inventory.shape import Shape
from channelfit.inventory.stream import SEPARATORS
from channelfit.source.data import OWN_KEYS, plain
from channelfit.source.json_escapes import as_yaml, is_json
from channelfit.source.parse import parse_whole
from channelfit.source.place import Place, Problem, Span, Unusable
from channelfit.source.reader import is_empty
from channelfit.source.secrets import names_secret
from channelfit.source.tree import Document, Mapping, Node, Sequence

UNDECLARED, ACCOUNT = "undeclared", "account"
AS_ACCOUNT = (
    ("url", "url"), ("channel", "channel"), ("name", "handle"), ("name", "display_name"), ("last_post_on", "activity.last_post_on"),
)  # fmt: skip
ADDRESS_SIGNS = frozenset(".:/")  # a text without any of them is a name
SECTIONS = (UNDECLARED, "accounts", "observed")
COMMENT = "#"
Line = tuple[int, Any]


class Observed(msgspec.Struct):
    """What was seen, as accounts nobody declared. A record's path begins with its line."""

    name: str
    lines: Several[str]
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
    records: list[Record] = []
    for number, data in _entries(text, name, shape):
        before = len(reader.complaints)
        record = _record(data, number, reader)
        completer.settle(record.facts)
        if len(reader.complaints) == before and not record.facts.get("url") and not record.facts.get("name"):
            reader.complain("missing-key", record.path, key="url")
        records.append(record)
    if reader.complaints:
        raise Unusable([Problem(item.code, observed.place(Record({}, item.path[:1])), item.params) for item in reader.complaints])
    observed.undeclared = tuple(records)
    return observed


def _record(data: Any, number: int, reader: RecordReader) -> Record:
    """What was seen, written as an entry of the track, or as an account of an inventory."""
    if isinstance(data, str):
        data = {"url" if ADDRESS_SIGNS.intersection(data) else "name": data}
    keys = {key for key in data if not key.startswith(OWN_KEYS)} if isinstance(data, dict) else set()
    tree = reader.shape.trees
    if keys <= tree[UNDECLARED].keys() or not keys <= tree[ACCOUNT].keys():
        return reader.record(UNDECLARED, data, (number,))
    account = reader.record(ACCOUNT, data, (number,)).facts
    told = {mine: account[theirs] for mine, theirs in AS_ACCOUNT if account.get(theirs)}
    return Record({**reader.record(UNDECLARED, {}, (number,)).facts, **told}, (number,))


def _entries(text: str, name: str, shape: Shape) -> Iterator[Line]:
    """Each entry with its line."""
    if name.lower().endswith(DOCUMENTS):
        yield from _document(as_yaml(text) if is_json(name, text) else text, name)
    elif name.lower().endswith((".jsonl", ".ndjson")):
        yield from ((number, _json(line, number, name)) for number, line in _written(text.splitlines()))
    elif name.lower().endswith((".csv", ".tsv")):
        yield from _table(text, name, shape)
    else:
        yield from _written(text.splitlines())


def _document(text: str, name: str) -> Iterator[Line]:
    document = parse_whole(text, name)
    if document.problems:
        raise Unusable(list(document.problems))
    for root in _sections(document):
        for node in root.items if isinstance(root, Sequence) else () if is_empty(root) else (root,):
            yield node.span.line, plain(node)


def _sections(document: Document) -> list[Node]:
    """The lists of accounts in a document: itself, or those of an inventory."""
    root = document.root
    if not isinstance(root, Mapping):
        return [root]
    found = [entry.value for entry in root if entry.key.text in SECTIONS]
    if not found:
        raise Unusable([Problem("wrong-type", document.place(root.span), {"expected": "mapping", "keys": SECTIONS, "found": "{…}"})])
    return found


def _table(text: str, name: str, shape: Shape) -> Iterator[Line]:
    lines = text.splitlines()
    separator = max(SEPARATORS, key=lines[0].count) if lines else ","
    rows = csv.DictReader(lines, delimiter=separator)
    headings = [heading.strip() for heading in rows.fieldnames or ()]
    secret = [heading for heading in headings if names_secret(heading)]
    if secret:
        place = Place(name, Span(1, 1, 1, len(lines[0]) + 1), lines[0])
        raise Unusable([Problem("secret-key", place, {"found": heading}) for heading in secret])
    rows.fieldnames = headings
    fields = shape.fields[ACCOUNT] | shape.fields[UNDECLARED]
    try:
        for row in rows:
            yield rows.line_num, {key: cell(value.strip(), fields.get(key)) for key, value in row.items() if key and value and value.strip()}
    except csv.Error as error:
        place = Place(name, Span(rows.line_num, 1, rows.line_num, 2), "")
        raise Unusable([Problem("record-unreadable", place, {"what": str(error)})]) from None


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
