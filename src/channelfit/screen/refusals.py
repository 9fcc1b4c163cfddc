"""Answers that refuse, or put off: a no said in words is a no, and “to be defined” is no answer."""

import re
from collections.abc import Iterable, Mapping

from channelfit.conditions.model import ABSENT, Known
from channelfit.rulebook.checks import Field
from channelfit.rulebook.screening import Screening
from channelfit.source.nearest import fold

REFUSAL, OPENING, PUT_OFF = "refusal", "refusal_opening", "put_off"
ANSWERED_BY_NO = "answer"
TEXTS, LISTS = ("text", "goal"), ("list", "audiences")
_PAUSE = re.compile(r"[,;:.!(–—]| - ")


class Refusals:
    """The answers of a request with what refuses or puts off taken for what it says."""

    def __init__(self, screening: Screening, fields: Iterable[Field]) -> None:
        self._kinds = {field.id: field.kind for field in fields}
        self._refusal, self._opening, self._put_off = (frozenset(map(fold, screening.phrases.get(name, ()))) for name in (REFUSAL, OPENING, PUT_OFF))

    def heard(self, given: Mapping[str, Known]) -> dict[str, Known]:
        return {name: self._heard(self._kinds.get(name, ""), value) for name, value in given.items()}

    def _heard(self, kind: str, value: Known) -> Known:
        if isinstance(value, tuple):
            return tuple(item for item in value if not self._no_answer(item)) if kind in (*LISTS, ANSWERED_BY_NO) else value
        if isinstance(value, str) and kind in (ANSWERED_BY_NO, *TEXTS) and self._no_answer(value):
            return False if kind == ANSWERED_BY_NO and not self._puts_off(value) else ABSENT
        return value

    def _no_answer(self, item: object) -> bool:
        return isinstance(item, str) and (self._puts_off(item) or self._refuses(item))

    def _puts_off(self, text: str) -> bool:
        """A text without a letter or a digit says nothing."""
        return not fold(text) or not self._put_off.isdisjoint(_beginnings(text))

    def _refuses(self, text: str) -> bool:
        whole = f"{fold(text)} "
        return not self._refusal.isdisjoint(_beginnings(text)) or any(whole.startswith(f"{words} ") for words in self._opening)


def _beginnings(text: str) -> tuple[str, str]:
    """The whole answer, and what stands before its first pause."""
    return fold(text), fold(_PAUSE.split(text, maxsplit=1)[0])
