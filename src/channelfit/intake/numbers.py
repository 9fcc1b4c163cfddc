"""Numbers as people write them: spaces, points or commas between thousands, `12,5k`, `1.2 M`."""

import re
from collections.abc import Iterable

from msgspec import Struct

from channelfit.intake.table import Cell, shown
from channelfit.source.limits import INTEGER

_SPACES = re.compile(r"[\s\u00a0\u202f'’]")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")
_WRITTEN = re.compile(r"[~≈+]?(\d[\d.,]*)\+?(k|m|mio|tsd)?\.?", re.IGNORECASE)
_TIMES = {"k": 1_000, "tsd": 1_000, "m": 1_000_000, "mio": 1_000_000}


class Style(Struct, frozen=True):
    """Whether a comma, or a point, stands between thousands in a column."""

    comma_groups: bool = False
    point_groups: bool = False


def style_of(cells: Iterable[Cell]) -> Style:
    """A sign groups thousands where every number that has it could be read so."""
    texts = [_SPACES.sub("", cell) for cell in cells if isinstance(cell, str) and any(sign in cell for sign in ".,")]
    return Style(*(_groups([text for text in texts if sign in text and _WRITTEN.fullmatch(text)], sign) for sign in (",", ".")))


def number_of(cell: Cell, style: Style) -> float | None:
    """The number, or None where there is none; whole ones are integers."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return _bounded(cell)
    found = _WRITTEN.fullmatch(_SPACES.sub("", shown(cell)))
    if found is None:
        return None
    digits = found[1].replace(".", "") if style.point_groups else found[1]
    digits = (digits.replace(",", "") if style.comma_groups else digits).replace(",", ".")
    try:
        return _bounded(float(digits) * _TIMES.get((found[2] or "").lower(), 1))
    except ValueError:
        return None


def _groups(texts: list[str], sign: str) -> bool:
    whole = [text.partition("," if sign == "." else ".")[0] for text in texts]
    return bool(whole) and all(_THOUSANDS.fullmatch(text) for text in whole)


def _bounded(value: float) -> float | None:
    if not 0 <= value <= INTEGER:  # NaN is neither
        return None
    return int(value) if value == int(value) else round(value, 6)
