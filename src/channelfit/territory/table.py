"""A census table as its owner sees it: cells that know their line."""

from collections.abc import Iterator
from typing import NamedTuple

from channelfit.intake.delimited import delimited
from channelfit.intake.encoding import decoded
from channelfit.source.place import Place, Problem, Span, Unusable
from channelfit.source.read import read_bytes


class Cell(NamedTuple):
    text: str
    line: int
    number: int


class CensusTable:
    """The headings and the rows of a delimited file. Raises Unusable for what cannot be read."""

    def __init__(self, path: str) -> None:
        text, _, _ = decoded(read_bytes(path), path)
        if not text.strip():
            raise Unusable([Problem("census-blank", Place(path, Span(1, 1, 1, 1), ""))])
        self.file = path
        self._lines = text.splitlines()
        rows = list(_lines(delimited(text, path).rows))
        self.headings = [Cell(cell.strip(), 1, number) for number, cell in enumerate(rows[0][1])]
        self._rows = rows[1:]

    @property
    def start(self) -> Cell:
        return self.headings[0] if self.headings else Cell("", 1, 0)

    def rows(self) -> Iterator[dict[int, Cell]]:
        """Each row that holds something, its cells by column."""
        for line, cells in self._rows:
            if any(cell.strip() for cell in cells):
                yield {number: Cell(cell.strip(), line, number) for number, cell in enumerate(cells)}

    def place(self, cell: Cell) -> Place:
        """Where a cell stands; at the start of its line, where the text is not found there."""
        line = self._lines[cell.line - 1] if cell.line <= len(self._lines) else ""
        column = max(0, line.find(cell.text)) + 1
        return Place(self.file, Span(cell.line, column, cell.line, column + max(1, len(cell.text))), line)


def _lines(rows: list[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """Rows with the line they begin on: a cell between quotes may run over several."""
    line = 1
    for row in rows:
        yield line, row
        line += 1 + sum(cell.count("\n") for cell in row)
