"""Two answers beside each other on a terminal: a table where there is room, else one channel below the other."""

from collections.abc import Iterable

from rich.console import RenderableType

from channelfit.report.outline import SideBySide
from channelfit.report.section_text import bullet, sentence
from channelfit.report.table_text import has_room, stacked, table, text
from channelfit.words import Words


def beside_blocks(beside: SideBySide, words: Words, width: int) -> Iterable[RenderableType]:
    yield text()
    yield text(beside.title, "bold yellow")
    if beside.rows:
        room = has_room(beside.headings, beside.rows, width)
        yield from [table(beside.headings, beside.rows)] if room else stacked(beside.headings, beside.rows, words.say("colon"))
    for item in beside.items:
        yield bullet(item.sign or "•", sentence(item))
