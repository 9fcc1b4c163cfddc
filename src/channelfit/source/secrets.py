"""Keys that could hold a secret: such a value is never read into anything, never kept and never shown."""

import re

_NAMES = (
    r"pas+[-_ ]?(wo?r[dt]|wd|phrase)|kennwort|mots?[-_ ]?de[-_ ]?passe|secret(?!a[ir])|token|jeton|api[-_ ]?key|cl[eé][-_ ]api"
    r"|private[-_ ]?key|(recovery|backup)[-_ ]?codes?|codes?[-_ ]de[-_ ]secours|(?<![^\W_])(mdp|pwd)(?![^\W_])"
)  # also misspelt; a secretariat keeps no secret
_SECRET = re.compile(rf"(?i)({_NAMES}|credentials?$)")
_WRITTEN = re.compile(rf"(?i)((?:(?:{_NAMES})[\w-]{{0,200}}|credentials?)[\"']?\s*[:=,]).*")  # bounded: a long line costs no more than its length
MASK = "•••"


def names_secret(key: str) -> bool:
    return _SECRET.search(key) is not None


def without_secrets(line: str) -> str:
    """A line of a file as it may be shown: from the value of a key that could hold a secret on, nothing."""
    return _WRITTEN.sub(rf"\1 {MASK}", line)
