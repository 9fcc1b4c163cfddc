"""What stands at the foot of an answer: how the score is made, and the marks on sources that are used in it."""

from collections.abc import Iterable

from channelfit.report.cite import MARKS
from channelfit.report.outline import Outline, Said
from channelfit.words import Words


def legend(outline: Outline, words: Words) -> tuple[str, ...]:
    return (words.say("legend.bar"), *marks_used(_said(outline), words))


def marks_used(said: Iterable[Said], words: Words) -> tuple[str, ...]:
    """What the marks on the sources of some sentences mean."""
    used = "".join(item.cite for item in said)
    return tuple(words.say(f"legend.{name}") for name, mark in MARKS.items() if mark in used)


def _said(outline: Outline) -> Iterable[Said]:
    for section in outline.sections:
        yield from section.items
    for group in outline.groups:
        for line in group.lines:
            yield from (*line.reasons, line.presence)
