"""Titles and descriptions in one language."""

from collections.abc import Mapping
from importlib import import_module

from channelfit.rulebook.text import Language, Text
from channelfit.schemas.pieces import Schema
from channelfit.words import words_for


class Said:
    """What a schema says to people. A key named alone serves wherever nothing more precise was written."""

    def __init__(self, lang: Language) -> None:
        self._known: Mapping[str, tuple[str, str]] = import_module(f"channelfit.words.schemas_{lang}").SAID
        self._words = words_for(lang)
        self.lang = lang

    def about(self, *keys: str) -> Schema:
        """The title and description of the first of the keys that has them."""
        for key in keys:
            if key in self._known:
                title, description = self._known[key]
                return {"title": self._words.typeset(title), "description": self._words.typeset(description)}
        raise KeyError(keys)

    def title(self, key: str) -> str:
        return self._words.typeset(self._known[key][0])

    def of(self, text: Text) -> str:
        return self._words.of(text)
