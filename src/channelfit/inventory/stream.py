"""Records of a stream one by one: an account a line of JSON, or a row of CSV under dotted headings."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from channelfit.source.limits import RECORD_BYTES
from channelfit.source.place import Place, Problem, Span, Unusable
from channelfit.source.read import BYTE_ORDER_MARK
from channelfit.source.secrets import names_secret

SEPARATORS = ",;\t"


class Row(msgspec.Struct, frozen=True, gc=False):
    """One record as it stands in its file: the line it begins on (the heading of a CSV is line 1), and its text."""

    line: int
    text: str


class Stream(msgspec.Struct, frozen=True):
    """A file of records. `headings` are those of a CSV; JSON Lines have none."""

    name: str
    headings: tuple[str, ...] | None
    separator: str

    def place(self, row: Row, field: str = "") -> Place:
        """The record, or in a line of JSON the key of the field's last part."""
        key = f'"{field.rpartition(".")[2]}"'
        at = row.text.find(key) if field and self.headings is None else -1
        start, end = (at + 1, at + 1 + len(key)) if at >= 0 else (1, len(row.text) + 1)
        return Place(self.name, Span(row.line, start, row.line, max(end, start + 1)), row.text)


def open_stream(path: str) -> tuple[Stream, Iterator[Row]]:
    """A stream and its records. Raises Unusable, at the latest at the record that cannot be read."""
    try:
        file = Path(path).open("rb")  # noqa: SIM115 closed when the records are read
    except OSError as error:
        raise Unusable([Problem("file-unreadable", params={"file": path, "reason": error.strerror or str(error)})]) from None
    if not path.lower().endswith(".csv"):
        stream = Stream(path, None, "")
        return stream, _json_lines(file, stream)
    rows = _csv_rows(file, path)
    head = next(rows, None)
    if head is None or not head.text.strip():
        raise Unusable([Problem("file-empty", params={"file": path})])
    separator = max(SEPARATORS, key=head.text.count)
    headings = tuple(cell.strip() for cell in next(csv.reader([head.text.removeprefix(BYTE_ORDER_MARK)], delimiter=separator)))
    _check_headings(headings, path, head)
    return Stream(path, headings, separator), rows


def _check_headings(headings: tuple[str, ...], path: str, head: Row) -> None:
    """A column that could hold a secret is refused before a single value is read."""
    place = Place(path, Span(head.line, 1, head.line, len(head.text) + 1), head.text)
    problems = [Problem("secret-key", place, {"found": name}) for name in headings if names_secret(name)]
    problems += [Problem("duplicate-heading", place, {"found": name}) for name in dict.fromkeys(headings) if name and headings.count(name) > 1]
    if problems:
        raise Unusable(problems)


def _json_lines(file: BinaryIO, stream: Stream) -> Iterator[Row]:
    with file:
        for number, text in _lines(file, stream.name):
            if text.strip():
                yield Row(number, text)


def _csv_rows(file: BinaryIO, path: str) -> Iterator[Row]:
    """Rows of CSV; a quoted cell may hold line breaks."""
    with file:
        start, size = 0, 0
        parts: list[str] = []
        for number, text in _lines(file, path):
            start = start if parts else number
            parts.append(text)
            size += len(text)
            if size > RECORD_BYTES:
                raise Unusable([_too_long(path, start)])
            if sum(part.count('"') for part in parts) % 2 == 0:
                if text.strip() or len(parts) > 1:
                    yield Row(start, "\n".join(parts))
                parts, size = [], 0
        if parts:
            raise Unusable([Problem("quote-open", Place(path, Span(start, 1, start, 2), parts[0]))])


def _lines(file: BinaryIO, path: str) -> Iterator[tuple[int, str]]:
    number = 0
    while raw := file.readline(RECORD_BYTES + 1):
        number += 1
        if len(raw) > RECORD_BYTES:
            raise Unusable([_too_long(path, number)])
        try:
            yield number, raw.decode().rstrip("\r\n")
        except UnicodeDecodeError as error:
            place = Place(path, Span(number, error.start + 1, number, error.start + 2), raw[: error.start].decode("utf-8", "replace"))
            raise Unusable([Problem("not-text", place, {"byte": f"0x{raw[error.start]:02x}"})]) from None


def _too_long(path: str, line: int) -> Problem:
    return Problem("record-too-long", Place(path, Span(line, 1, line, 2), ""), {"limit": RECORD_BYTES // 2**20})
