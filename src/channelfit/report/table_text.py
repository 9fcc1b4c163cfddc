"""Plain listings on a terminal."""

from collections.abc import Sequence
from io import StringIO

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text


def render(blocks: Sequence[RenderableType], width: int, colour: bool) -> str:
    """Rich blocks as text of at most `width` columns, without trailing blanks."""
    out = StringIO()
    console = Console(
        file=out, width=width, force_terminal=colour, no_color=not colour, color_system="standard" if colour else None, highlight=False, emoji=False
    )
    for block in blocks:
        console.print(block)
    return out.getvalue() if colour else "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def listing(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """A table without rules; the last column takes what is left."""
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="bold")
    for place, heading in enumerate(headings):
        last = place == len(headings) - 1
        table.add_column(Text(heading), overflow="fold", ratio=1 if last else None, no_wrap=False)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    return table


def definitions(rows: Sequence[tuple[str, str]]) -> Table:
    """Names and what they stand for, side by side."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    for name, text in rows:
        table.add_row(Text(name), Text(text))
    return table
