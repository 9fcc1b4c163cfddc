"""The answer to a request as Markdown, for minutes and issues."""

from channelfit.report.advice_markdown import sections_markdown
from channelfit.report.markdown import inert
from channelfit.report.screen.outline import outline
from channelfit.report.screen.speech import Speech
from channelfit.screen.model import Screened


def write(screened: Screened, speech: Speech) -> str:
    answer = outline(screened, speech)
    if speech.quiet:
        return f"{inert(answer.verdict)}\n"
    head = [f"# {inert(answer.title)}", "", f"_{inert(answer.subtitle)}_", "", f"**{inert(answer.verdict)}**"]
    return (
        "\n".join([*head, *sections_markdown(answer.sections), "", f"**{inert(answer.next)}**", "", *(f"{inert(line)}  " for line in answer.legend)])
        + "\n"
    )
