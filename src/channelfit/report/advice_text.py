"""The outline on a terminal: readable on a projector, at sixty columns, and without colour."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from channelfit.report.outline import Line, Outline, Said
from channelfit.report.table_text import render
from channelfit.words import Words

FULL, EMPTY = "█", "░"
STYLES = {"lead": "bold green", "support": "cyan", "pilot": "yellow", "avoid": "red"}
INDENT = 4
WIDE = 90
BAR_WIDE, BAR_NARROW = 20, 10
NAME_SHARE = 3  # of the width, one part in three for names
BEST = 100


def advice_text(outline: Outline, words: Words, width: int, colour: bool) -> str:
    """The whole answer as text of at most `width` columns."""
    return render(list(_blocks(outline, words, width)), width, colour)


def _blocks(outline: Outline, words: Words, width: int) -> Iterable[RenderableType]:
    yield Text(outline.title, style="bold")
    yield Text(outline.subtitle, style="dim")
    for group in outline.groups:
        yield Text()
        yield Text(group.title.upper(), style="bold")
        if group.note:
            yield Text(group.note, style="bold yellow")
        for line in group.lines:
            yield _headline(line, width)
            yield from _details(line, outline)
    for section in outline.sections:
        yield Text()
        yield Text(section.title.upper(), style="bold")
        for item in section.items:
            yield _bullet("•", _said(item))
    yield Text()
    yield _said(outline.next, style="bold")
    if outline.basis:
        yield Text(outline.basis)
    yield Text(_legend(outline, words), style="dim")


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
        Text(str(line.rank)),
        Text(line.name, style="bold"),
        Text(FULL * filled + EMPTY * (bar - filled), style=style),
        Text(line.score_word),
        Text(line.verdict_word, style=style),
    )
    return row


def _details(line: Line, outline: Outline) -> Iterable[RenderableType]:
    for reason in line.reasons:
        sign, _, text = reason.text.partition(" ")
        yield _bullet(sign, _said(Said(text, reason.cite)))
    if line.presence.text:
        yield _bullet("=", _said(line.presence, style="dim"))
    if line.rows:
        yield Padding(_rows(line, outline), (0, 0, 1, INDENT + 2))


def _rows(line: Line, outline: Outline) -> Table:
    table = Table(box=None, padding=(0, 1), show_edge=False)
    for name, field in zip(outline.columns, line.rows[0].__struct_fields__, strict=True):
        table.add_column(Text(name), justify="left" if field in ("goal", "audience", "basis") else "right")
    for row in line.rows:
        table.add_row(*(Text(getattr(row, field)) for field in row.__struct_fields__))
    return table


def _bullet(sign: str, text: Text) -> RenderableType:
    """A hanging paragraph."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=INDENT, justify="right")
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(Text(sign), text)
    return grid


def _said(said: Said, style: str = "") -> Text:
    text = Text(said.text, style=style)
    if said.cite:
        text.append(f" ({said.cite})", style="dim")
    return text


def _legend(outline: Outline, words: Words) -> str:
    """What the marks used in this answer mean."""
    everything = [item.cite for section in outline.sections for item in section.items]
    everything += [said.cite for group in outline.groups for line in group.lines for said in (*line.reasons, line.presence)]
    marks = [mark for mark, sign in (("excerpt", "†"), ("from-memory", "‡")) if any(sign in cite for cite in everything)]
    return "\n".join([words.say("legend.bar"), *(words.say(f"legend.{mark}") for mark in marks)])
