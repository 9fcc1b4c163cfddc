"""A terminal that answers by itself: from a list, or by lot."""

from collections.abc import Iterable, Iterator, Sequence
from random import Random
from typing import TypeAlias

from channelfit.cli.conversation.terminal import BACK, ENOUGH, UNKNOWN, Check, Option

Answer: TypeAlias = str | tuple[str, ...]

WAYS_OUT = (BACK, ENOUGH, UNKNOWN)
NUMBERS = ("0", "1", "3", "4,5", "12", "75", "20000", "900000")


class Scripted:
    """Gives the answers of a list in turn; keeps what was asked and said."""

    def __init__(self, answers: Iterable[Answer]) -> None:
        self._answers: Iterator[Answer] = iter(answers)
        self.asked: list[str] = []
        self.offered: list[tuple[str, ...]] = []
        self.said: list[str] = []
        self.started: list[str | None] = []

    def tell(self, text: str) -> None:
        self.said.append(text)

    def pick(self, message: str, options: Sequence[Option], default: str | None = None) -> str:
        answer = self._next(message, options)
        assert default in {None, *(option.value for option in options)}
        self.started.append(default)
        assert answer in {option.value for option in options}
        return str(answer)

    def tick(self, message: str, options: Sequence[Option], *, at_least_one: bool = False) -> tuple[str, ...]:
        answer = self._next(message, options)
        assert isinstance(answer, tuple)
        assert set(answer) <= {option.value for option in options}
        assert answer or not at_least_one
        return answer

    def write(self, message: str, default: str, check: Check) -> str:  # noqa: ARG002 the terminal's own
        answer = str(self._next(message, ()))
        assert check(answer) is None
        return answer

    def _next(self, message: str, options: Sequence[Option]) -> Answer:
        self.asked.append(message)
        self.offered.append(tuple(option.value for option in options))
        return next(self._answers)


class ByLot(Scripted):
    """Answers every question by lot, and never leaves early."""

    def __init__(self, seed: int) -> None:
        super().__init__(())
        self._lot = Random(seed)

    def pick(self, message: str, options: Sequence[Option], default: str | None = None) -> str:  # noqa: ARG002 the terminal's own
        self.asked.append(message)
        return self._lot.choice(_answers(options))

    def tick(self, message: str, options: Sequence[Option], *, at_least_one: bool = False) -> tuple[str, ...]:
        self.asked.append(message)
        assert not at_least_one
        kept = self._lot.choice([0.0, 0.2, 0.5])
        return tuple(value for value in _answers(options) if self._lot.random() < kept)

    def write(self, message: str, default: str, check: Check) -> str:  # noqa: ARG002 the terminal's own
        self.asked.append(message)
        return self._lot.choice([text for text in NUMBERS if check(text) is None])


def _answers(options: Sequence[Option]) -> list[str]:
    return [option.value for option in options if option.value not in WAYS_OUT]
