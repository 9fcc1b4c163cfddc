"""Keys that could hold a secret: such a value is never read into anything, never kept and never shown."""

import re

_SECRET = re.compile(r"(?i)(pass[-_ ]?(wor[dt]|wd|phrase)|kennwort|(?<![a-z])(mdp|pwd)(?![a-z])|mots?[-_ ]de[-_ ]passe|secret|token|jeton|api[-_ ]?key|cl[eé][-_ ]api|private[-_ ]?key|credentials?$)")
_WRITTEN = re.compile(rf"(?i)([\w-]*{_SECRET.pattern[4:]}[\w-]*[\"']?\s*[:=,]).*")
MASK = "•••"


def names_secret(key: str) -> bool:
    return _SECRET.search(key) is not None


def without_secrets(line: str) -> str:
    """A line of a file as it may be shown: from the value of a key that could hold a secret on, nothing."""
    return _WRITTEN.sub(rf"\1 {MASK}", line)
