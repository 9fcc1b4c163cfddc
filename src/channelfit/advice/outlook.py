"""What lies around an answer: what could still change it."""

from msgspec import Struct

from channelfit.advice.question import Question


class Outlook(Struct, frozen=True):
    """`questions` are the facts worth asking for, largest swing first; none where no answer can change the first any more."""

    questions: tuple[Question, ...] = ()
