"""Texts of rows and cells: CSV, TSV, semicolons, or an address a line."""

import csv
from io import StringIO
from itertools import islice

from channelfit.intake.table import Grid
from channelfit.source.limits import FILE_BYTES
from channelfit.source.place import Problem, Unusable

SEPARATORS = (",", ";", "\t", "|")
SAMPLE_ROWS = 40
SAMPLE_CHARACTERS = 64 * 1024


def delimited(text: str, name: str) -> Grid:
    """Rows as a spreadsheet would number them: one that is empty counts, unless nothing follows it. Raises Unusable."""
    if not text.strip():
        raise Unusable([Problem("import-empty", params={"file": name})])
    rows = _rows(text, _separator(text))
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    return Grid(name, rows)


def _rows(text: str, separator: str) -> list[list[str]]:
    before = csv.field_size_limit(FILE_BYTES)
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter=separator))
    finally:
        csv.field_size_limit(before)


def _separator(text: str) -> str:
    """The one that cuts the first rows into the most cells of the same number; outside quotation marks only."""
    return max(SEPARATORS, key=lambda separator: _regularity(text[:SAMPLE_CHARACTERS], separator))


def _regularity(text: str, separator: str) -> tuple[float, int]:
    rows = [len(row) for row in islice(csv.reader(StringIO(text, newline=""), delimiter=separator), SAMPLE_ROWS) if row]
    usual = max(set(rows), key=lambda count: (rows.count(count), count))
    if usual == 1:
        return 0.0, 0
    return rows.count(usual) / len(rows), usual
