"""Plain listings on a terminal."""

from collections.abc import Sequence
from io import StringIO
from typing import Literal

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

INDENT = 4
FOLD: Literal["fold"] = "fold"  # what the console does with words wider than it
HEIGHT = 25  # of no page; without it the console asks the terminal again and again
LEAST = 40  # columns that make a last cell readable
_BREAKS = frozenset("\n\r\t\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
_HOLD = {0x00A0: "\ue0a0", 0x202F: "\ue02f"}
_RESTORE = {0xE0A0: "\u00a0", 0xE02F: "\u202f"}


def render(blocks: Sequence[RenderableType], width: int, colour: bool) -> str:
    """Rich blocks as text of at most `width` columns, without trailing blanks."""
    out = StringIO()
    console = Console(
        file=out,
        width=width,
        height=HEIGHT,
        force_terminal=colour,
        no_color=not colour,
        color_system="standard" if colour else None,
        highlight=False,
        emoji=False,
    )
    for block in blocks:
        if colour or not _written(block, console, out):
            console.print(block)
    written = out.getvalue().translate(_RESTORE)
    return written if colour else "".join(f"{line.rstrip(' ')}\n" for line in written.split("\n")[:-1])


def _written(block: RenderableType, console: Console, out: StringIO) -> bool:
    """Writes a text without colours, indented or not, as the console would, in a tenth of its time; False for anything else."""
    left, body = (block.left, block.renderable) if isinstance(block, Padding) and not (block.top or block.right or block.bottom) else (0, block)
    if type(body) is not Text or body.no_wrap or body.overflow not in (None, FOLD) or body.justify:
        return False
    if _BREAKS.isdisjoint(body.plain) and cell_len(body.plain) <= console.width - left:
        out.write(f"{' ' * left}{body.plain}\n")
        return True
    out.writelines(f"{' ' * left}{line.plain}\n" for line in body.wrap(console, console.width - left, overflow=FOLD))
    return True


def text(content: str = "", style: str = "") -> Text:
    """Text whose hard spaces hold: rich breaks lines at any white space, so they travel in disguise."""
    return Text(content.translate(_HOLD), style=style)


def has_room(headings: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> bool:
    """Whether every column but the last fits on one line each, and the last can be read."""
    columns = list(zip(headings, *rows, strict=True))
    return sum(max(map(len, column)) + 2 for column in columns[:-1]) + min(LEAST, max(map(len, columns[-1]))) <= width


def stacked(headings: Sequence[str], rows: Sequence[Sequence[str]], colon: str) -> Sequence[RenderableType]:
    """Rows where a table has no room: the first cell, and the others below it."""
    blocks: list[RenderableType] = []
    for first, *others in rows:
        named = (f"{heading}{colon}{cell}" for heading, cell in zip(headings[1:], others, strict=True))
        blocks += [text(first, "bold"), Padding(text(" · ".join(named)), (0, 0, 0, INDENT))]
    return blocks


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """A table without rules; the last column takes what is left."""
    grid = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="bold")
    for place, heading in enumerate(headings):
        last = place == len(headings) - 1
        grid.add_column(text(heading), overflow="fold", ratio=1 if last else None, no_wrap=not last)
    for row in rows:
        grid.add_row(*(text(cell) for cell in row))
    return grid


def definitions(rows: Sequence[tuple[str, str]]) -> Table:
    """Names and what they stand for, side by side."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    for name, content in rows:
        table.add_row(text(name), text(content))
    return table
