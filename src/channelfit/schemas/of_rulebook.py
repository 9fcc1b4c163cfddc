"""Rulebook files: the pydantic models that read them, with words for people and the ids of the rulebook at hand."""

from typing import Any, get_args

from channelfit.rulebook.checks import Scope
from channelfit.rulebook.documents.file import FilePart
from channelfit.rulebook.documents.rules import EFFECTS
from channelfit.rulebook.link.names import REQUEST
from channelfit.schemas.catalogue import Options
from channelfit.schemas.conditions import ConditionSchemas
from channelfit.schemas.ids import Ids
from channelfit.schemas.pieces import DAY, Schema, boolean, one_or_more
from channelfit.schemas.references import References
from channelfit.source.data import OWN_KEYS

_SAID_ELSEWHERE = ("title", "description", "default")


def schema(ids: Ids, _settings: Options) -> Schema:
    return RulebookSchema(ids).file()


class RulebookSchema:
    def __init__(self, ids: Ids) -> None:
        self._ids = ids
        self._said = ids.said
        self._references = References(ids)
        self._conditions = ConditionSchemas(ids)

    def file(self) -> Schema:
        made = FilePart.model_json_schema(by_alias=True)
        for name, part in made.pop("$defs").items():
            self._ids.define(name, self._part(name, part))
        self._ids.used["RulePart"] |= self._one_effect()
        self._ids.used["RowPart"] |= {"anyOf": [{"required": ["share"]}, {"required": ["said", "n"]}]}
        self._ids.used["CheckPart"] |= {"allOf": [self._scoped(scope) for scope in get_args(Scope)]}
        file = self._part("FilePart", made)
        return {key: value for key, value in file.items() if key not in ("title", "description")}

    def _part(self, name: str, part: Schema) -> Schema:
        properties = {key: self._property(name, key, value) for key, value in part["properties"].items()}
        closed = {"patternProperties": {f"^{OWN_KEYS}": True}, "additionalProperties": False}
        return self._said.about(name, "part") | {"type": "object", "properties": properties, "required": part.get("required", []), **closed}

    def _property(self, part: str, key: str, found: Schema) -> Schema:
        about = self._said.about(f"{part}.{key}", key)
        special = self._special(part, key)
        return about | (special if special is not None else self._references.put(part, key, self._mended(found)))

    def _special(self, part: str, key: str) -> Schema | None:
        """What the models leave to the linker."""
        if (part, key) in (("RulePart", "when"), ("RulePart", "unless")):
            return self._conditions.of_rules()
        if (part, key) in (("CheckPart", "one"), ("CheckPart", "other")):
            return self._conditions.of_scope("account")
        if (part, key) == ("StepPart", "when"):
            return self._conditions.of_scope("undeclared")
        if (part, key) in (("StopPart", "when"), ("StopPart", "unless")):
            return self._conditions.of_scope(REQUEST)
        if (part, key) in (("CheckPart", "when"), ("CheckPart", "unless"), ("DerivedPart", "where")):
            return self._conditions.of_anything()
        return self._references.special(part, key)

    def _inside(self, found: Any) -> Any:
        if isinstance(found, list):
            return [self._inside(item) for item in found]
        return self._mended(found) if isinstance(found, dict) else found

    def _mended(self, found: Schema) -> Schema:
        """Without what pydantic says by itself; with null beside the type and both ways of writing booleans."""
        made: Schema = {key: self._inside(value) for key, value in found.items() if key not in _SAID_ELSEWHERE}
        if made.get("type") == "boolean":
            return boolean()
        if made.get("format") == "date":
            return made | {"pattern": f"^{DAY}$"}
        return self._with_null(made) if {"type": "null"} in made.get("anyOf", ()) else self._titled(made)

    def _with_null(self, made: Schema) -> Schema:
        others = [item for item in made["anyOf"] if item != {"type": "null"}]
        nothing = {"title": self._said.title("nothing"), "type": "null"}
        if len(others) > 1 or "type" not in others[0]:
            alternatives = [part for item in others for part in item.get("anyOf", [item])]
            return self._titled({**made, "anyOf": alternatives}) | {"anyOf": [*self._titled({"anyOf": alternatives})["anyOf"], nothing]}
        flat: Schema = {key: value for key, value in made.items() if key != "anyOf"} | others[0]
        kinds = flat["type"] if isinstance(flat["type"], list) else [flat["type"]]
        return flat | {"type": [*kinds, "null"]} | ({"enum": [*flat["enum"], None]} if "enum" in flat else {})

    def _titled(self, made: Schema) -> Schema:
        """One value or a list of them, each under its name."""
        found = made.get("anyOf", ())
        if len(found) == 2 and found[1].get("type") == "array":
            return {**made, **one_or_more(found[0], self._said.title("one"), self._said.title("several"))}
        return made

    def _scoped(self, scope: Scope) -> Schema:
        condition = self._conditions.of_scope(scope)
        properties = {key: {"anyOf": [condition, {"type": "null"}]} if key == "unless" else condition for key in ("when", "unless")}
        return {"if": {"properties": {"each": {"const": scope}}, "required": ["each"]}, "then": {"properties": properties}}

    def _one_effect(self) -> Schema:
        return {"oneOf": [{"title": self._said.about(f"RulePart.{name}", name)["title"], "required": [name]} for name in EFFECTS]}
