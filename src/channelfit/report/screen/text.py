"""The answer to a request on a terminal, to be read out in a meeting."""

from collections.abc import Iterable

from rich.console import RenderableType

from channelfit.report.screen.outline import Answer, outline
from channelfit.report.screen.speech import Speech
from channelfit.report.section_text import section_blocks
from channelfit.report.table_text import render, text
from channelfit.screen.model import Screened

STYLES = {"open": "bold green", "pilot": "bold yellow", "redirect": "bold cyan", "defer": "bold yellow", "refuse": "bold red"}


def write(screened: Screened, speech: Speech) -> str:
    return render(list(_blocks(outline(screened, speech), speech)), speech.width, speech.colour)


def _blocks(answer: Answer, speech: Speech) -> Iterable[RenderableType]:
    if speech.quiet:
        yield text(answer.verdict, STYLES[answer.outcome])
        return
    yield text(answer.title, "bold")
    yield text(answer.subtitle, "dim")
    yield text()
    yield text(answer.verdict, STYLES[answer.outcome])
    yield from section_blocks(answer.sections)
    yield text()
    yield text(answer.next, "bold")
    if answer.legend:
        yield text("\n".join(answer.legend), "dim")
