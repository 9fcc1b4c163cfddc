"""The head of an imported file: where it comes from, what is in it, what to declare first."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import PurePath
from textwrap import wrap

from channelfit.intake.lexicon import Lexicon
from channelfit.intake.model import Imported
from channelfit.words import Words
from channelfit.words.safe import plain_line

WIDTH = 96


def comment(imported: Imported, lexicon: Lexicon, words: Words, day: date) -> Sequence[str]:
    """Lines without their `#`."""
    name = PurePath(imported.source).name
    sheet = imported.sheet if imported.sheet != imported.source else ""
    source = words.say("import.comment.sheet", source=name, sheet=sheet) if sheet else plain_line(name)
    lines = [
        words.say("import.comment.source", source=source, day=words.day(day)),
        words.say(
            "import.comment.counts",
            accounts=words.count("import.accounts", len(imported.accounts)),
            rows=words.count("import.rows", imported.rows),
            aside=len(imported.set_aside),
        ),
    ]
    if first := list(_first(imported, lexicon, words)):
        lines.append(words.say("import.comment.first", fields=words.listed(first)))
    return [piece for line in lines for piece in wrap(line, WIDTH, break_long_words=False, break_on_hyphens=False)]


def _first(imported: Imported, lexicon: Lexicon, words: Words) -> Iterable[str]:
    """Of the fields that most checks wait for, those that some account lacks."""
    fields = lexicon.shape.fields["account"]
    for name in lexicon.intake.first:
        if any(name not in account.facts for account in imported.accounts):
            yield f"{fields[name].label.in_(words.lang)} ({name})"
