"""Looks a message up in one language and fills it in."""

import re
from collections.abc import Mapping
from datetime import date
from importlib import import_module

from channelfit.rulebook.text import Language, Text
from channelfit.words.safe import plain_line

LANGUAGES: Mapping[str, Language] = {"fr": "fr", "en": "en"}
_BEFORE_HIGH = re.compile(" (?=[;!?])")
_BEFORE_COLON = re.compile(r" (?=:(?: |$))|(?<=\d) (?=(?:%|h|€)(?:\W|$))")
MANY = "+"  # the id of a message's plural is its id and this


class Words:
    """Messages, numbers and dates in one language."""

    def __init__(self, lang: Language, messages: Mapping[str, str], months: tuple[str, ...]) -> None:
        self.lang = lang
        self._messages = messages
        self._months = months

    def say(self, message: str, **params: object) -> str:
        """The message with its parameters filled in. What comes from files is made inert first."""
        shown = {name: self._shown(value) for name, value in params.items()}
        return self.typeset(self._messages[message].format_map(shown))

    def of(self, text: Text) -> str:
        """A text of the rulebook in this language."""
        return self.typeset(text.in_(self.lang))

    def typeset(self, text: str) -> str:
        """French spaces before high punctuation and units, and inside quotation marks, never break a line."""
        if self.lang != "fr":
            return text
        quoted = text.replace("« ", "«\u00a0").replace(" »", "\u00a0»")
        return _BEFORE_COLON.sub("\u00a0", _BEFORE_HIGH.sub("\u202f", quoted))

    def knows(self, message: str) -> bool:
        return message in self._messages

    def count(self, message: str, number: float, **params: object) -> str:
        """A message that has a singular and a plural; French counts zero and one and a half as singular."""
        many = number >= 2 if self.lang == "fr" else number != 1
        return self.say(message + MANY if many else message, n=number, **params)

    def number(self, value: float, decimals: int = 0) -> str:
        text = f"{value:,.{decimals}f}"
        return text.replace(",", "\u202f").replace(".", ",") if self.lang == "fr" else text

    def percent(self, share: float, decimals: int = 0) -> str:
        return self.number(share * 100, decimals) + ("\u00a0%" if self.lang == "fr" else "%")

    def day(self, day: date) -> str:
        first = "1er" if self.lang == "fr" and day.day == 1 else str(day.day)
        return f"{first} {self._months[day.month - 1]} {day.year}"

    def listed(self, items: tuple[str, ...] | list[str], message: str = "and") -> str:
        """Items as a sentence would list them."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self.say(message)} {items[-1]}"

    def _shown(self, value: object) -> str:
        if isinstance(value, float):
            return self.number(value, 0 if value == int(value) else 2)
        if isinstance(value, tuple | list):
            return ", ".join(plain_line(str(item)) for item in value)
        return plain_line(str(value))


def signed(points: int) -> str:
    """A number of points with its sign, a true minus; nothing speaks for or against at 0."""
    return f"{points:+d}".replace("-", "−") if points else "0"


def words_for(lang: Language) -> Words:
    """The words of a language; the other one is not even imported."""
    catalogue = import_module(f"channelfit.words.{lang}")
    return Words(lang, catalogue.MESSAGES, catalogue.MONTHS)
