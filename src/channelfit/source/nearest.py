"""Names as people type them, and the nearest known one."""

import unicodedata
from collections.abc import Iterable, Mapping

_ASCII = {code: " " for code in range(128) if not chr(code).isalnum() and chr(code) != "/"}


def fold(text: str) -> str:
    """A name without case, accents, or the difference between spaces, hyphens and apostrophes."""
    if text.isascii():
        return " ".join(text.lower().translate(_ASCII).split())
    bare = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return " ".join("".join(char if char.isalnum() or char == "/" else " " for char in bare.casefold()).split())


def nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """At most one known name close enough to be what was meant."""
    return nearest_meaning(name, {fold(item): item for item in known})


def nearest_meaning(word: str, meanings: Mapping[str, str]) -> tuple[str, ...]:
    """At most one id that a word stands for, or nearly; `meanings` are ids by folded word."""
    from difflib import get_close_matches

    return tuple(meanings[match] for match in get_close_matches(fold(word), meanings, n=1, cutoff=0.6))
