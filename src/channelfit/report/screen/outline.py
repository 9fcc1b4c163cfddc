"""The answer to a request in sentences, before any format."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from channelfit.report.legend import marks
from channelfit.report.outline import Said, Section
from channelfit.report.screen.speech import Speech
from channelfit.screen.model import Met, Screened, Undecided
from channelfit.words.safe import plain_line

ORDER = ("redirect", "refuse", "defer", "pilot")  # a way out is told before a no


class Answer(Struct, frozen=True):
    """`outcome` is the id, for colour; `verdict` is read."""

    title: str
    subtitle: str
    outcome: str
    verdict: str
    sections: tuple[Section, ...]
    next: str
    legend: tuple[str, ...]


def outline(screened: Screened, speech: Speech) -> Answer:
    sections = tuple(_sections(screened, speech))
    return Answer(
        title=speech.say("screen.title", unit=speech.unit(screened.facts), wanted=speech.wanted(screened.facts)),
        subtitle=_subtitle(screened, speech),
        outcome=screened.outcome,
        verdict=verdict(screened, speech),
        sections=sections,
        next=speech.say(f"screen.next.{screened.outcome}"),
        legend=marks("".join(item.cite for section in sections for item in section.items), speech.words),
    )


def verdict(screened: Screened, speech: Speech) -> str:
    """The outcome in a sentence; of a redirect, where the first stop sends it."""
    return speech.say(f"screen.outcome.{screened.outcome}", places=speech.places(proposed(screened)))


def proposed(screened: Screened) -> tuple[str, ...]:
    """Where the first redirect leads: what is proposed before anything else that would do."""
    return next((met.to for met in told(screened.stops) if met.to), ()) if screened.redirect_to else ()


def told(stops: Sequence[Met]) -> list[Met]:
    """The stops as a letter tells them: redirects first, then in the order of the questions."""
    return sorted(stops, key=lambda met: ORDER.index(met.outcome))


def _subtitle(screened: Screened, speech: Speech) -> str:
    rulebook = speech.rulebook
    return speech.say(
        "screen.subtitle",
        organisation=screened.organisation or speech.say("screen.some-organisation"),
        day=speech.words.day(screened.as_of),
        name=rulebook.name,
        version=rulebook.version,
    )


def _sections(screened: Screened, speech: Speech) -> Iterable[Section]:
    found: dict[str, Iterable[Said]] = {
        "instead": (Said(_place(name, speech)) for name in screened.redirect_to),
        "stops": (_stop(met, speech) for met in screened.stops),
        "missing": missing_answers(screened.missing, speech),
        "unclear": map(Said, unclear_words(screened, speech)),
        "undecided": _undecided(screened.undecided, speech),
    }
    for name, items in found.items():
        if listed := tuple(items):
            yield Section(speech.say(f"screen.section.{name}"), listed)


def _place(name: str, speech: Speech) -> str:
    label, means = speech.place(name), speech.means(name)
    return speech.say("screen.place", label=label[:1].upper() + label[1:], means=means) if means else label


def _stop(met: Met, speech: Speech) -> Said:
    """Why, what may be done about it, and on whose word."""
    said = speech.say("screen.stop", because=speech.because(met), remedy=speech.remedy(met))
    return Said(said, speech.cited(speech.stop(met).sources), speech.number(met.question))


def missing_answers(missing: Sequence[str], speech: Speech) -> Iterable[Said]:
    """The questions that still want an answer, each with what is wanted of it."""
    left = list(missing)
    for question in speech.screening.questions:
        wanted = [name for name in left if any(name == field or name.startswith(f"{field}.") for field in (*question.fields, *question.also))]
        if wanted:
            left = [name for name in left if name not in wanted]
            yield Said(speech.say("screen.missing", ask=speech.ask(question), fields=speech.labels(wanted)), sign=speech.number(question.id))


def unclear_words(screened: Screened, speech: Speech) -> Iterable[str]:
    """What was written and not understood, with what it may have meant."""
    for item in screened.not_understood:
        near = speech.value(item.field, item.nearest) if item.nearest else ""
        said = {"field": speech.label(item.field), "text": plain_line(item.text), "nearest": near}
        yield speech.say("screen.unclear-near" if near else "screen.unclear", **said)


def _undecided(items: Sequence[Undecided], speech: Speech) -> Iterable[Said]:
    """By question, what is not known that would tell more."""
    for question in speech.screening.questions:
        fields = dict.fromkeys(name for item in items if item.question == question.id for name in item.fields)
        if fields:
            yield Said(speech.say("screen.undecided", ask=speech.ask(question), fields=speech.labels(fields)), sign=speech.number(question.id))
