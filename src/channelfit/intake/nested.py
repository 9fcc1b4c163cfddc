"""JSON, JSON Lines and YAML: arrays, envelopes, mappings by name. A number stays the text it is written as, where it names something."""

import json
from collections.abc import Iterator
from typing import Any

from channelfit.intake.table import Records
from channelfit.source.limits import DEPTH
from channelfit.source.parse import parse_whole
from channelfit.source.place import Place, Problem, Span, Unusable
from channelfit.source.scalars import is_nothing
from channelfit.source.tree import Node, Scalar, Sequence

ENVELOPES = 3  # how deep the list of records may lie
KEY, VALUE = "name", "url"  # headings of a mapping that has none: `Town hall: https://…`
OF_A_RECORD = frozenset(("url", "link", "platform", "network", "handle", "service_url"))
OUT_OF_RANGE = "number-out-of-range"  # of a number that names something, such as an account, the size says nothing


def json_document(text: str, name: str) -> Records:
    """Raises Unusable."""
    return Records(name, list(_items(_json(text, name), name)))


def json_lines(text: str, name: str) -> Records:
    """Raises Unusable."""
    items = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            item = _json(line, name, number)
            items.append(item if isinstance(item, dict) else {VALUE: item})
    if not items:
        raise Unusable([Problem("import-empty", params={"file": name})])
    return Records(name, items)


def yaml_document(text: str, name: str) -> Records:
    """Raises Unusable."""
    document = parse_whole(text, name)
    problems = [problem for problem in document.problems if problem.code != OUT_OF_RANGE]
    if problems:
        raise Unusable(problems)
    return Records(name, list(_items(_written(document.root), name)))


def _written(node: Node) -> Any:
    """Scalars as they are written, so that `NO`, 1e5 and numbers of accounts stay what they are."""
    if isinstance(node, Scalar):
        return None if is_nothing(node) else node.text
    if isinstance(node, Sequence):
        return [_written(item) for item in node.items]
    return {entry.key.text: _written(entry.value) for entry in node}


def _json(text: str, name: str, line: int = 0) -> Any:
    try:
        data = json.loads(text, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        at = line or error.lineno
        written = text.split("\n")[error.lineno - 1]
        place = Place(name, Span(at, error.colno, at, error.colno + 1), written)
        raise Unusable([Problem("json-syntax", place, {"what": error.msg})]) from None
    except RecursionError:
        raise Unusable([Problem("too-deep", params={"limit": DEPTH})]) from None
    except _Twice as twice:
        line_of_it = Place(name, Span(line, 1, line, 2), text) if line else None
        raise Unusable([Problem("json-key-twice", line_of_it, {"file": name, "key": str(twice)})]) from None
    except ValueError as error:  # a number of thousands of digits
        raise Unusable([Problem("json-syntax", params={"what": str(error)})]) from None
    if _deep(data):
        raise Unusable([Problem("too-deep", params={"limit": DEPTH})])
    return data


class _Twice(Exception):
    pass


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        raise _Twice(next(key for key in keys if keys.count(key) > 1))
    return found


def _deep(data: Any) -> bool:
    level = [data]
    for _ in range(DEPTH):
        level = [child for item in level if isinstance(item, list | dict) for child in (item.values() if isinstance(item, dict) else item)]
        if not any(isinstance(item, list | dict) for item in level):
            return False
    return True


def _items(data: Any, name: str) -> Iterator[dict[str, Any]]:
    found = _list_in(data, ENVELOPES)
    if found is not None:
        yield from (item if isinstance(item, dict) else {VALUE: item} for item in found)
    elif isinstance(data, dict) and data:
        yield from _by_name(data)
    else:
        raise Unusable([Problem("import-empty", params={"file": name})])


def _list_in(data: Any, depth: int) -> list[Any] | None:
    """The longest list of mappings in the envelopes; or the list itself."""
    if isinstance(data, list):
        return data or None
    if not isinstance(data, dict) or depth == 0:
        return None
    if data and all(isinstance(value, dict) for value in data.values()) and len(data) > 1:
        return None  # mappings by name
    inside = [found for value in data.values() if isinstance(value, list | dict) and (found := _list_in(value, depth - 1)) is not None]
    records = [found for found in inside if any(isinstance(item, dict) for item in found)]
    return max(records, key=len, default=None)


def _by_name(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """`Town: {x: town}` a record each; `Town: address` one each; a single mapping of neither is a record itself."""
    if not OF_A_RECORD.isdisjoint(data):
        yield data
    elif any(isinstance(value, dict) for value in data.values()):
        yield from ({KEY: key, **value} if isinstance(value, dict) else {KEY: key, VALUE: value} for key, value in data.items())
    else:
        yield from ({KEY: key, VALUE: value} for key, value in data.items())
