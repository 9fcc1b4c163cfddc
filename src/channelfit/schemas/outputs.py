"""What the schemas of outputs share. Outputs are open: a script written today reads what is answered tomorrow."""

from collections.abc import Iterable, Mapping

from channelfit.schemas.ids import Ids
from channelfit.schemas.pieces import DAY, Schema, listed, text


class Output:
    """One output; its keys are said under its name."""

    def __init__(self, ids: Ids, name: str) -> None:
        self.ids = ids
        self.name = name

    def whole(self, properties: Mapping[str, Schema], optional: Iterable[str] = ()) -> Schema:
        mark = {"schema": {"const": f"channelfit/{self.name}/1"}}
        return self.part({**mark, **properties}, optional)

    def part(self, properties: Mapping[str, Schema], optional: Iterable[str] = ()) -> Schema:
        """A mapping of which all but the optional keys are always there."""
        said = {key: self.ids.said.about(f"{self.name}.{key}", f"output.{key}") | value for key, value in properties.items()}
        return {"type": "object", "properties": said, "required": [key for key in properties if key not in optional]}

    def digest(self) -> Schema:
        return {"type": "string", "pattern": "^sha256:[0-9a-f]+$"}


def names() -> Schema:
    return listed(text())


def ids_in(ids: Ids, kind: str) -> Schema:
    return listed(ids.ref(kind))


def share() -> Schema:
    return {"type": "number", "minimum": 0, "maximum": 1}


def iso_day() -> Schema:
    return {"type": "string", "pattern": f"^{DAY}$", "format": "date"}


def count() -> Schema:
    return {"type": "integer", "minimum": 0}


def both_languages() -> Schema:
    return {"type": "object", "properties": {"en": text(), "fr": text()}, "required": ["en", "fr"]}
