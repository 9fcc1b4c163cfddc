"""A pilot: the file that was designed and is counted in; and, where it says so itself, the review of one as it is answered."""

from typing import get_args

from channelfit.pilot.model import COUNTED, Decision
from channelfit.pilot.read import KEYS, NEEDED
from channelfit.presence.model import Basis
from channelfit.schemas.catalogue import Options
from channelfit.schemas.ids import Ids
from channelfit.schemas.outputs import Output, count, iso_day, share
from channelfit.schemas.pieces import Schema, day, listed, mapping, number, or_nothing, text

ANSWER = {"properties": {"schema": {"const": "channelfit/pilot/1"}}, "required": ["schema"]}


def schema(ids: Ids, _settings: Options) -> Schema:
    return {"if": ANSWER, "then": _review(ids), "else": _PilotSchema(ids).file()}


class _PilotSchema:
    def __init__(self, ids: Ids) -> None:
        self._ids = ids
        self._about = ids.said.about
        self._channels = [sheet.id for sheet in ids.rulebook.sheets]

    def file(self) -> Schema:
        whole, mark = {"type": "integer", "minimum": 0}, {"type": "string", "pattern": "^[0-9a-f]+$"}
        both = self._both()
        metric = self._mapped({"name": both, "numerator": both, "denominator": both}, ("numerator", "denominator"))
        shapes: dict[str, Schema] = {
            "title": or_nothing(text(), self._ids.said.title("nothing")),
            "template": text(),
            "hypothesis": both,
            "metric": metric,
            "counts": listed(both),
            "arms": listed(self._ids.ref("channel"), minItems=1, maxItems=2),
            "audiences": listed(self._ids.ref("audience")),
            "country": text(),
            "prior": listed(number(0), minItems=2, maxItems=2),
            **{name: share() for name in ("least", "useful", "sure", "confidence")},
            "looks": listed(self._mapped(_look(), ("look", "n", "not_before")), minItems=2),
            "duration": self._mapped({"starts_on": day(), "weeks": whole, "cycle_weeks": whole}, ("starts_on", "weeks", "cycle_weeks")),
            "chances": listed(self._mapped({name: number(0) for name in ("share", "adopt", "stopped_early", "answers")}, ("share",))),
            "in_words": self._mapped({"fr": listed(text()), "en": listed(text())}, ()),
            "evidence": self._mapped({"period": text(), "base": text()}, ("period", "base")),
            "rulebook": text(),
            "sealed": mapping({key: {"title": key, **mark} for key in KEYS}),
            "design": {"type": "string", "pattern": "^sha256:[0-9a-f]+$"},
            "observed": or_nothing(listed(self._observation()), self._ids.said.title("nothing")),
        }
        return mapping({key: self._about(f"pilot.{key}") | shapes[key] for key in KEYS}, NEEDED)

    def _observation(self) -> Schema:
        """X of n, or as much for each arm by the id of its channel."""
        counted = self._mapped({key: count() for key in COUNTED}, COUNTED)
        arms = {name: {"title": name, **counted} for name in self._channels}
        either = {"look": count(), "on": day(), **{key: count() for key in COUNTED}}
        shapes = {name: self._about(f"pilot.{name}") | shape for name, shape in either.items()}
        return mapping({**shapes, **arms}, ("look", "on"))

    def _both(self) -> Schema:
        """A text in both languages, or one that serves both."""
        both = mapping({"fr": text(), "en": text()})
        return both | {"type": ["object", "string"]}

    def _mapped(self, shapes: dict[str, Schema], needed: tuple[str, ...]) -> Schema:
        return mapping({name: self._about(f"pilot.{name}") | shape for name, shape in shapes.items()}, needed)


def _look() -> dict[str, Schema]:
    return {"look": count(), "n": count(), "not_before": day(), "stop": number(0), "adopt": number(0)}


def _review(ids: Ids) -> Schema:
    out = Output(ids, "pilot")
    counted = out.part({key: count() for key in COUNTED})
    presence = out.part({"share": share(), "low": share(), "high": share(), "basis": {"enum": list(get_args(Basis))}})
    compared = {"surveys": presence, "tail": share(), "disagree": {"type": "boolean"}}
    sides = {"type": "number", "minimum": -1, "maximum": 1}
    always: dict[str, Schema] = {
        "decision": {"enum": list(get_args(Decision))},
        "observed": counted,
        "probability": share(),
        "interval": listed(sides, minItems=2, maxItems=2),
        "look": count(),
        "design": out.digest(),
        "on": iso_day(),
        "arms": listed(ids.ref("channel")),
    }
    sometimes: dict[str, Schema] = {
        "against": counted,
        "expected_loss": out.part({"adopting": {"type": "number"}, "keeping": {"type": "number"}}),
        "predictive": share(),
        "next": out.part({"look": count(), "n": count(), "not_before": iso_day()}),
        "presence": out.part({"audience": ids.ref("audience"), "before": presence, "after": presence, **compared}, optional=compared),
    }
    return out.whole({**always, **sometimes}, optional=sometimes)
