"""From rows of cells to a table: where its heading stands, and what stands above it."""

from collections.abc import Sequence

from channelfit.intake.lexicon import Lexicon
from channelfit.intake.table import Cell, Grid, Notice, Row, Table, shown
from channelfit.intake.unfold import parsed
from channelfit.source.secrets import names_secret

LOOKED_AT = 25  # rows in which a heading is looked for
SCHEME = "://"


def table_of_grid(grid: Grid, lexicon: Lexicon) -> Table:
    at = _heading_at(grid.rows[:LOOKED_AT], lexicon)
    width = max((len(row) for row in grid.rows), default=0)
    headings = _named(grid.rows[at] if at is not None else [], width)
    first = 0 if at is None else at + 1
    notices = [Notice("heading-found", {"row": first})] if at else [Notice("no-heading")] if at is None else []
    kept = [position for position, heading in enumerate(headings) if not names_secret(heading)]
    dropped = [heading for heading in headings if names_secret(heading)]
    rows = [Row(number, _cells(cells, kept)) for number, cells in enumerate(grid.rows[first:], first + 1)]
    return Table(grid.name, [headings[position] for position in kept], rows, notices, dropped)


def _cells(cells: Sequence[Cell], kept: Sequence[int]) -> list[Cell]:
    return [parsed(cells[position]) if position < len(cells) else "" for position in kept]


def _heading_at(rows: Sequence[Sequence[Cell]], lexicon: Lexicon) -> int | None:
    """The first row that names columns; without one, the first of text; None where addresses begin at once."""
    first: int | None = None
    several = False
    for at, row in enumerate(rows):
        cells = [text for cell in row if (text := shown(cell))]
        if not cells:
            continue
        if any(SCHEME in cell for cell in cells):
            break
        known = sum(lexicon.role(cell) is not None or lexicon.label(cell) is not None for cell in cells)
        if known >= 2 or known == len(cells):
            return at
        if first is None or (len(cells) > 1 and not several):
            first, several = at, len(cells) > 1
    return first


def _named(cells: Sequence[Cell], width: int) -> list[str]:
    """Headings, each once; a column without one gets the letters that spreadsheets give it."""
    names: list[str] = []
    for position in range(width):
        name = " ".join(shown(cells[position]).split()) if position < len(cells) else ""
        name = name or _letters(position)
        again = 2
        while name in names:
            name, again = f"{name.removesuffix(f' ({again - 1})')} ({again})", again + 1
        names.append(name)
    return names


def _letters(position: int) -> str:
    head, tail = divmod(position, 26)
    return (_letters(head - 1) if head else "") + chr(ord("A") + tail)
