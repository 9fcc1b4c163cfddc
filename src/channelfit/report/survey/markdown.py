"""A survey as Markdown, for minutes and wikis."""

from collections.abc import Iterator

from channelfit.report.advice_markdown import said_markdown, sections_markdown
from channelfit.report.markdown import inert
from channelfit.report.survey.outline import Block, SurveyOutline


def survey_markdown(outline: SurveyOutline) -> str:
    return "\n".join(_lines(outline)) + "\n"


def _lines(outline: SurveyOutline) -> Iterator[str]:
    yield from (f"# {inert(outline.title)}", "")
    yield from (f"_{inert(line)}_  " for line in outline.subtitle)
    for block in outline.blocks:
        yield from ("", f"## {inert(block.name)}", "", f"**{inert(block.whole)}**")
        if block.country.text:
            yield from ("", said_markdown(block.country))
        yield from _table(block, outline)
    yield from sections_markdown(outline.sections)
    yield from ("", f"**{inert(outline.next)}**", "")
    yield from (f"{inert(line)}  " for line in outline.legend)


def _table(block: Block, outline: SurveyOutline) -> Iterator[str]:
    if block.rows:
        yield from ("", f"| {' | '.join(inert(name) for name in outline.columns)} |", "|" + "---|" * len(outline.columns))
        yield from (f"| {' | '.join(inert(cell) for cell in row)} |" for row in block.rows)
