"""Values as YAML that a person keeps editing: quoted only where something would otherwise be read as something else."""

import json
import re
from datetime import date

import yaml

from channelfit.intake.model import Value
from channelfit.source.place import Span
from channelfit.source.reader import SPOKEN_BOOLEANS
from channelfit.source.scalars import OutOfRange, resolve
from channelfit.source.tree import Scalar

_NOWHERE = Span(1, 1, 1, 1)
_PLAIN = re.compile(r"[^\W_][^\x00-\x1f\x7f-\xa0\u2028\u2029\u2000-\u200f\ufeff\ufffe\uffff\ud800-\udfff\"\\]*")
_STOPS = re.compile(r": | #|:$|\s$|[\[\]{}]|,")
_ESCAPED = re.compile("[\x7f-\x9f\u00a0\u2000-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff0-\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MEANT = frozenset("yn")  # what older readers take for yes and no
_FIRST = frozenset("0123456789yYnNtTfFoO")  # letters and digits that begin what is no text


def scalar(value: Value) -> str:
    """One value on one line; a list between brackets."""
    if isinstance(value, tuple):
        return f"[{', '.join(_listed(item) for item in value)}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return repr(value)
    return text(value)


def text(value: str) -> str:
    """A text, quoted where plain it would be read otherwise, by our reader or by an older one."""
    value = _SURROGATE.sub("\ufffd", value)
    if _PLAIN.fullmatch(value) and not _STOPS.search(value) and (value[0] not in _FIRST or _is_text(value)):
        return value
    return _quoted(value)


def _listed(item: Value) -> str:
    """Between brackets older readers take any question mark for the sign of a key."""
    return _quoted(item) if isinstance(item, str) and "?" in item else scalar(item)


def _quoted(value: str) -> str:
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def _is_text(value: str) -> bool:
    word = value.lower()
    if word in _MEANT or word in SPOKEN_BOOLEANS:
        return False
    try:
        if resolve(Scalar(_NOWHERE, value, plain=True)) != value:
            return False
    except OutOfRange:
        return False
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers.get(value[0], [])
    return not any(pattern.match(value) for _, pattern in resolvers)
