"""What was read of an inventory. Facts are by dotted field name; a field that is not among them was not declared."""

from collections.abc import Iterator

from msgspec import Struct

from channelfit.conditions.model import Known
from channelfit.source.data import region_of
from channelfit.source.place import Place, Span
from channelfit.source.tree import Document

Path = tuple[str | int, ...]


class Record(Struct, frozen=True):
    """One mapping of a file. `ABSENT` stands for what is declared absent; lists of records hold records."""

    facts: dict[str, Known]
    path: Path = ()


class Line(Struct, frozen=True):
    """One record of a stream: its file, its line (the heading is line 1) and its text."""

    file: str
    number: int
    text: str


class Inventory(Struct, frozen=True):
    """One file: its organisation, its accounts, the accounts found in the wild, and what it says about contributors."""

    document: Document
    facts: Record
    organisation: Record
    accounts: tuple[Record, ...]
    undeclared: tuple[Record, ...]

    @property
    def name(self) -> str:
        return self.document.name

    def place(self, record: Record, field: str = "") -> Place:
        """Where a field of a record stands; where it is not written, the record itself."""
        return region_of(self.document, (*record.path, *(field.split(".") if field else ())))


def line_place(line: Line) -> Place:
    return Place(line.file, Span(line.number, 1, line.number, len(line.text) + 1), line.text)


def records_in(value: Known | None) -> Iterator[Record]:
    """The records of a list of records."""
    if isinstance(value, tuple):
        yield from (item for item in value if isinstance(item, Record))
