"""What stands at the foot of an answer: how the score is made, and the marks on sources that are used in it."""

from collections.abc import Iterable

from channelfit.report.cite import MARKS
from channelfit.report.outline import Outline, Said
from channelfit.words import Words


def legend(outline: Outline, words: Words) -> tuple[str, ...]:
    used = "".join(said.cite for said in _said(outline))
    return (words.say("legend.bar"), *marks(used, words))


def marks(used: str, words: Words) -> tuple[str, ...]:
    """What the marks mean that are used in some text."""
    return tuple(words.say(f"legend.{name}") for name, mark in MARKS.items() if mark in used)


def _said(outline: Outline) -> Iterable[Said]:
    if outline.beside is not None:
        yield from outline.beside.items
    for section in outline.sections:
        yield from section.items
    for group in outline.groups:
        for line in group.lines:
            yield from (*line.reasons, line.presence)
