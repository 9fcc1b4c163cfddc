"""Titled lists of sentences on a terminal, each sentence a hanging paragraph with whom it comes from."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from channelfit.report.outline import Said, Section
from channelfit.report.table_text import text

INDENT = 4


def section_blocks(sections: Iterable[Section]) -> Iterable[RenderableType]:
    for section in sections:
        yield text()
        yield text(section.title.upper(), "bold")
        for item in section.items:
            yield bullet(item.sign or "•", sentence(item))


def bullet(sign: str, said: Text) -> RenderableType:
    """A hanging paragraph."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=INDENT, justify="right")
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(text(sign), said)
    return grid


def sentence(said: Said, style: str = "") -> Text:
    """A sentence and whom it comes from."""
    whole = text(said.text, style)
    if said.cite:
        whole.append(text(f" [{said.cite}]", "dim"))
    return whole
