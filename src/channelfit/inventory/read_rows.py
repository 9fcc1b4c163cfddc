"""Rows of a stream to accounts: the same fields, the same complaints as in a file read whole."""

import csv
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from channelfit.inventory.complete import Completer
from channelfit.inventory.model import Record
from channelfit.inventory.read_record import Complaint, RecordReader
from channelfit.inventory.shape import Shape
from channelfit.inventory.stream import Row, Stream
from channelfit.rulebook.checks import Field
from channelfit.source.place import Place, Problem, Span
from channelfit.source.scalars import BOOLEANS, OutOfRange, resolve
from channelfit.source.tree import Scalar

SPOKEN = ("boolean", "choice")
LISTS = ("list", "audiences", "networks", "goals")
BETWEEN = ";"  # what separates the items of a list in one cell
NOWHERE = Span(1, 1, 1, 1)


class Batch(msgspec.Struct):
    """Some rows as accounts. An account's path is its place in the batch."""

    stream: Stream
    rows: Sequence[Row]
    accounts: list[Record]
    problems: list[Problem]
    organisation: Record = Record({})
    facts: Record = Record({})
    undeclared: tuple[Record, ...] = ()

    @property
    def name(self) -> str:
        return self.stream.name

    def place(self, record: Record, field: str = "") -> Place:
        return self.stream.place(self.rows[int(record.path[0])], field)


class RowReader:
    """Reads the rows of one stream."""

    def __init__(self, stream: Stream, shape: Shape, completer: Completer) -> None:
        self._stream = stream
        self._shape = shape
        self._completer = completer
        self._data: Callable[[Row], Any] = _from_json if stream.headings is None else self._from_cells

    def read(self, rows: Sequence[Row]) -> Batch:
        batch = Batch(self._stream, rows, [], [])
        for at, row in enumerate(rows):
            self._read_row(row, at, batch)
        return batch

    def _read_row(self, row: Row, at: int, batch: Batch) -> None:
        reader = RecordReader(self._shape)
        try:
            record = reader.record("account", self._data(row), (at,))
        except (msgspec.MsgspecError, csv.Error, OutOfRange, RecursionError) as error:
            batch.problems.append(Problem("record-unreadable", self._stream.place(row), {"what": str(error)}))
            return
        self._completer.complete(record.facts, record.path, reader)
        if reader.complaints:
            batch.problems += [self._problem(complaint, row) for complaint in reader.complaints]
        else:
            batch.accounts.append(record)

    def _problem(self, complaint: Complaint, row: Row) -> Problem:
        names = [str(step) for step in complaint.path[1:] if isinstance(step, str)]
        return Problem(complaint.code, self._stream.place(row, ".".join(names)), complaint.params)

    def _from_cells(self, row: Row) -> dict[str, Any]:
        """A row as nested keys; an empty cell is left out."""
        cells = next(csv.reader(row.text.split("\n") if "\n" in row.text else [row.text], delimiter=self._stream.separator))
        data: dict[str, Any] = {}
        for heading, text in zip(self._stream.headings or (), cells, strict=False):
            if heading and text.strip():
                *parents, leaf = heading.split(".")
                branch = data
                for parent in parents:
                    branch = branch.setdefault(parent, {})
                branch[leaf] = cell(text.strip(), self._shape.fields["account"].get(heading))
        return data


def _from_json(row: Row) -> Any:
    data = msgspec.json.decode(row.text)
    if not isinstance(data, dict):
        raise msgspec.ValidationError(f"expected an object, found {type(data).__name__}")
    return data


def cell(text: str, field: Field | None) -> object:
    """What a cell says: lists in pieces, numbers with either comma, the booleans that spreadsheets write."""
    if field is not None and field.kind in LISTS:
        return [item.strip() for item in text.split(BETWEEN) if item.strip()]
    if field is not None and field.kind == "number":
        return resolve(Scalar(NOWHERE, text.replace(",", ".") if text.count(",") == 1 else text, True))
    if field is not None and field.kind in SPOKEN and text in BOOLEANS:
        return BOOLEANS[text]
    return text
