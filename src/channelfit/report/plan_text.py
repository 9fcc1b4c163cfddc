"""A plan on a terminal: readable on a projector, at sixty columns, and without colour."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table

from channelfit.report.outline import Said
from channelfit.report.plan_chart import Bar
from channelfit.report.plan_outline import PlanOutline, PlanRow
from channelfit.report.section_text import bullet, section_blocks, sentence
from channelfit.report.table_text import render, text

FULL = "█"
WIDE = 90
BAR_WIDE, BAR_NARROW = 40, 18
MARGIN = 2


def plan_text(outline: PlanOutline, width: int, colour: bool) -> str:
    """The whole plan as text of at most `width` columns."""
    return render(list(_blocks(outline, width)), width, colour)


def _blocks(outline: PlanOutline, width: int) -> Iterable[RenderableType]:
    yield text(outline.title, "bold")
    yield text(outline.subtitle, "dim")
    yield text()
    yield text(outline.heading.upper(), "bold")
    if outline.rows:
        yield _table(outline.columns, outline.rows)
    yield from (Padding(text(said, "bold" if place == 0 else ""), (0, 0, 0, MARGIN)) for place, said in enumerate(outline.sum_up))
    yield from section_blocks(outline.before)
    if outline.bars:
        yield text()
        yield text(outline.chart_title.upper(), "bold")
        yield _chart(outline.bars, width)
        yield from (bullet("•", sentence(Said(note))) for note in outline.chart_notes)
    yield from section_blocks(outline.after)
    if outline.legend:
        yield text()
        yield text(outline.legend, "dim")


def _table(columns: Iterable[str], rows: Iterable[PlanRow]) -> Table:
    table = Table(box=None, padding=(0, 1), show_edge=False, header_style="dim")
    for place, name in enumerate(columns):
        table.add_column(text(name), justify="left" if place < MARGIN else "right", overflow="fold")
    for row in rows:
        cells = [getattr(row, field) for field in row.__struct_fields__]
        table.add_row(text(cells[0], "bold"), text(cells[1]), text(cells[2]), text(cells[3], "green"), text(cells[4], "dim"))
    return table


def _chart(bars: Iterable[Bar], width: int) -> Table:
    longest = BAR_WIDE if width >= WIDE else BAR_NARROW
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", min_width=7, no_wrap=True)
    grid.add_column(width=longest, no_wrap=True)
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(overflow="fold")
    for bar in bars:
        style = "bold green" if bar.note else "cyan"
        grid.add_row(text(bar.hours), text(FULL * round(longest * bar.part), style), text(bar.points), text(bar.gain, "dim"), text(bar.note, "bold"))
    return grid
