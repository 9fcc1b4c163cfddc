"""Paragraphs of an audit on a terminal."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from channelfit.report.audit.report import Screen
from channelfit.report.table_text import render

INDENT = 4
_HELD = {0x00A0: "\ue0a0", 0x202F: "\ue02f"}  # private characters never come from a file: they are replaced when it is said
_LET_GO = {0xE0A0: "\u00a0", 0xE02F: "\u202f"}


def text(content: str = "", style: str = "") -> Text:
    """Text whose hard spaces hold: rich would break lines there."""
    return Text(content.translate(_HELD), style=style, overflow="fold")


def lay_out(blocks: Iterable[RenderableType], screen: Screen) -> str:
    return render(list(blocks), screen.width, screen.colour).translate(_LET_GO)


def indented(block: Text, by: int = INDENT) -> RenderableType:
    return Padding(block, (0, 0, 0, by), expand=False)


def bullet(block: Text) -> RenderableType:
    """A hanging paragraph."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=INDENT - 1, justify="right")
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(Text("•"), block)
    return grid
