"""What makes two findings the same one, whatever moved or was reworded in between."""

import hashlib
from collections.abc import Iterable

LENGTH = 32


def fingerprint(check: str, organisation: str | None, subjects: Iterable[str], key: str | None = None) -> str:
    """Of check, organisation, subjects in any order, and the key of the list item: never of file, line or wording."""
    parts = (check, organisation or "", *sorted(subjects), *(() if key is None else ("", key)))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:LENGTH]
