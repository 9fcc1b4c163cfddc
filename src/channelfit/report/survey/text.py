"""A survey on a terminal."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding

from channelfit.report.section_text import bullet, section_blocks, sentence
from channelfit.report.survey.outline import Block, SurveyOutline
from channelfit.report.table_text import has_room, render, stacked, table, text
from channelfit.words import Words

INDENT = 3


def survey_text(outline: SurveyOutline, words: Words, width: int, colour: bool) -> str:
    return render(list(_blocks(outline, words, width)), width, colour)


def _blocks(outline: SurveyOutline, words: Words, width: int) -> Iterator[RenderableType]:
    yield text(outline.title, "bold")
    yield from (text(line, "dim") for line in outline.subtitle)
    for block in outline.blocks:
        yield text()
        yield from _block(block, outline, words, width)
    yield from section_blocks(outline.sections)
    yield text()
    yield text(outline.next, "bold")
    yield text("\n".join(outline.legend), "dim")


def _block(block: Block, outline: SurveyOutline, words: Words, width: int) -> Iterator[RenderableType]:
    yield text(block.name.upper(), "bold")
    yield bullet("=", text(block.whole, "bold green"))
    if block.country.text:
        yield bullet("", sentence(block.country, style="dim"))
    if block.rows and has_room(outline.columns, block.rows, width - INDENT):
        yield Padding(table(outline.columns, block.rows), (0, 0, 0, INDENT))
    elif block.rows:
        yield from (Padding(piece, (0, 0, 0, INDENT)) for piece in stacked(outline.columns, block.rows, words.say("colon")))
