"""Makes texts inert in Markdown: what comes from a file never becomes a link, a heading or HTML."""

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|<>~&@])")
_AUTOLINK = re.compile(r"(?i)\b(https?|ftp|mailto|www)([:.])")
_MENTION = re.compile(r"([@#]|\bGH-)(?=\w)", re.IGNORECASE)  # forges look for these after the escapes are gone
_LIST_START = re.compile(r"^(\s*)([-=]|\d+[.)])")


def inert(text: str) -> str:
    """The text as itself, wherever it stands in a line or a table cell."""
    escaped = _SPECIAL.sub(r"\\\1", _MENTION.sub("\\1\u200b", text))
    return _LIST_START.sub(r"\1\\\2", _AUTOLINK.sub("\\1\u200b\\2", escaped))
