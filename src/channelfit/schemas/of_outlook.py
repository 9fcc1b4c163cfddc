"""What goes with an advice: how sure it is, what would change it, what if. Absent where it was not looked at."""

from typing import get_args

from channelfit.advice.model import Verdict
from channelfit.presence.model import Basis
from channelfit.schemas.outputs import Output, ids_in, names, share
from channelfit.schemas.pieces import Schema, integer, listed, text

OPTIONAL = ("runner_up", "certainty", "method", "what_if")


def stability(out: Output) -> Schema:
    return out.part({"first": share(), f"top{out.ids.rulebook.method.podium}": share()})


def outlook(out: Output) -> dict[str, Schema]:
    return {"runner_up": _runner_up(out), "certainty": _certainty(out), "method": _method(out), "what_if": _what_if(out)}


def _runner_up(out: Output) -> Schema:
    return out.part({"channel": out.ids.ref("channel"), "loses_on": names(), "would_lead_if": names()})


def _certainty(out: Output) -> Schema:
    pair = out.part({"one": out.ids.ref("channel"), "other": out.ids.ref("channel"), "ahead": share()})
    unsure = {
        "audience": out.ids.ref("audience"),
        "channels": ids_in(out.ids, "channel"),
        "basis": {"enum": list(get_args(Basis))},
        "rests_on": names(),
        "doubt": {"type": "number", "minimum": 0},
    }
    return out.part({"pairs": listed(pair), "alike": listed(pair), "unsure": listed(out.part(unsure))})


def _method(out: Output) -> Schema:
    smaa = {"name": text(), "draws": integer(), "seed": integer(), "error": share()}
    return out.part({"stability": out.part(smaa)})


def _what_if(out: Output) -> Schema:
    score: Schema = {"type": "number", "minimum": 0, "maximum": 100}
    verdict: Schema = {"enum": list(get_args(Verdict))}
    sides = {
        f"{name}_{side}": schema for side in ("before", "after") for name, schema in (("rank", integer()), ("score", score), ("verdict", verdict))
    }
    left_out = {"audience": out.ids.ref("audience"), "share_before": share(), "share_after": share()}
    return out.part(
        {
            "facts": {"type": "object"},
            "ranking": listed(out.part({"channel": out.ids.ref("channel"), **sides}, optional=sides)),
            "left_out": listed(out.part(left_out)),
            "changes": {"type": "object"},
        }
    )
