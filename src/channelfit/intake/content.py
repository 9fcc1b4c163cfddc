"""What the cells of a column look like, told from the first that hold something."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import islice

from msgspec import Struct

from channelfit.intake.days import looks_like_day
from channelfit.intake.lexicon import PLACEHOLDER, TOTAL, Lexicon
from channelfit.intake.table import Cell, shown

LOOKED_AT = 400
LONGEST_LABEL = 60
SAYING_NOTHING = (PLACEHOLDER, TOTAL)
_ADDRESS = re.compile(r"(?i)(?:https?://|//|www\.)\S|^#?(?:[\w-]+\.)+[a-z]{2,}/\S*")
_NAME = re.compile(r"@?[\w.+-]{1,120}(?:@(?:[\w-]+\.)+[a-z]{2,})?|(?:\w[\w.-]*/){1,4}[\w.-]+")
_NUMBER = re.compile(r"[\d\s.,]+")


class Content(Struct, frozen=True):
    """How many cells hold something, and what share of them is what."""

    filled: int = 0
    labels: float = 0
    addresses: float = 0
    known_addresses: float = 0
    names: float = 0
    at_signs: float = 0
    days: float = 0


def content_of(cells: Iterable[Cell], lexicon: Lexicon, legend: dict[str, str]) -> Content:
    texts = [_decoded(cell, legend) for cell in islice((cell for cell in cells if _holds(cell, lexicon)), LOOKED_AT)]
    if not texts:
        return Content()
    count = len(texts)
    words = {text: lexicon.label(text) is not None for text in set(texts) if len(text) <= LONGEST_LABEL and not _ADDRESS.search(text)}
    return Content(
        count,
        sum(words.get(text, False) for text in texts) / count,
        sum(_ADDRESS.search(text) is not None for text in texts) / count,
        sum(is_address(text) and lexicon.recogniser.network_of_url(text) is not None for text in texts) / count,
        sum(_is_name(text) for text in texts) / count,
        sum(text.startswith("@") for text in texts) / count,
        sum(looks_like_day(text) for text in texts) / count,
    )


def is_address(text: str) -> bool:
    return _ADDRESS.search(text) is not None


def _is_name(text: str) -> bool:
    return _NAME.fullmatch(text) is not None and not is_address(text)


def _holds(cell: Cell, lexicon: Lexicon) -> bool:
    text = shown(cell)
    return bool(text) and lexicon.meaning(text) not in SAYING_NOTHING


def _decoded(cell: Cell, legend: dict[str, str]) -> str:
    text = cell.isoformat() if isinstance(cell, date) else shown(cell)
    return legend.get(text, text)
