"""The questions as a sheet to hand out: one page of A4 on both sides, with room to write."""

from collections.abc import Iterable

from msgspec import Struct

from channelfit.report.pages import page
from channelfit.report.screen.hints import ticks
from channelfit.report.screen.speech import Speech

OUTCOMES = ("open", "pilot", "redirect", "defer", "refuse")


class Small(Struct, frozen=True):
    """A small question under another, answered by a tick; without anything to tick, in words."""

    label: str
    ticks: tuple[str, ...]


class Asked(Struct, frozen=True):
    """A question as it is printed. The gate has no number."""

    number: str
    ask: str
    purpose: str
    wanted: tuple[str, ...]
    also: tuple[Small, ...]


def sheet_html(speech: Speech) -> str:
    rulebook, say = speech.rulebook, speech.say
    return page(
        "sheet",
        speech.words.lang,
        gates=[item for item in _questions(speech) if not item.number],
        questions=[item for item in _questions(speech) if item.number],
        outcomes=[say(f"sheet.outcome.{name}") for name in OUTCOMES],
        foot=say("sheet.foot", name=rulebook.name, version=rulebook.version),
        say={name: say(f"sheet.{name}") for name in ("title", "lead", "unit", "day", "first", "outcomes", "return")} | {"colon": say("colon")},
    )


def _questions(speech: Speech) -> Iterable[Asked]:
    for question in speech.screening.questions:
        number = "" if question.gate else speech.number(question.id)
        wanted = tuple(speech.label(name) for name in question.fields)
        also = tuple(Small(_capital(speech.label(name)), ticks(name, speech)) for name in question.also)
        yield Asked(number, speech.ask(question), speech.words.of(question.purpose), wanted, also)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
