"""What changed, brief by brief, on a terminal and as Markdown."""

from collections.abc import Iterable, Sequence

from rich.console import RenderableType

from channelfit.report.advice_markdown import sections_markdown
from channelfit.report.changes_outline import Chapter
from channelfit.report.cite import MARKS
from channelfit.report.markdown import inert
from channelfit.report.section_text import section_blocks
from channelfit.report.table_text import render, text
from channelfit.words import Words


def changes_text(chapters: Sequence[Chapter], words: Words, width: int, colour: bool) -> str:
    blocks: list[RenderableType] = []
    for place, chapter in enumerate(chapters):
        blocks += [text()] * bool(place) + [text(chapter.title, "bold underline"), text(chapter.subtitle, "dim")]
        blocks += section_blocks(chapter.sections) if chapter.sections else [text(words.say("changes.nothing"))]
    legend = list(_legend(chapters, words))
    return render([*blocks, *([text(), text("\n".join(legend), "dim")] if legend else [])], width, colour)


def changes_markdown(chapters: Sequence[Chapter], words: Words) -> str:
    lines = [line for chapter in chapters for line in _markdown(chapter, words)]
    return "\n".join([*lines[1:], *(f"\n{inert(line)}" for line in _legend(chapters, words))]) + "\n"


def _markdown(chapter: Chapter, words: Words) -> Iterable[str]:
    yield from ("", f"# {inert(chapter.title)}", "", f"_{inert(chapter.subtitle)}_")
    yield from sections_markdown(chapter.sections) if chapter.sections else ("", inert(words.say("changes.nothing")))


def _legend(chapters: Iterable[Chapter], words: Words) -> Iterable[str]:
    """What the marks on the sources named mean."""
    cited = "".join(item.cite for chapter in chapters for section in chapter.sections for item in section.items)
    return (words.say(f"legend.{name}") for name, mark in MARKS.items() if mark in cited)
