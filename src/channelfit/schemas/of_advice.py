"""An advice as JSON. Keys may be added to it later; those that are here stay."""

from typing import get_args

from channelfit.advice.model import Verdict
from channelfit.presence.model import Basis
from channelfit.rulebook.model import Kind, Verified
from channelfit.schemas.catalogue import Options
from channelfit.schemas.ids import Ids
from channelfit.schemas.of_outlook import OPTIONAL, outlook, stability
from channelfit.schemas.outputs import Output, both_languages, ids_in, iso_day, names, share
from channelfit.schemas.pieces import Schema, by_name, integer, listed, text


def schema(ids: Ids, _settings: Options) -> Schema:
    output = Output(ids, "advice")
    return output.whole({**_head(output), **_answer(output), **outlook(output), **_explained(output)}, OPTIONAL)


def _head(out: Output) -> dict[str, Schema]:
    weights = by_name({"type": "number", "exclusiveMinimum": 0, "maximum": 1})
    rulebook = {"name": text(), "version": text(), "digest": out.digest(), "oldest_evidence": iso_day(), "past_review": names()}
    return {
        "as_of": iso_day(),
        "lang": {"enum": ["fr", "en"]},
        "rulebook": out.part(rulebook, optional=("oldest_evidence", "past_review")),
        "brief": out.part({"goals": weights, "audiences": weights, "facts": {"type": "object"}}),
    }


def _answer(out: Output) -> dict[str, Schema]:
    ids = out.ids
    verdict: Schema = {"enum": list(get_args(Verdict))}
    ranked = {
        "rank": {"type": "integer", "minimum": 1},
        "channel": ids.ref("channel"),
        "kind": {"enum": list(get_args(Kind))},
        "name": text(),
        "score": {"type": "number", "minimum": 0, "maximum": 100},
        "verdict": verdict,
        "contributions": listed(_contribution(out)),
        "conditions": names(),
        "cautions": names(),
        "stability": stability(out),
    }
    considered = {"channel": ids.ref("channel"), "rank": integer(), "verdict": verdict, "loses_on": names(), "excluded_by": names()}
    considered |= {"would_lead_if": names(), "admitted_if": names()}
    swing: Schema = {"type": "number", "minimum": 0, "maximum": 100}
    return {
        "ranking": listed(out.part(ranked, optional=("stability",))),
        "excluded": listed(out.part({"channel": ids.ref("channel"), "rules": names(), "instead": ids_in(ids, "channel")})),
        "required": listed(out.part({"channel": ids.ref("channel"), "rules": names()})),
        "considered": listed(out.part(considered, optional=("rank", "excluded_by", "would_lead_if", "admitted_if"))),
        "left_out": listed(out.part({"audience": ids.ref("audience"), "share": share(), "channels": ids_in(ids, "channel")})),
        "questions": listed(out.part({"fact": ids.ref("fact"), "may_change": ids_in(ids, "channel"), "swing": swing})),
        "advice": names(),
    }


def _contribution(out: Output) -> Schema:
    presence = {"share": share(), "low": share(), "high": share(), "basis": {"enum": list(get_args(Basis))}, "evidence": names(), "rules": names()}
    presence["post_stratified"] = {"type": "boolean"}
    points = out.part({"id": text(), "points": integer()})
    fit = {"value": share(), "points": integer(), "rules": listed(points), "vetoes": names()}
    return out.part(
        {
            "goal": out.ids.ref("goal"),
            "audience": out.ids.ref("audience"),
            "weight": share(),
            "presence": out.part(presence, optional=("rules", "post_stratified")),
            "fit": out.part(fit, optional=("vetoes",)),
            "score": {"type": "number"},
        }
    )


def _explained(out: Output) -> dict[str, Schema]:
    source = {"title": text(), "publisher": text(), "year": integer(), "url": text(), "how_verified": {"enum": list(get_args(Verified))}}
    return {
        "rules": by_name(out.part({"because": both_languages(), "sources": names()})),
        "sources": by_name(out.part(source, optional=("year", "url", "how_verified"))),
    }
