"""Which keys of rulebook files name something else of the rulebook, and what may be named there."""

from collections.abc import Mapping
from typing import Any

from channelfit.rulebook.documents.rules import ANSWER
from channelfit.schemas.ids import Ids
from channelfit.schemas.pieces import Schema, integer, listed, mapping, one_or_more, options

NAMED: Mapping[str, Mapping[str, str]] = {
    "RulePart": {"sources": "source", "caution": "channels", "requires": "channels"},
    "ExcludesPart": {"channels": "channels", "instead": "channels"},
    "OneOfPart": {"one_of": "channels"},
    "CheckPart": {"sources": "source", "supersedes": "check"},
    "StepPart": {"sources": "source"},
    "QuestionPart": {"sources": "source"},
    "AlternativePart": {"sources": "source"},
    "StopPart": {"sources": "source"},
    "PathStepPart": {"sources": "source", "checks": "check"},
    "StopsPart": {"to": "target", "question": "question"},
    "SheetPart": {"sources": "source", "same_names_as": "channel"},
    "GroundedPart": {"source": "source"},
    "EventPart": {"source": "source"},
    "TablePart": {"source": "source"},
    "FigurePart": {"source": "source"},
    "PilotPart": {"sources": "source"},
}


class References:
    def __init__(self, ids: Ids) -> None:
        self._ids = ids
        self._one, self._several = ids.said.title("one"), ids.said.title("several")

    def put(self, part: str, key: str, found: Schema) -> Schema:
        """The schema of a key, its ids those that exist."""
        kind = NAMED.get(part, {}).get(key)
        return found if kind is None else dict(_replaced(found, self._ids.ref(kind)))

    def special(self, part: str, key: str) -> Schema | None:
        """Keys whose models say too little: points and shares by channel, what may be disabled, advice about the whole answer."""
        about = self._ids.said.about
        if (part, key) == ("RulePart", "fits"):
            limit = self._ids.rulebook.method.points_limit
            return self._by_channel("points", about("points") | integer() | {"minimum": -limit, "maximum": limit})
        if (part, key) == ("RulePart", "presence"):
            levels = self._ids.rulebook.method.levels
            words = options(levels, (str(share) for share in levels.values()))
            return self._by_channel("share", about("share") | {"anyOf": [{"title": self._one, "type": "number", "minimum": 0, "maximum": 1}, words]})
        if (part, key) == ("RulePart", "advice"):
            whole = {**about(ANSWER), "const": ANSWER}
            return {
                "anyOf": [whole, *one_or_more(self._ids.ref("channels"), self._one, self._several)["anyOf"], {**whole, **listed({"const": ANSWER})}]
            }
        if (part, key) == ("RulePart", "requires"):
            several = one_or_more(self._ids.ref("channels"), self._one, self._several)["anyOf"]
            return {"anyOf": [*several, {"title": about("OneOfPart")["title"], "$ref": "#/$defs/OneOfPart"}]}
        if (part, key) == ("DisablePart", "id"):
            entries = [*self._ids.entries("rule"), *self._ids.entries("check"), *self._ids.disabled("checks"), *self._ids.entries("stop")]
            return options((entry[0] for entry in entries), (entry[1] for entry in entries))
        return None

    def _by_channel(self, name: str, value: Schema) -> Schema:
        ref = self._ids.define(name, value)
        named = {channel: {"title": said, **ref} for channel, said in self._ids.entries("channels")}
        return mapping(named) | {"minProperties": 1}


def _replaced(found: Any, ref: Schema) -> Any:
    """The ids, wherever they stand in what the model says."""
    if isinstance(found, list):
        return [_replaced(item, ref) for item in found]
    if not isinstance(found, dict):
        return found
    if found.get("type") == "string" and "pattern" in found:
        title = {key: value for key, value in found.items() if key == "title"}
        return {**title, **ref}
    if found.get("type") == ["string", "null"] and "pattern" in found:
        return {"anyOf": [ref, {"type": "null"}]}
    return {key: _replaced(value, ref) for key, value in found.items()}
