"""Names as people type them, and the nearest known one."""

import unicodedata
from collections.abc import Iterable


def fold(text: str) -> str:
    """A name without case, accents, or the difference between spaces, hyphens and apostrophes."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return " ".join("".join(char if char.isalnum() or char == "/" else " " for char in bare.casefold()).split())


def nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """At most one known name close enough to be what was meant."""
    from difflib import get_close_matches

    by_fold = {fold(item): item for item in known}
    return tuple(by_fold[match] for match in get_close_matches(fold(name), by_fold, n=1, cutoff=0.6))
