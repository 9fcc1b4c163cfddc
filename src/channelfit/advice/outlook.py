"""What lies around an answer: what could still change it."""

from msgspec import Struct

from channelfit.advice.brief import Brief
from channelfit.advice.engine import Advisor
from channelfit.advice.question import Question
from channelfit.advice.questions import questions


class Outlook(Struct, frozen=True):
    """`questions` are the facts worth asking for, largest swing first; none where no answer can change the first any more."""

    questions: tuple[Question, ...] = ()


def outlook(brief: Brief, advisor: Advisor) -> Outlook:
    """What lies around the answer that the advisor gives to the brief."""
    return Outlook(questions=questions(brief, advisor))
