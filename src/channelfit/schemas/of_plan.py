"""A plan as JSON. Keys may be added to it later; those that are here stay."""

from typing import get_args

from channelfit.method.plan_steps import Kind
from channelfit.planning.model import PriceOf, Status
from channelfit.schemas.catalogue import Options
from channelfit.schemas.ids import Ids
from channelfit.schemas.outputs import Output, ids_in, iso_day, names, share
from channelfit.schemas.pieces import Schema, by_name, listed, number, text


def schema(ids: Ids, _settings: Options) -> Schema:
    out = Output(ids, "plan")
    return out.whole(
        {**_head(out), **_found(out), **_wished(out), **_today(out), **_basis(out)},
        optional=("enough", "best_for", "unpaid", "broken", "without_hours", "today"),
    )


def _head(out: Output) -> dict[str, Schema]:
    weights = by_name({"type": "number", "exclusiveMinimum": 0, "maximum": 1})
    return {
        "as_of": iso_day(),
        "lang": {"enum": ["fr", "en"]},
        "rulebook": out.part({"name": text(), "version": text(), "digest": out.digest()}),
        "brief": out.part({"goals": weights, "audiences": weights, "facts": {"type": "object"}}),
        "method": text(),
    }


def _found(out: Output) -> dict[str, Schema]:
    chosen = {
        "channel": out.ids.ref("channel"),
        "level": _level(out),
        "hours": number(0),
        "gain_in_order": {"type": "number"},
        "loss_if_dropped": share(),
    }
    point = {
        "hours": number(0),
        "objective": share(),
        "gain": {"type": "number"},
        "levels": by_name(_level(out)),
        "proven_gap": share(),
        "unpaid": {"type": "boolean"},
    }
    return {
        "hours": number(0),
        "status": {"enum": list(get_args(Status))},
        "objective": share(),
        "proven_gap": share(),
        "channels": listed(out.part(chosen)),
        "frontier": listed(out.part(point, optional=("unpaid",))),
        "enough": out.part({"hours": number(0), "threshold": share(), "lasting": number(0)}, optional=("lasting",)),
        "reach": listed(out.part({"audience": out.ids.ref("audience"), "estimate": share(), "low": share(), "high": share()})),
    }


def _wished(out: Output) -> dict[str, Schema]:
    price = {
        "of": {"enum": list(get_args(PriceOf))},
        "channel": out.ids.ref("channel"),
        "one_of": ids_in(out.ids, "channel"),
        "audience": out.ids.ref("audience"),
        "rule": text(),
        "loss": share(),
        "objective": share(),
        "hours": number(0),
        "margin": share(),
    }
    unmet = {"audience": out.ids.ref("audience"), "least": share(), "reach": share(), "levels": by_name(_level(out)), "proven": {"type": "boolean"}}
    duty = {"channel": out.ids.ref("channel"), "one_of": ids_in(out.ids, "channel"), "rules": names()}
    duties = listed(out.part(duty, optional=("channel", "one_of")))
    kept = {**duty, "served_by": ids_in(out.ids, "channel")}
    return {
        "required": ids_in(out.ids, "channel"),
        "duties": listed(out.part(kept, optional=("channel", "one_of"))),
        "excluded": ids_in(out.ids, "channel"),
        "minima": by_name(share()),
        "prices": listed(out.part(price, optional=("channel", "one_of", "audience", "rule", "loss", "objective", "hours"))),
        "best_for": listed(out.part(unmet)),
        "unpaid": out.part({"channels": ids_in(out.ids, "channel"), "duties": duties, "hours_needed": number(0)}),
        "broken": duties,
        "without_hours": ids_in(out.ids, "channel"),
    }


def _today(out: Output) -> dict[str, Schema]:
    difference: Schema = {"type": "number"}
    hours: dict[str, Schema] = {"hours": number(0), "smallest_effort": number(0), "declared": {"type": "boolean"}}
    run = {"channel": text(), "level": _level(out), **hours, "accounts": names()}
    step = {
        "do": {"enum": list(get_args(Kind))},
        "channel": text(),
        "into": out.ids.ref("channel"),
        "level": _level(out),
        "gain": difference,
        "hours": difference,
        "distance": share(),
        "fits": {"type": "boolean"},
    }
    return {
        "today": out.part({"objective": share(), "hours": number(0), "channels": listed(out.part(run, optional=("level", "smallest_effort")))}),
        "steps": listed(out.part(step, optional=("into", "level"))),
    }


def _basis(out: Output) -> dict[str, Schema]:
    by_level = by_name(by_name(share()))
    cell = {"goal": out.ids.ref("goal"), "audience": out.ids.ref("audience"), "stratum": text(), "weight": share(), "effect": by_level}
    group = {"audience": out.ids.ref("audience"), "stratum": text(), "part": share(), "reach": by_level}
    return {"cells": listed(out.part(cell)), "groups": listed(out.part(group)), "costs": by_name(by_name(number(0)))}


def _level(out: Output) -> Schema:
    return {"enum": list(out.ids.rulebook.method.plan.levels)}
