"""A plan as JSON, the form that scripts read (schema channelfit/plan/1). `cells` and `costs` are all that its optimum needs."""

from collections.abc import Mapping

import msgspec

from channelfit.planning.model import Cell, Duty, Group, Plan, Price, PriceOf, Step, Today
from channelfit.report.advice_json import INDENT, Tree, rulebook_tree
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.text import Language

SCHEMA = "channelfit/plan/1"
NAMED: Mapping[PriceOf, str] = {"minimum": "audience", "veto": "rule"}  # what a price is named after, where it is no channel
METHOD = "coverage by independent channels inside age bands, maximised by exact branch and bound"


def plan_json(plan: Plan, edition: Edition, lang: Language) -> str:
    """Numbers are not rounded; keys keep their order, so that the same plan has the same bytes."""
    return msgspec.json.format(msgspec.json.encode(plan_tree(plan, edition, lang)), indent=INDENT).decode() + "\n"


def plan_tree(plan: Plan, edition: Edition, lang: Language) -> Tree:
    return {**_head(plan, edition, lang), **_found(plan, edition), **_wished(plan), **_today(plan), **_basis(plan)}


def _head(plan: Plan, edition: Edition, lang: Language) -> Tree:
    brief = plan.advice.brief
    return {
        "schema": SCHEMA,
        "as_of": plan.advice.as_of.isoformat(),
        "lang": lang,
        "rulebook": rulebook_tree(edition.rulebook),
        "brief": {"goals": brief.goal_weights, "audiences": brief.audience_weights, "facts": brief.facts},
        "method": METHOD,
    }


def _found(plan: Plan, edition: Edition) -> Tree:
    found: Tree = {
        "hours": plan.hours,
        "status": plan.status,
        "objective": plan.objective,
        "proven_gap": plan.gap,
        "channels": plan.channels,
        "frontier": [
            {"hours": point.hours, "objective": point.objective, "gain": point.gain, "levels": point.levels, "proven_gap": point.gap}
            | ({"unpaid": True} if point.unpaid else {})
            for point in plan.frontier
        ],
    }
    if plan.enough is not None:
        found["enough"] = {"hours": plan.enough, "threshold": edition.rulebook.method.plan.enough}
        found["enough"] |= {} if plan.lasting is None else {"lasting": plan.lasting}
    return {**found, "reach": plan.reach}


def _wished(plan: Plan) -> Tree:
    tree: Tree = {
        "required": plan.required,
        "duties": [_kept(duty, plan) for duty in plan.duties],
        "excluded": plan.wishes.exclude,
        "minima": plan.wishes.least,
        "prices": [_price(item) for item in plan.prices],
    }
    if plan.unmet:
        tree["best_for"] = plan.unmet
    if plan.unpaid:
        channels = dict.fromkeys(channel for duty in plan.unpaid for channel in duty.channels)
        tree["unpaid"] = {"channels": list(channels), "duties": [_duty(duty) for duty in plan.unpaid], "hours_needed": plan.duty_hours}
    if plan.broken:
        tree["broken"] = [_duty(duty) for duty in plan.broken]
    if plan.unhoured:
        tree["without_hours"] = plan.unhoured
    return tree


def _duty(duty: Duty) -> Tree:
    """The channel it asks for, or those of which one is enough."""
    return {**_asking(duty.channels), "rules": duty.rules}


def _asking(channels: tuple[str, ...]) -> Tree:
    return {"channel": channels[0]} if len(channels) == 1 else {"one_of": channels}


def _kept(duty: Duty, plan: Plan) -> Tree:
    return {**_duty(duty), "served_by": [item.channel for item in plan.channels if item.channel in duty.channels]}


def _price(item: Price) -> Tree:
    told: Tree = {"of": item.of, **({"one_of": item.one_of} if item.one_of else {NAMED.get(item.of, "channel"): item.name})}
    known = {"loss": item.loss, "objective": item.objective, "hours": item.hours}
    return {**told, **{key: value for key, value in known.items() if value is not None}, "margin": item.margin}


def _today(plan: Plan) -> Tree:
    if not plan.wishes.running:
        return {"steps": ()}
    run = {"objective": plan.today_objective, "hours": sum(item.hours for item in plan.today), "channels": [_running(item) for item in plan.today]}
    return {"today": run, "steps": [_step(step) for step in plan.steps]}


def _running(item: Today) -> Tree:
    level: Tree = {} if item.level is None else {"level": item.level}
    least: Tree = {} if item.least is None else {"smallest_effort": item.least}
    return {"channel": item.channel, **level, "hours": item.hours, **least, "declared": item.declared, "accounts": item.accounts}


def _step(step: Step) -> Tree:
    into: Tree = {} if step.into is None else {"into": step.into}
    level: Tree = {} if step.level is None else {"level": step.level}
    return {
        "do": step.do,
        "channel": step.channel,
        **into,
        **level,
        "gain": step.gain,
        "hours": step.hours,
        "distance": step.short,
        "fits": step.fits,
    }


def _basis(plan: Plan) -> Tree:
    return {"cells": [_cell(cell) for cell in plan.cells], "groups": [_group(group) for group in plan.groups], "costs": plan.costs}


def _cell(cell: Cell) -> Tree:
    return {"goal": cell.goal, "audience": cell.audience, "stratum": cell.stratum, "weight": cell.weight, "effect": cell.effect}


def _group(group: Group) -> Tree:
    return {"audience": group.audience, "stratum": group.stratum, "part": group.part, "reach": group.reach}
