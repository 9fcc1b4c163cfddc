"""Makes texts from files inert: no control sequences, no line breaks, no invisible direction marks."""

import unicodedata

_REPLACEMENT = "\ufffd"
_SILENT = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
_KEPT = {"\u200d"}  # joins letters in some scripts


def plain_line(text: str) -> str:
    """The text on one line, with nothing a terminal or a log would obey."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char in _KEPT or _is_space(char) else _harmless(char) for char in text)


def _is_space(char: str) -> bool:
    return unicodedata.category(char) == "Zs"


def _harmless(char: str) -> str:
    if char in "\n\r\t":
        return " "
    return _REPLACEMENT if unicodedata.category(char) in _SILENT else char
