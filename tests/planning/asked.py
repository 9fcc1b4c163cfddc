"""Briefs to plan for, and what trying every plan says of them from `cells`, `groups` and `costs` alone."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from math import prod
from random import Random

from msgspec.structs import replace

from channelfit.advice.brief import Brief
from channelfit.advice.engine import Advisor
from channelfit.conditions.model import FactValue
from channelfit.planning.engine import plan
from channelfit.planning.model import Plan, Running, Wishes
from channelfit.presence.model import Stratum
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.load import load_rulebook
from channelfit.rulebook.model import Rulebook

DAY = date(2026, 11, 24)
TERRITORY = tuple(Stratum(ages, count) for ages, count in (((0, 14), 16.5), ((15, 24), 14.1), ((25, 49), 34.0), ((50, 64), 17.9), ((65, None), 17.5)))
MODERATION = ("none", "office-hours", None)
CHANNELS = 4  # that are left to choose between
Effects = dict[str, dict[str, float]]
Levels = dict[str, str]


@cache
def rulebook() -> Rulebook:
    return load_rulebook()


@cache
def edition() -> Edition:
    return Edition(rulebook(), DAY, "FR")


@cache
def advisor() -> Advisor:
    return Advisor(edition())


def brief(random: Random) -> Brief:
    """One or two goals, one or two audiences, now and then a territory."""
    goals = random.sample([term.id for term in rulebook().goals], random.randint(1, 2))
    audiences = random.sample([term.id for term in rulebook().audiences], random.randint(1, 2))
    facts: dict[str, FactValue] = {"country": "FR"}
    if (said := random.choice(MODERATION)) is not None:
        facts["moderation"] = said
    territory = TERRITORY if random.random() < 0.5 else None
    return Brief({name: random.choice([1.0, 2.0]) for name in goals}, dict.fromkeys(audiences, 1.0), facts, territory)


def wishes(random: Random, asked: Brief) -> Wishes:
    """Hours; all but a few channels kept out; mandates and minima now and then."""
    ranked = [item.channel for item in advisor().advise(asked).ranking]
    duties = [item.channel for item in advisor().advise(asked).required]
    few = dict.fromkeys((*ranked[:CHANNELS], *random.sample(ranked, 2), *duties[:1]))
    left = random.sample(list(few), min(CHANNELS, len(few)))
    least = {name: random.choice([0.2, 0.5, 0.8]) for name in asked.audience_weights if random.random() < 0.3}
    require = tuple(name for name in left if random.random() < 0.2)
    hours = random.randint(0, 30) / 2
    return Wishes(hours, require, tuple(name for name in ranked if name not in left), least)


@cache
def case(seed: int) -> Plan:
    random = Random(seed)
    asked = brief(random)
    return plan(asked, edition(), wishes(random, asked))


def running(plan_: Plan, random: Random) -> tuple[Running, ...]:
    """Some candidates as if they were run today."""
    names = [name for name in plan_.costs if random.random() < 0.5]
    return tuple(Running(name, (f"{name} account",), random.choice([None, 1.0, 5.0])) for name in names)


def tried(found: Plan) -> float | None:
    """The best objective of all plans that keep to the hours, the duties that are kept and the minima that can be."""
    least = {} if found.unmet else found.wishes.least
    bands = [group for group in found.groups if group.audience in least]
    columns = [*([cell.effect for cell in found.cells]), *(group.reach for group in bands)]
    weights = [cell.weight for cell in found.cells]
    best: float | None = None
    for levels in _plans(found, list(found.costs), found.hours, {}):
        missed = [prod(1 - column[name][level] for name, level in levels.items()) for column in columns]
        reached_ = [1 - left for left in missed[len(weights) :]]
        met = all(
            sum(group.part * share for group, share in zip(bands, reached_, strict=True) if group.audience == audience) >= share_ - 1e-10
            for audience, share_ in least.items()
        )
        if met:
            value = sum(weight * (1 - left) for weight, left in zip(weights, missed, strict=False))
            best = value if best is None else max(best, value)
    return best


def _plans(found: Plan, names: list[str], left: float, levels: Levels) -> Iterator[Levels]:
    """The levels of every plan that keeps to the hours, with one channel at least of each duty."""
    if not names:
        if all(levels.keys() & set(duty.channels) for duty in found.duties):
            yield levels
        return
    name, *others = names
    yield from _plans(found, others, left, levels)
    for level, cost in found.costs[name].items():
        if cost <= left:
            yield from _plans(found, others, left - cost, levels | {name: level})


def objective(found: Plan, levels: Mapping[str, str]) -> float:
    return sum(cell.weight * (1 - prod(1 - cell.effect[name][level] for name, level in levels.items())) for cell in found.cells)


def reached(found: Plan, audience: str, levels: Mapping[str, str]) -> float:
    """Σ part · [1 − Π (1 − reach)] over the age bands of an audience."""
    groups = (group for group in found.groups if group.audience == audience)
    return sum(group.part * (1 - prod(1 - group.reach[name][level] for name, level in levels.items())) for group in groups)


def with_hours(found: Plan, hours: float) -> Plan:
    return plan(found.advice.brief, edition(), replace(found.wishes, hours=hours))
