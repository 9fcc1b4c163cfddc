"""A file as a table, whatever its format: headings, and rows that keep their number."""

from datetime import date, datetime, time
from typing import Any, TypeAlias

from msgspec import Struct

from channelfit.source.place import Param

Cell: TypeAlias = Any
"""A text, number, boolean or date; or a list of such, from a nested file."""


class Notice(Struct, frozen=True):
    """Something about the way a file was read that its owner should know; `code` names the message."""

    code: str
    params: dict[str, Param] = {}


class Row(Struct, gc=False):
    """The cells of one row, by position. A record whose list was taken apart gives several rows of one number."""

    number: int
    cells: list[Cell]


class Table(Struct):
    """What one sheet or file holds. `dropped` are columns that could hold a secret; they were not read."""

    name: str
    headings: list[str]
    rows: list[Row]
    notices: list[Notice]
    dropped: list[str]
    entries: tuple[str, ...] = ()


class Grid(Struct):
    """Rows of cells before anything is known of their headings; the first is number 1."""

    name: str
    rows: list[list[Cell]]


class Records(Struct):
    """Mappings from a nested file; the first is number 1."""

    name: str
    items: list[dict[str, Any]]


Content: TypeAlias = Grid | Records


def shown(cell: Cell) -> str:
    """A cell as its owner sees it."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, list):
        return ", ".join(text for item in cell if (text := shown(item)))
    return "" if cell is None else _value(cell)


def _value(cell: Cell) -> str:
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, date) else str(cell)
