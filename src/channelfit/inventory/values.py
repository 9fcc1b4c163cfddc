"""Plain data to the value of a field, by the kind the rulebook declares."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from channelfit.conditions.model import ABSENT, Known
from channelfit.inventory.shape import Shape
from channelfit.rulebook.checks import Field
from channelfit.source.nearest import fold
from channelfit.source.place import Param
from channelfit.source.reader import SPOKEN_BOOLEANS, parse_day

_COUNTRY = re.compile(r"[A-Z]{2}")
_SEASON = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
SHOWN = 60  # characters of a wrong value


class Wrong(Exception):
    """A value that is not what its field holds; `at` is its place in a list."""

    def __init__(self, code: str, at: int | None = None, **params: Param) -> None:
        super().__init__(code)
        self.code = code
        self.at = at
        self.params = params


def is_empty(value: object) -> bool:
    """Written with nothing: declared absent."""
    return value is None or (not value and isinstance(value, str | list | dict))


def convert(field: Field, value: Any, shape: Shape) -> Known:
    """The value of a field. Raises Wrong."""
    return ABSENT if is_empty(value) else _KINDS[field.kind](field, value, shape)


def shown(value: object) -> str:
    if isinstance(value, list):
        return "[…]"
    return "{…}" if isinstance(value, dict) else str(value)[:SHOWN]


def _text(_field: Field, value: Any, _shape: Shape) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise Wrong("wrong-type", expected="text", found=shown(value))


def _number(field: Field, value: Any, _shape: Shape) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Wrong("wrong-type", expected="number", found=shown(value))
    if value < 0:
        raise Wrong("number-too-small", found=shown(value), at_least=0)
    if field.at_most is not None and value > field.at_most:
        raise Wrong("number-too-large", found=shown(value), at_most=field.at_most)
    return value


def _boolean(_field: Field, value: Any, _shape: Shape) -> bool:
    spoken = SPOKEN_BOOLEANS.get(value.lower()) if isinstance(value, str) else value
    if not isinstance(spoken, bool):
        raise Wrong("wrong-type", expected="boolean", found=shown(value))
    return spoken


def _answer(field: Field, value: Any, shape: Shape) -> Known:
    """Yes, no, or an answer in words: one, or several."""
    spoken = SPOKEN_BOOLEANS.get(value.lower()) if isinstance(value, str) else value
    if isinstance(spoken, bool):
        return spoken
    return _texts(value) if isinstance(value, list) else _text(field, value, shape)


def _choices(field: Field, value: Any, _shape: Shape) -> tuple[str, ...]:
    """Several of the options, by their ids or by what people call them."""
    meant = {fold(word): option.id for option in field.options for word in (option.label.fr, option.label.en, *option.words, option.id)}
    return tuple(dict.fromkeys(_option(item, at, meant) for at, item in enumerate(_texts(value))))


def _option(word: str, at: int, meant: dict[str, str]) -> str:
    if fold(word) not in meant:
        raise Wrong("unknown-option", at, found=shown(word), known=tuple(dict.fromkeys(meant.values())))
    return meant[fold(word)]


def _choice(field: Field, value: Any, _shape: Shape) -> str:
    ids = [option.id for option in field.options]
    if value in ids and isinstance(value, str):
        return value
    spoken = SPOKEN_BOOLEANS.get(value.lower()) if isinstance(value, str) else value
    if isinstance(spoken, bool):
        word = next((word for word, meant in SPOKEN_BOOLEANS.items() if meant is spoken and word in ids), None)
        if word is not None:
            return word
    raise Wrong("unknown-option", found=shown(value), known=tuple(ids))


def _date(_field: Field, value: Any, _shape: Shape) -> date:
    day = parse_day(value) if isinstance(value, str) else None
    if day is None:
        raise Wrong("wrong-type", expected="date", found=shown(value))
    return day


def _season(_field: Field, value: Any, _shape: Shape) -> tuple[str, ...]:
    ranges = _texts(value)
    for at, item in enumerate(ranges):
        if not _SEASON.fullmatch(item):
            raise Wrong("wrong-type", at, expected="season", found=item[:SHOWN])
    return ranges


def _list(_field: Field, value: Any, _shape: Shape) -> tuple[str, ...]:
    return _texts(value)


def _country(_field: Field, value: Any, _shape: Shape) -> str:
    if isinstance(value, str) and _COUNTRY.fullmatch(value):
        return value
    raise Wrong("wrong-type", expected="country", found=shown(value))


def _channel(_field: Field, value: Any, shape: Shape) -> str:
    return _id("unknown-channel", value, shape.channels)


def _networks(_field: Field, value: Any, shape: Shape) -> tuple[str, ...]:
    return tuple(_id("unknown-network", item, shape.networks, at) for at, item in enumerate(_texts(value)))


def _goals(_field: Field, value: Any, shape: Shape) -> tuple[str, ...]:
    return tuple(_id("unknown-goal", item, shape.goals, at) for at, item in enumerate(_texts(value)))


def _id(code: str, value: Any, known: tuple[str, ...], at: int | None = None) -> str:
    if isinstance(value, str) and value in known:
        return value
    raise Wrong(code, at, found=shown(value), known=known)


def _texts(value: Any) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    for at, item in enumerate(items):
        if isinstance(item, bool | list | dict) or item is None:
            raise Wrong("wrong-type", at if isinstance(value, list) else None, expected="text", found=shown(item))
    return tuple(dict.fromkeys(str(item) for item in items))


_KINDS: dict[str, Callable[[Field, Any, Shape], Known]] = {
    "text": _text,
    "url": _text,
    "goal": _text,
    "glob": _text,
    "number": _number,
    "boolean": _boolean,
    "choice": _choice,
    "choices": _choices,
    "answer": _answer,
    "date": _date,
    "season": _season,
    "list": _list,
    "audiences": _list,
    "country": _country,
    "channel": _channel,
    "networks": _networks,
    "goals": _goals,
}
