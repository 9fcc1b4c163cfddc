"""Texts as SARIF reads them: what looks like a link or a placeholder there is escaped."""

import re

from channelfit.words.safe import plain_line

_BRACKET = re.compile(r"([\[\]\\])")
_PLACEHOLDER = re.compile(r"\{(\d+)\}")


def message(text: str) -> str:
    """A message without links (3.11.6) and without placeholders (3.11.5), otherwise left as it reads."""
    line = _PLACEHOLDER.sub(r"{{\1}}", plain_line(text))
    return _BRACKET.sub(r"\\\1", line) if "](" in line else line
