"""JSON is YAML but for one thing: what lies beyond the first 65,536 characters it may write as two escapes."""

import re

_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_HIGH, _LOW, _FIRST = 0xD800, 0xDC00, 0x10000
_HALF = 10  # bits of either


def is_json(name: str, text: str) -> bool:
    """By its name; what has none, such as standard input, by how it begins."""
    return name.lower().endswith(".json") or text.lstrip().startswith(('{"', "{\n"))


def as_yaml(text: str) -> str:
    """The text of a JSON file with each such pair as the one escape that YAML knows."""
    return _PAIR.sub(_joined, text)


def _joined(pair: re.Match[str]) -> str:
    high, low = (int(half, 16) for half in pair.group(2, 3))
    return f"{pair[1]}\\U{_FIRST + ((high - _HIGH) << _HALF) + (low - _LOW):08x}"
