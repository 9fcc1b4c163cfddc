"""What is said to be enough is enough, a hundredth less is not, and where nothing is said nothing would do; held through the engine."""

from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from channelfit.advice.brief import Brief
from channelfit.advice.engine import Advisor
from channelfit.advice.model import Advice, Ranked
from channelfit.advice.outlook import Flip, WhyNot
from channelfit.advice.why_not import why_not
from channelfit.conditions.model import GOAL, Compare
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.load import load_rulebook
from channelfit.rulebook.model import Effect, Fits, Presence, Rule

RULEBOOK = load_rulebook()
DAY = date(2026, 11, 23)
GOALS = tuple(term.id for term in RULEBOOK.goals)
CHANNELS = [sheet.id for sheet in RULEBOOK.sheets]
LOOK = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


def weights(names: list[str]) -> st.SearchStrategy[dict[str, float]]:
    return st.dictionaries(st.sampled_from(names), st.floats(0.2, 5), min_size=1, max_size=3)


BRIEFS = st.builds(
    Brief,
    goals=weights(list(GOALS)),
    audiences=weights([term.id for term in RULEBOOK.audiences]),
    facts=st.fixed_dictionaries(
        {"country": st.sampled_from(["FR", "GB"])},
        optional={"exchange": st.sampled_from(["broadcast", "dialogue"]), "hours_per_week": st.integers(1, 40), "must_arrive": st.booleans()},
    ),
    consider=st.lists(st.sampled_from(CHANNELS), unique=True, min_size=1, max_size=3).map(tuple),
)


@cache
def advisor(country: str | None) -> Advisor:
    return Advisor(Edition(RULEBOOK, DAY, country))


def looked_at(brief: Brief) -> tuple[Advice, list[WhyNot]]:
    here = advisor(brief.country)
    advice = here.advise(brief)
    found = why_not(advice, here)
    return advice, [*found.asked.values(), *((found.runner_up,) if found.runner_up is not None else ())]


def of(advice: Advice, channel: str) -> Ranked | None:
    return next((item for item in advice.ranking if item.channel == channel), None)


def with_rule(brief: Brief, effect: Effect, goals: tuple[str, ...], audience: str) -> Advice:
    """The answer, had somebody written one rule more: made for the facts of the brief, it counts before surveys."""
    model = next(iter(advisor(brief.country).edition.rules.values()))
    rule = Rule(
        id="zzz", family=model.family, since=DAY, review_by=DAY, goals=goals, audiences=(audience,), named_audiences=(audience,),
        when=Compare(GOAL, "in", goals), unless=None, effect=effect, because=model.because, sources=model.sources,
    )  # fmt: skip
    return Advisor(advisor(brief.country).edition.with_rule(rule.id, rule)).advise(brief)


def changed(brief: Brief, place: Ranked, flip: Flip, to: float) -> Advice:
    """The answer with one number changed, from the engine itself."""
    if flip.what == "presence":
        return with_rule(brief, Presence({place.channel: to}), GOALS, flip.name)
    if flip.what == "fit":
        goal, audience = flip.name.split("/")
        row = next(row for row in place.contributions if (row.goal, row.audience) == (goal, audience))
        return with_rule(brief, Fits({place.channel: round(to) - sum(rule.points for rule in row.fit.rules)}), (goal,), audience)
    stated = brief.goal_weights if flip.name in brief.goals else brief.audience_weights
    rest = (1 - to) / (1 - stated[flip.name])
    weighed = {name: to if name == flip.name else weight * rest for name, weight in stated.items()}
    return advisor(brief.country).advise(replace(brief, **{"goals" if flip.name in brief.goals else "audiences": weighed}))


def changes(brief: Brief) -> Iterator[tuple[Ranked, Flip]]:
    advice, found = looked_at(brief)
    for one in found:
        place = of(advice, one.channel)
        yield from ((place, flip) for flip in one.flips if flip.what != "fact" and place is not None)


@LOOK
@given(BRIEFS)
def test_what_is_said_to_be_enough_is_enough(brief: Brief) -> None:
    for place, flip in changes(brief):
        assert isinstance(flip.value, int | float)
        after = of(changed(brief, place, flip, flip.value), place.channel)
        assert after is not None
        assert after.rank == 1, str(flip)


@LOOK
@given(BRIEFS)
def test_a_hundredth_less_is_not(brief: Brief) -> None:
    """Of points, which are whole, one less is not."""
    for place, flip in changes(brief):
        shares = {row.presence.share for row in place.contributions if row.audience == flip.name}
        if abs(flip.needed - flip.now) < 1e-6 or len(shares) > 1 or place.rank == 1:
            continue  # one rule cannot lower a presence that differs from goal to goal
        short = flip.needed - 1 if flip.what == "fit" else flip.now + 0.99 * (flip.needed - flip.now)
        ranking = changed(brief, place, flip, short).ranking
        assert next(item.score for item in ranking if item.channel == place.channel) < max(item.score for item in ranking), str(flip)


@settings(LOOK, max_examples=10)
@given(BRIEFS)
def test_where_no_change_is_named_none_of_the_kind_would_do(brief: Brief) -> None:
    advice, found = looked_at(brief)
    for one in found[:1]:
        place, kinds = of(advice, one.channel), {flip.what for flip in one.flips}
        if place is not None:
            assert not any(_first(changed(brief, place, flip, to), one.channel) for flip, to in extremes(brief, place) if flip.what not in kinds)


def extremes(brief: Brief, place: Ranked) -> Iterator[tuple[Flip, float]]:
    """The largest changes of every presence and fit, and several of every weight."""
    most = float(RULEBOOK.method.points_limit)
    for row in place.contributions:
        yield Flip("presence", row.audience, ">=", 1.0), 1.0
        if not row.fit.vetoes:
            yield Flip("fit", f"{row.goal}/{row.audience}", ">=", most), most
    for stated in (brief.goal_weights, brief.audience_weights):
        for name in stated if len(stated) > 1 else ():
            yield from ((Flip("weight", name, "=", share), share) for share in (0.01, 0.5, 0.99))


def _first(advice: Advice, channel: str) -> bool:
    place = of(advice, channel)
    return place is not None and place.rank == 1


@LOOK
@given(BRIEFS)
def test_a_fact_that_is_named_does_what_is_said_of_it(brief: Brief) -> None:
    advice, found = looked_at(brief)
    told = [(one, flip) for one in found for flip in (*one.flips, *one.admitted_by) if flip.what == "fact"]
    assume(told)
    for one, flip in told:
        after = of(advisor(brief.country).advise(replace(brief, facts={**brief.facts, flip.name: flip.value})), one.channel)
        assert after is not None
        assert after.rank == 1 or flip in one.admitted_by
        assert of(advice, one.channel) is None or flip not in one.admitted_by


@LOOK
@given(BRIEFS, st.data())
def test_facts_that_are_not_named_would_not_do(brief: Brief, data: st.DataObject) -> None:
    advice, found = looked_at(brief)
    fact = data.draw(st.sampled_from([fact for fact in RULEBOOK.facts if fact.kind in ("boolean", "choice")]))
    value = data.draw(st.sampled_from([option.id for option in fact.options]) if fact.options else st.booleans())
    after = advisor(brief.country).advise(replace(brief, facts={**brief.facts, fact.id: value}))
    for one in found:
        if fact.id not in {flip.name for flip in one.flips if flip.what == "fact"} and advice.ranking[0].channel != one.channel:
            assert not _first(after, one.channel)


@pytest.mark.parametrize(
    ("flip", "text"),
    [
        (Flip("presence", "residents", ">=", 0.63), "presence:residents>=0.63"),
        (Flip("fit", "service-alerts/residents", ">=", 2), "fit:service-alerts/residents>=+2"),
        (Flip("weight", "media-relations", "<=", 0.125), "weight:media-relations<=0.125"),
        (Flip("fact", "minors", "=", value=False), "fact:minors=false"),
        (Flip("fact", "contacts_held", "=", ("email", "phone")), "fact:contacts_held=email,phone"),
        (Flip("fact", "hours_per_week", "=", 12), "fact:hours_per_week=12"),
        (Flip("fact", "moderation", "=", "office-hours"), "fact:moderation=office-hours"),
    ],
)
def test_a_change_is_one_short_text(flip: Flip, text: str) -> None:
    assert str(flip) == text


def test_what_is_excluded_says_what_would_admit_it() -> None:
    brief = Brief({"internal-communication": 1}, {"staff": 1}, {"country": "FR"}, consider=("facebook/page",))
    assert [(one.flips, one.admitted_by) for one in looked_at(brief)[1] if one.channel == "facebook/page"] == [((), ())]
    brief = Brief({"public-information": 1}, {"youth": 1}, {"country": "FR", "minors": True}, consider=("facebook/profile",))
    assert [[str(flip) for flip in one.admitted_by] for one in looked_at(brief)[1] if one.channel == "facebook/profile"] == [["fact:minors=false"]]
