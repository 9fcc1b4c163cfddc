"""Plain listings on a terminal."""

from collections.abc import Sequence
from io import StringIO

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

_HOLD = {0x00A0: "\ue0a0", 0x202F: "\ue02f"}
_RESTORE = {0xE0A0: "\u00a0", 0xE02F: "\u202f"}


def render(blocks: Sequence[RenderableType], width: int, colour: bool) -> str:
    """Rich blocks as text of at most `width` columns, without trailing blanks."""
    out = StringIO()
    console = Console(
        file=out, width=width, force_terminal=colour, no_color=not colour, color_system="standard" if colour else None, highlight=False, emoji=False
    )
    for block in blocks:
        console.print(block)
    written = out.getvalue().translate(_RESTORE)
    return written if colour else "".join(f"{line.rstrip(' ')}\n" for line in written.split("\n")[:-1])


def text(content: str = "", style: str = "") -> Text:
    """Text whose hard spaces hold: rich breaks lines at any white space, so they travel in disguise."""
    return Text(content.translate(_HOLD), style=style)


def listing(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """A table without rules; the last column takes what is left."""
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="bold")
    for place, heading in enumerate(headings):
        last = place == len(headings) - 1
        table.add_column(text(heading), overflow="fold", ratio=1 if last else None, no_wrap=False)
    for row in rows:
        table.add_row(*(text(cell) for cell in row))
    return table


def definitions(rows: Sequence[tuple[str, str]]) -> Table:
    """Names and what they stand for, side by side."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    for name, content in rows:
        table.add_row(text(name), text(content))
    return table
