"""The letter to the unit that asked: plain and kind, with the reason and the alternative."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from channelfit.report.markdown import inert
from channelfit.report.pages import page
from channelfit.report.screen.outline import missing_answers, proposed, told, unclear_words
from channelfit.report.screen.speech import Speech
from channelfit.screen.model import Screened

DEFERRED = "defer"


class Point(Struct, frozen=True):
    """Something said, and what follows from it."""

    text: str
    then: str = ""


class Part(Struct, frozen=True):
    title: str
    points: tuple[Point, ...]


class Letter(Struct, frozen=True):
    """Every sentence of a letter in the order it is read."""

    subject: str
    dated: str
    to: str
    greeting: str
    opening: tuple[str, ...]
    parts: tuple[Part, ...]
    closing: tuple[str, ...]
    signed: str


def written(screened: Screened, speech: Speech) -> Letter:
    say = speech.say
    organisation = screened.organisation or say("screen.some-organisation")
    answer = say(f"letter.answer.{screened.outcome}", places=speech.places(proposed(screened)))
    return Letter(
        subject=say("letter.subject", wanted=speech.wanted(screened.facts)),
        dated=say("letter.dated", organisation=organisation, day=speech.words.day(screened.as_of)),
        to=say("letter.to", unit=speech.unit(screened.facts)),
        greeting=say("letter.greeting"),
        opening=(say("letter.thanks"), answer),
        parts=tuple(_parts(screened, speech)),
        closing=(*_sources(screened, speech), say("letter.closing")),
        signed=say("letter.signed"),
    )


def _parts(screened: Screened, speech: Speech) -> Iterable[Part]:
    reasons = "already" if screened.outcome == DEFERRED else "reasons"
    found: dict[str, Iterable[Point]] = {
        "missing": (Point(said.text) for said in missing_answers(screened.missing, speech)),
        "unclear": map(Point, unclear_words(screened, speech)),
        "instead": (Point(_capital(speech.place(name)), speech.means(name)) for name in proposed(screened)),
        reasons: (Point(speech.because(met), speech.remedy(met)) for met in told(screened.stops)),
    }
    for name, points in found.items():
        if listed := tuple(points):
            yield Part(speech.say(f"letter.{name}"), listed)


def _sources(screened: Screened, speech: Speech) -> Iterable[str]:
    publishers = speech.publishers(name for met in screened.stops for name in speech.stop(met).sources)
    if publishers:
        yield speech.say("letter.sources", sources=speech.words.listed(publishers))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _html(letter: Letter, speech: Speech) -> str:
    return page("letter", speech.words.lang, letter=letter)


def _markdown(letter: Letter, _speech: Speech) -> str:
    return "\n".join(_lines(letter)) + "\n"


def _lines(letter: Letter) -> Iterable[str]:
    yield from (inert(letter.dated), "", inert(letter.to), "", f"# {inert(letter.subject)}", "", inert(letter.greeting))
    for paragraph in letter.opening:
        yield from ("", inert(paragraph))
    for part in letter.parts:
        yield from ("", f"## {inert(part.title)}", "")
        yield from (f"- {inert(point.text)}" + (f"  \n  *{inert(point.then)}*" if point.then else "") for point in part.points)
    for paragraph in letter.closing:
        yield from ("", inert(paragraph))
    yield from ("", inert(letter.signed))


KINDS: dict[str, Callable[[Letter, Speech], str]] = {".md": _markdown, ".html": _html}
"""How a letter is written, by the ending of its file."""
