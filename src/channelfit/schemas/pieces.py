"""Small schemas that the others are made of. Types are written flat, so that editors show the title and not a choice of alternatives."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from channelfit.source.data import OWN_KEYS
from channelfit.source.limits import INTEGER

Schema: TypeAlias = dict[str, Any]

NOTHING: tuple[Any, ...] = (None, "", [])  # written with nothing: declared absent
DAY = r"\d{4}-((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|[12]\d))"
SPOKEN = r"[yY][eE][sS]|[nN][oO]|[oO][uU][iI]|[nN][oO][nN]"
_EMPTY = {"string": "maxLength", "array": "maxItems"}


def mapping(properties: Mapping[str, Schema], required: Iterable[str] = ()) -> Schema:
    """A closed mapping; keys that begin with x- are the user's own."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(required),
        "patternProperties": {f"^{OWN_KEYS}": True},
        "additionalProperties": False,
    }


def table(keys: str, values: Schema) -> Schema:
    """A mapping whose keys follow a pattern."""
    return {"type": "object", "patternProperties": {keys: values, f"^{OWN_KEYS}": True}, "additionalProperties": False}


def by_name(values: Schema) -> Schema:
    """A mapping of whatever names there are."""
    return {"type": "object", "additionalProperties": values}


def listed(items: Schema, **more: Any) -> Schema:
    return {"type": "array", "items": items, **more}


def one_or_more(item: Schema, one: str, several: str) -> Schema:
    """A value, or a list of them."""
    return {"anyOf": [{"title": one, **item}, {"title": several, **listed(item)}]}


def text() -> Schema:
    return {"type": "string"}


def words() -> Schema:
    """A text in which a number is taken for its digits."""
    return {"type": ["string", "number"]}


def number(at_least: float | None = None) -> Schema:
    bounds = {} if at_least is None else {"minimum": at_least}
    return {"type": "number", **bounds, "maximum": INTEGER}


def integer() -> Schema:
    return {"type": "integer"}


def boolean() -> Schema:
    return {"type": ["boolean", "string"], "pattern": f"^({SPOKEN})$"}


def day() -> Schema:
    return {"type": "string", "pattern": f"^{DAY}$", "format": "date"}


def options(ids: Iterable[Any], meanings: Iterable[str]) -> Schema:
    """One of some values, each with what it means."""
    return {"enum": list(ids), "enumDescriptions": list(meanings)}


def or_nothing(schema: Schema, said: str) -> Schema:
    """The same, or written with nothing."""
    if "enum" in schema:
        meanings: list[str] = schema["enumDescriptions"] if "enumDescriptions" in schema else list(map(str, schema["enum"]))
        return schema | {"enum": [*schema["enum"], *NOTHING], "enumDescriptions": meanings + [said] * len(NOTHING)}
    if "type" not in schema:
        return {"anyOf": [schema, {"title": said, "enum": list(NOTHING)}]}
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    bounds = {bound: 0 for kind, bound in _EMPTY.items() if kind not in kinds}
    flat = schema | {"type": [*kinds, *(kind for kind in _EMPTY if kind not in kinds), "null"]} | bounds
    flat.pop("format", None)  # nothing is no day
    if "pattern" in flat:
        flat["pattern"] = f"^$|{flat['pattern']}"
    return flat
