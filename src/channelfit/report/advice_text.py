"""The outline on a terminal: readable on a projector, at sixty columns, and without colour."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table

from channelfit.report.beside_text import beside_blocks
from channelfit.report.legend import legend
from channelfit.report.outline import ABOUT, Line, Outline, Row
from channelfit.report.section_text import INDENT, bullet, section_blocks, sentence
from channelfit.report.table_text import render, text
from channelfit.words import Words

FULL, EMPTY = "█", "░"
STYLES = {"lead": "bold green", "support": "cyan", "pilot": "yellow", "avoid": "red"}
WIDE = 90
BAR_WIDE, BAR_NARROW = 20, 10
NAME_SHARE = 3  # of the width, one part in three for names
BEST = 100


def advice_text(outline: Outline, words: Words, width: int, colour: bool) -> str:
    """The whole answer as text of at most `width` columns."""
    return render(list(_blocks(outline, words, width)), width, colour)


def _blocks(outline: Outline, words: Words, width: int) -> Iterable[RenderableType]:
    yield text(outline.title, "bold")
    yield text(outline.subtitle, "dim")
    if outline.beside is not None:
        yield from beside_blocks(outline.beside, words, width)
    for group in outline.groups:
        yield text()
        yield text(group.title.upper(), "bold")
        if group.note:
            yield text(group.note, "bold yellow")
        for line in group.lines:
            yield _headline(line, width)
            yield from _details(line, outline, words, width)
        if group.more:
            yield bullet("", text(group.more + words.say("more-hint"), "dim"))
    yield from section_blocks(outline.sections)
    yield text()
    yield sentence(outline.next, style="bold")
    if outline.basis:
        yield text(outline.basis)
    yield text("\n".join(legend(outline, words)), "dim")


def _headline(line: Line, width: int) -> RenderableType:
    """Rank, name, bar, score, verdict: in fixed columns, so that the eye can compare."""
    bar = BAR_WIDE if width >= WIDE else BAR_NARROW
    row = Table.grid(padding=(0, 1))
    row.add_column(width=3, justify="right")
    row.add_column(width=width // NAME_SHARE)
    row.add_column(width=bar, no_wrap=True)
    row.add_column(width=5, justify="right")
    row.add_column(no_wrap=True)
    filled = round(bar * min(line.score, BEST) / BEST)
    style = STYLES[line.verdict]
    row.add_row(
        text(str(line.rank)),
        text(line.name, "bold"),
        text(FULL * filled + EMPTY * (bar - filled), style),
        text(line.score_word),
        text(line.verdict_word.upper(), style),
    )
    return row


def _details(line: Line, outline: Outline, words: Words, width: int) -> Iterable[RenderableType]:
    for reason in line.reasons:
        yield bullet(reason.sign, sentence(reason))
    if line.presence.text:
        yield bullet(line.presence.sign, sentence(line.presence, style="dim"))
    if line.sure:
        yield bullet(ABOUT, text(line.sure, "dim"))
    if width < WIDE:
        yield from (bullet("", text(_formula(row, words))) for row in line.rows)
    elif line.rows:
        yield Padding(_rows(line, outline), (0, 0, 1, INDENT + 2))


def _formula(row: Row, words: Words) -> str:
    """A term of the score where a table has no room."""
    return words.say("row", **{field: getattr(row, field) for field in row.__struct_fields__})


def _rows(line: Line, outline: Outline) -> Table:
    table = Table(box=None, padding=(0, 1), show_edge=False)
    for name, field in zip(outline.columns, line.rows[0].__struct_fields__, strict=True):
        table.add_column(text(name), justify="left" if field in ("goal", "audience", "basis") else "right")
    for row in line.rows:
        table.add_row(*(text(getattr(row, field)) for field in row.__struct_fields__))
    return table
