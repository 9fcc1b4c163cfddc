"""A text in every language of the rulebook."""

from typing import Literal, TypeAlias

from msgspec import Struct

Language: TypeAlias = Literal["fr", "en"]


class Text(Struct, frozen=True):
    fr: str
    en: str

    def in_(self, lang: Language) -> str:
        return self.fr if lang == "fr" else self.en
