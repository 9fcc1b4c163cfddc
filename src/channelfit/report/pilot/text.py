"""A pilot on a terminal."""

from collections.abc import Iterable

from rich.console import RenderableType

from channelfit.report.pilot.drawn import drawn_bands, drawn_bins
from channelfit.report.pilot.outline import Part, PilotOutline
from channelfit.report.section_text import bullet
from channelfit.report.table_text import render, text
from channelfit.words import Words

STYLES = {"adopt": "bold green", "continue": "bold cyan", "extend": "bold yellow", "stop": "bold red"}


def pilot_text(outline: PilotOutline, words: Words, width: int, colour: bool, *, brief: bool = False) -> str:
    """The whole as text of at most `width` columns; in brief, the decision alone."""
    blocks = [text(outline.verdict)] if brief and outline.verdict else list(_blocks(outline, words, width))
    return render(blocks, width, colour)


def _blocks(outline: PilotOutline, words: Words, width: int) -> Iterable[RenderableType]:
    yield text(outline.title, "bold")
    yield text(outline.subtitle, "dim")
    if outline.verdict:
        yield text()
        yield text(outline.verdict, STYLES[outline.decision])
    for part in outline.parts:
        yield text()
        yield text(part.title.upper(), "bold")
        yield from _part(part, words, width)
    yield text()
    yield text(outline.foot, "dim")


def _part(part: Part, words: Words, width: int) -> Iterable[RenderableType]:
    for sentence in part.sentences:
        yield bullet("•", text(sentence))
    if part.bands:
        yield text("\n".join(drawn_bands(part.bands, words, width)))
    if part.bins:
        yield text("\n".join(drawn_bins(part.bins, words, width)))
