"""The addresses and the names in a cell: one, several, or a text around them."""

import re

from channelfit.intake.content import is_address

_WEB = re.compile(r"""https?://[^\s"'<>\[\]{}|\\^`]+""", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s|]+|[;,](?=\s|https?:|www\.|@|$)")
_TRAILING = ".,;:!)"
_HANDLES = re.compile(r"[\s,;|/]+")
AT = "@"


def addresses_in(text: str) -> list[str]:
    """Every address of a cell. A single one keeps what stands in it, even a blank that broke it."""
    text = text.strip()
    if not is_address(text):
        return []
    starts = [found.start() for found in _WEB.finditer(text)]
    if starts == [0] and not _has_second(text):
        return [text]
    pieces = [piece for part in _BETWEEN.split(text) if is_address(piece := part.strip(_TRAILING + "("))]
    if len(pieces) > 1 or (len(starts) == 0 and pieces):
        return list(dict.fromkeys(pieces)) if len(pieces) > 1 else [text] if len(_BETWEEN.split(text)) == 1 else pieces
    found = [match[0].rstrip(_TRAILING) for match in _WEB.finditer(text)]
    return list(dict.fromkeys(found)) or [text]


def names_in(text: str) -> list[str]:
    """The handles of a cell; several only where each begins with an @."""
    text = text.strip()
    pieces = [piece for piece in _HANDLES.split(text) if piece]
    if len(pieces) > 1 and all(piece.startswith(AT) for piece in pieces):
        return list(dict.fromkeys(pieces))
    return [text] if text else []


def _has_second(text: str) -> bool:
    """Whether another address follows the first: `https://one, www.two`."""
    return any(is_address(part.strip(_TRAILING + "(")) for part in _BETWEEN.split(text)[1:])
