"""What can be measured of one text of a list: a hashtag, a post."""

import re
import unicodedata
from collections.abc import Callable, Mapping

from channelfit.conditions.model import Known

_HASHTAG = re.compile(r"(?<!\w)#\w+")
_PICTURES = {"So", "Sk"}
_LOW_SIGNS = 0x2000  # below stand the degree sign and other letters-like signs, which are no emoji
_JOINER, _VARIATION = "\u200d", "\ufe0f"


class TextFacts:
    """A text of a list as facts: itself, and its measures when they are asked for."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def get(self, name: str, /) -> Known | None:
        measure = MEASURES.get(name)
        return None if measure is None else measure(self._text)


def measures(text: str) -> dict[str, Known]:
    """All the measures of a text."""
    return {name: measure(text) for name, measure in MEASURES.items()}


def _emoji(text: str) -> int:
    """Pictures as a reader counts them: a family joined of four is one, a skin tone or a flag's second letter none."""
    total, joined, flag = 0, False, False
    for char in text:
        if char == _JOINER:
            joined = True
            continue
        regional = "\U0001f1e6" <= char <= "\U0001f1ff"
        picture = (unicodedata.category(char) in _PICTURES and ord(char) > _LOW_SIGNS) and not "\U0001f3fb" <= char <= "\U0001f3ff"
        if picture and not joined and not (regional and flag):
            total += 1
        flag = regional and not flag
        joined = joined and char == _VARIATION
    return total


MEASURES: Mapping[str, Callable[[str], Known]] = {
    "text": str,
    "length": lambda text: len(text.removeprefix("#")),
    "hashtags": lambda text: len(_HASHTAG.findall(text)),
    "emoji": _emoji,
    "inner_capitals": lambda text: sum(char.isupper() for char in text.removeprefix("#")[1:]),
}
