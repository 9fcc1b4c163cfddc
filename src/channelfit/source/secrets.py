"""Keys that could hold a secret: such a value is never read into anything, never kept and never shown."""

import re

_WORDS = (
    r"pass[-_ ]?(?:word|wd|phrase)", r"mots?[-_ ]de[-_ ]passe", "secret", "token", "jeton",
    r"api[-_ ]?key", r"cl[eé][-_ ]api", r"private[-_ ]?key",
)  # fmt: skip
_SECRET = re.compile(rf"(?i){'|'.join(_WORDS)}")
_WRITTEN = re.compile(rf"(?i)([\w-]*(?:{'|'.join(_WORDS)})[\w-]*[\"']?\s*[:=,]).*")
MASK = "•••"


def names_secret(key: str) -> bool:
    return _SECRET.search(key) is not None


def without_secrets(line: str) -> str:
    """A line of a file as it may be shown: from the value of a key that could hold a secret on, nothing."""
    return _WRITTEN.sub(rf"\1 {MASK}", line)
