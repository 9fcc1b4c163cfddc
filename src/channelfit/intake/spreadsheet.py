"""Spreadsheets of every kind, through python-calamine: an extra, since most inventories are text."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from channelfit.intake.table import Cell, Grid
from channelfit.source.limits import EXPANSION, FILE_BYTES
from channelfit.source.place import Problem, Unusable

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
SIGNATURES = (ZIP, OLE)
INSTALL = 'pip install "channelfit[spreadsheets]"'


def sheets(raw: bytes, name: str) -> Iterator[Grid]:
    """Every sheet that holds something, in the order of the file. Raises Unusable."""
    calamine = _library(name)
    _refuse_what_swells(raw, name)
    try:
        book = calamine.CalamineWorkbook.from_filelike(BytesIO(raw))
        grids = [Grid(sheet, book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)) for sheet in book.sheet_names]
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001 a panic of the library is no Exception
        raise Unusable([Problem("spreadsheet-unreadable", params={"file": name, "what": str(error)[:200]})]) from None
    for grid in grids:
        while grid.rows and not any(_filled(cell) for cell in grid.rows[-1]):
            grid.rows.pop()
        if grid.rows:
            yield grid


def _library(name: str) -> Any:
    try:
        import python_calamine
    except ImportError:
        raise Unusable([Problem("spreadsheets-missing", params={"file": name, "how": INSTALL})]) from None
    return python_calamine


def _refuse_what_swells(raw: bytes, name: str) -> None:
    """A packed file that unpacks to many times the bound is refused before it is opened."""
    if not raw.startswith(ZIP):
        return
    try:
        size = sum(item.file_size for item in ZipFile(BytesIO(raw)).infolist())
    except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Unusable([Problem("spreadsheet-unreadable", params={"file": name, "what": str(error)[:200]})]) from None
    if size > EXPANSION * FILE_BYTES:
        raise Unusable([Problem("file-too-large", params={"file": name, "limit": EXPANSION * FILE_BYTES // 2**20})])


def _filled(cell: Cell) -> bool:
    return bool(cell.strip()) if isinstance(cell, str) else cell is not None
