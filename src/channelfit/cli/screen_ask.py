"""The questions on a terminal, one after the other; nothing typed means that nobody knows yet."""

import sys
from collections.abc import Callable

from channelfit.intake.model import Value
from channelfit.report.problems import problems_text
from channelfit.report.screen.form import form
from channelfit.report.screen.hints import with_hint
from channelfit.report.screen.speech import Speech
from channelfit.rulebook.checks import Field
from channelfit.source.place import Span, Unusable
from channelfit.source.scalars import resolve
from channelfit.source.tree import Scalar

Check = Callable[[str], object]
SEVERAL = ("list", "audiences", "choices", "records")
SEPARATOR = ";"
_NOWHERE = Span(1, 1, 1, 1)


class Conversation:
    """Asks every question of the rulebook. `read` says whether a request can be used; it raises Unusable."""

    def __init__(self, fields: dict[str, Field], speech: Speech, read: Check) -> None:
        self._fields = fields
        self._speech = speech
        self._read = read
        self.ended = False

    def answers(self) -> dict[str, Value]:
        given: dict[str, Value] = {}
        self._print(self._speech.say("ask.lead"))
        for question in self._speech.screening.questions:
            self._print(f"\n{self._speech.number(question.id)}. {self._speech.ask(question)}\n   {self._speech.words.of(question.purpose)}")
            for name in (*question.fields, *question.also):
                value = self._answer(name)
                if value is not None:
                    given[name] = value
        return given

    def ask(self, prompt: str) -> str:
        sys.stdout.write(f"   {prompt}{self._speech.say('colon')}")
        sys.stdout.flush()
        line = "" if self.ended else sys.stdin.readline()
        self.ended = not line
        return line.strip()

    def _answer(self, name: str) -> Value | None:
        """Until it can be used; None for what nobody knows."""
        while True:
            typed = self.ask(with_hint(name, self._speech))
            if not typed:
                return None
            value = self._value(name, typed)
            try:
                self._read(form({name: value}, {}, self._speech))
            except Unusable as unusable:
                self._print(problems_text(unusable.problems, self._speech.words, self._speech.width))
            else:
                return value

    def _value(self, name: str, typed: str) -> Value:
        kind = self._fields[name].kind
        if kind in SEVERAL:
            return tuple(part.strip() for part in typed.split(SEPARATOR) if part.strip())
        read = resolve(Scalar(_NOWHERE, typed.replace(",", "."), plain=True)) if kind == "number" else typed
        return read if isinstance(read, int | float) else typed

    @staticmethod
    def _print(line: str) -> None:
        sys.stdout.write(f"{line}\n")
