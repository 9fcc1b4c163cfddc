"""A request as the YAML that a person completes: every question as a comment, every answer left to give on a line of its own."""

from collections.abc import Iterable, Mapping

from channelfit.intake.model import Value
from channelfit.intake.yaml_text import scalar
from channelfit.report.screen.hints import with_hint
from channelfit.report.screen.speech import Speech
from channelfit.rulebook.link.names import REQUEST
from channelfit.rulebook.screening import Question
from channelfit.words.safe import plain_line

Values = Mapping[str, Value]


def form(given: Values, organisation: Values, speech: Speech, notes: Iterable[str] = ()) -> str:
    """The file; what is not among the answers stands as a comment, so that it stays left out until somebody writes it."""
    lines = [f"# {plain_line(note)}" for note in (speech.say("form.lead"), *notes)]
    if organisation:
        inside = ", ".join(f"{name}: {scalar(value)}" for name, value in organisation.items())
        lines.append(f"organisation: {{{inside}}}")
    lines.append(f"{REQUEST}:")
    for question in speech.screening.questions:
        lines += _question(question, given, speech)
    return "\n".join(lines) + "\n"


def _question(question: Question, given: Values, speech: Speech) -> Iterable[str]:
    yield f"  # {speech.number(question.id)}. {plain_line(speech.ask(question))}"
    for name in (*question.fields, *question.also):
        key = name.removeprefix(f"{REQUEST}.")
        yield f"  {key}: {scalar(given[name])}" if name in given else f"  # {key}:  # {with_hint(name, speech)}"
