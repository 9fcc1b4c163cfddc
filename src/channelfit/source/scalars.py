"""What a plain text means in the core schema of YAML 1.2."""

import re
from typing import TypeAlias

from channelfit.source.limits import INTEGER
from channelfit.source.tree import Scalar

Value: TypeAlias = str | int | float | bool | None

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INTEGER = re.compile(r"[-+]?[0-9]+")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_A_NUMBER = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_LONGEST_NUMBER = 40


class OutOfRange(ValueError):
    """A number larger than any file may hold, or no number at all (infinities, NaN)."""


def resolve(node: Scalar) -> Value:
    """The value of a scalar. Raises OutOfRange."""
    text = node.text
    if not node.plain:
        return text
    if text in NOTHING:
        return None
    if text in BOOLEANS:
        return BOOLEANS[text]
    if text[0] in "+-.0123456789":
        return _number(text)
    return text


def is_nothing(node: Scalar) -> bool:
    """Whether the scalar says that there is no value."""
    return not node.text or (node.plain and node.text in NOTHING)


def _number(text: str) -> Value:
    if _INTEGER.fullmatch(text):
        return _bounded(int(text)) if len(text) <= _LONGEST_NUMBER else _too_large(text)
    if _BASED.fullmatch(text):
        return _bounded(int(text, 0)) if len(text) <= _LONGEST_NUMBER else _too_large(text)
    if _NOT_A_NUMBER.fullmatch(text):
        return _too_large(text)
    if _FLOAT.fullmatch(text):
        value = float(text)
        return value if abs(value) <= INTEGER else _too_large(text)
    return text


def _bounded(value: int) -> int:
    return value if abs(value) <= INTEGER else _too_large(str(value))


def _too_large(text: str) -> int:
    raise OutOfRange(text)
