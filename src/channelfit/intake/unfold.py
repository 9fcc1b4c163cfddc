"""Nested records to rows: mappings become dotted columns, a list whose items may be accounts becomes rows, another one is joined."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from channelfit.intake.lexicon import NETWORK, Lexicon
from channelfit.intake.table import Cell, Records, Row, Table
from channelfit.source.secrets import names_secret

HANDLE, URL = "handle", "url"
TELLING = (NETWORK, HANDLE, URL)
BRACKETS = ("[{", '["', "{", "[\n", "[ ")
Flat = dict[str, Any]


def parsed(cell: Cell) -> Cell:
    """JSON in a cell as what it holds."""
    if isinstance(cell, str) and cell.lstrip().startswith(BRACKETS):
        try:
            data = json.loads(cell)
        except (ValueError, RecursionError):
            return cell
        return [data] if isinstance(data, dict) else data if isinstance(data, list) else cell
    return cell


class Unfolder:
    """Turns records into a table."""

    def __init__(self, lexicon: Lexicon, entries: Iterable[str] = ()) -> None:
        self._lexicon = lexicon
        self._entries = tuple(entries)
        self._dropped: dict[str, None] = {}

    def records(self, records: Records) -> Table:
        return self._table(records.name, [(number, self._flat(item)) for number, item in enumerate(records.items, 1)])

    def table(self, table: Table) -> Table:
        """A table with JSON in its cells; any other as it is."""
        if not any(isinstance(cell, list) for row in table.rows for cell in row.cells):
            return table
        flat = [(row.number, dict(zip(table.headings, row.cells, strict=True))) for row in table.rows]
        unfolded = self._table(table.name, flat)
        return Table(table.name, unfolded.headings, unfolded.rows, table.notices, [*table.dropped, *unfolded.dropped], unfolded.entries)

    def _table(self, name: str, records: list[tuple[int, Flat]]) -> Table:
        lists = list(dict.fromkeys(key for _, item in records for key, value in item.items() if _of_mappings(value)))
        entries = tuple(key for key in lists if key in self._entries or (not self._entries and self._tells(key, records)))
        rows = [(number, row) for number, item in records for row in self._rows(item, entries)]
        headings = list(dict.fromkeys(key for _, row in rows for key in row))
        return Table(name, headings, [Row(number, [row.get(key, "") for key in headings]) for number, row in rows], [], list(self._dropped), entries)

    def _rows(self, item: Flat, entries: tuple[str, ...]) -> Iterator[Flat]:
        """One row an entry; without any, the record itself."""
        bare = {key: value for key, value in item.items() if key not in entries}
        joined = {name: cell for key, value in bare.items() for name, cell in self._joined(key, value)}
        inner = [(key, entry) for key in entries for entry in _mappings(item.get(key))]
        for key, entry in inner:
            yield joined | {name: cell for path, value in self._flat(entry, f"{key}.").items() for name, cell in self._joined(path, value)}
        if not inner:
            yield joined

    def _flat(self, item: Mapping[str, Any], prefix: str = "") -> Flat:
        flat: Flat = {}
        for key, value in item.items():
            name = f"{prefix}{key}"
            if names_secret(str(key)):
                self._dropped[name] = None
            elif isinstance(value, dict):
                flat |= self._flat(value, f"{name}.")
            else:
                flat[name] = parsed(value)
        return flat

    def _joined(self, key: str, value: Any) -> Iterator[tuple[str, Cell]]:
        """A list of mappings by the name of each, under the list's own key."""
        if not _of_mappings(value):
            yield key, [item for item in value if not isinstance(item, dict | list)] if isinstance(value, list) else value
            return
        yield key, [name for entry in _mappings(value) if (name := self._name(entry)) is not None]

    def _name(self, entry: Mapping[str, Any]) -> str | None:
        named = (entry.get(key) for key in self._lexicon.intake.names)
        return next((name for name in named if isinstance(name, str) and name), None)

    def _tells(self, key: str, records: list[tuple[int, Flat]]) -> bool:
        """Whether the items of a list tell accounts: addresses on a network, or a network beside a name."""
        for _, item in records:
            for entry in _mappings(item.get(key)):
                if any(isinstance(value, str) and self._lexicon.recogniser.of_url(value) for value in entry.values()):
                    return True
                roles = {self._lexicon.role(inner) for inner in entry}
                if len(roles.intersection(TELLING)) > 1:
                    return True
        return False


def _of_mappings(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def _mappings(value: Any) -> Iterator[Mapping[str, Any]]:
    return (item for item in value if isinstance(item, dict)) if isinstance(value, list) else iter(())
