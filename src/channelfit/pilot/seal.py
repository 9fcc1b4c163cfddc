"""The fingerprint of a design: of everything in a pilot file that bears on its rule."""

import hashlib
import json
from collections.abc import Mapping

FREE = ("title", "observed", "sealed", "design")
LENGTH = 16  # of the mark of one field, by which a change is found


def seals(tree: Mapping[str, object]) -> dict[str, str]:
    """A mark for every field that bears on the rule, by its name."""
    return {name: _digest(value)[:LENGTH] for name, value in sorted(tree.items()) if name not in FREE}


def fingerprint(marks: Mapping[str, object]) -> str:
    """One fingerprint over all the marks."""
    return f"sha256:{_digest(dict(marks))}"


def _digest(value: object) -> str:
    """Of the value, however it is written: key order, quotes and line breaks are nothing; 1 and 1.0 are one number."""
    return hashlib.sha256(json.dumps(_canonical(value), sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _canonical(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _canonical(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_canonical(item) for item in value]
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value
