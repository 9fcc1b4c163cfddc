"""What was read of an inventory. Facts are by dotted field name; a field that is not among them was not declared."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol

from msgspec import Struct

from channelfit.conditions.model import Known
from channelfit.source.data import region_of
from channelfit.source.place import Place
from channelfit.source.tree import Document

Path = tuple[str | int, ...]


class Record(Struct, frozen=True):
    """One mapping of a file. `ABSENT` stands for what is declared absent; lists of records hold records."""

    facts: dict[str, Known]
    path: Path = ()


class Source(Protocol):
    """Where records come from: a file read whole, or some rows of a stream."""

    @property
    def name(self) -> str: ...
    @property
    def accounts(self) -> Sequence[Record]: ...
    @property
    def undeclared(self) -> Sequence[Record]: ...
    @property
    def organisation(self) -> Record: ...
    @property
    def facts(self) -> Record: ...

    def place(self, record: Record, field: str = "") -> Place:
        """Where a field of a record stands; where it is not written, the record itself."""


class Merged(Record, frozen=True):
    """A record of a list that several files make together, with the file it stands in."""

    source: Source | None = None


class Inventory(Struct, frozen=True):
    """One file: its organisation, its accounts, the accounts found in the wild, and what it says about contributors."""

    document: Document
    facts: Record
    organisation: Record
    accounts: tuple[Record, ...]
    undeclared: tuple[Record, ...]
    as_of: date | None = None

    @property
    def name(self) -> str:
        return self.document.name

    def place(self, record: Record, field: str = "") -> Place:
        """Where a field of a record stands; where it is not written, the record itself."""
        return region_of(self.document, (*record.path, *(field.split(".") if field else ())))


def records_in(value: Known | None) -> Iterator[Record]:
    """The records of a list of records."""
    if isinstance(value, tuple):
        yield from (item for item in value if isinstance(item, Record))
