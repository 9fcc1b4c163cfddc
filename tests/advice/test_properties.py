"""What must hold for every brief on the built-in rulebook."""

from datetime import date
from math import fsum
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from channelfit.advice.brief import Brief
from channelfit.advice.engine import Advisor
from channelfit.advice.left_out import URGED
from channelfit.report.advice_json import advice_json
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.load import load_rulebook
from channelfit.rulebook.model import Fact, Rulebook

RULEBOOK = load_rulebook()
CHANNELS = [sheet.id for sheet in RULEBOOK.sheets]
LANGUAGES = ["fr", "en", "ar", "cy"]
LOOK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def values(fact: Fact) -> st.SearchStrategy[Any]:
    options = [option.id for option in fact.options]
    if fact.kind == "number":
        return st.floats(0, 1e7, allow_nan=False)
    if fact.kind == "boolean":
        return st.booleans()
    if fact.kind == "country":
        return st.sampled_from(["FR", "GB", "US", "CA", "DE", "BE", "NZ", "BR"])
    if fact.kind == "choice":
        return st.sampled_from(options)
    return st.lists(st.sampled_from(CHANNELS if fact.kind == "channels" else options or LANGUAGES), unique=True, max_size=3).map(tuple)


def weights(names: list[str]) -> st.SearchStrategy[dict[str, float]]:
    return st.dictionaries(st.sampled_from(names), st.floats(0.01, 1e6), min_size=1, max_size=4)


BRIEFS = st.builds(
    Brief,
    goals=weights([term.id for term in RULEBOOK.goals]),
    audiences=weights([term.id for term in RULEBOOK.audiences]),
    facts=st.fixed_dictionaries({}, optional={fact.id: values(fact) for fact in RULEBOOK.facts}),
    consider=st.lists(st.sampled_from(CHANNELS), unique=True, max_size=2).map(tuple),
)
DAYS = st.dates(date(2010, 1, 1), date(2027, 12, 31))


def edition(brief: Brief, day: date, rulebook: Rulebook = RULEBOOK) -> Edition:
    return Edition(rulebook, day, brief.country)


@LOOK
@given(BRIEFS, DAYS)
def test_contributions_add_up(brief: Brief, day: date) -> None:
    advice = Advisor(edition(brief, day)).advise(brief)
    for item in advice.ranking:
        assert item.score == pytest.approx(fsum(row.score for row in item.contributions), abs=1e-9)
        for row in item.contributions:
            assert row.score == pytest.approx(100 * row.weight * row.presence.share * row.fit.value, abs=1e-9)
            assert 0 <= row.presence.low <= row.presence.share + 1e-9
            assert row.presence.share - 1e-9 <= row.presence.high <= 1
            assert (
                row.fit.vetoes or row.fit.points == sum(rule.points for rule in row.fit.rules) or abs(row.fit.points) == RULEBOOK.method.points_limit
            )
        assert fsum(row.weight for row in item.contributions) == pytest.approx(1)


@LOOK
@given(BRIEFS, DAYS)
def test_every_channel_is_ranked_or_excluded_for_a_reason(brief: Brief, day: date) -> None:
    here = edition(brief, day)
    advice = Advisor(here).advise(brief)
    ranked = [item.channel for item in advice.ranking]
    gone = {item.channel for item in advice.excluded}
    assert sorted([*ranked, *gone]) == sorted(here.sheets)
    assert all(item.rules for item in advice.excluded)
    assert not gone & {channel for item in advice.excluded for channel in item.instead}
    assert not gone & {item.channel for item in advice.required}


@LOOK
@given(BRIEFS, DAYS)
def test_ranks_follow_scores(brief: Brief, day: date) -> None:
    ranking = Advisor(edition(brief, day)).advise(brief).ranking
    for position, item in enumerate(ranking):
        assert item.rank == 1 + sum(round(other.score, 9) > round(item.score, 9) for other in ranking)
        assert position == 0 or round(ranking[position - 1].score, 9) >= round(item.score, 9)


@LOOK
@given(BRIEFS, DAYS, st.sampled_from(CHANNELS))
def test_adding_a_channel_never_reverses_two_others(brief: Brief, day: date, newcomer: str) -> None:
    brief = replace(brief, consider=tuple(name for name in brief.consider if name != newcomer))
    without = replace(RULEBOOK, sheets=tuple(sheet for sheet in RULEBOOK.sheets if sheet.id != newcomer))
    with_it, without_it = (Advisor(edition(brief, day, rulebook)).advise(brief).ranking for rulebook in (RULEBOOK, without))
    assert [(item.channel, item.score) for item in with_it if item.channel != newcomer] == [(item.channel, item.score) for item in without_it]


@LOOK
@given(BRIEFS, DAYS)
def test_nobody_is_left_out_unsaid(brief: Brief, day: date) -> None:
    advice = Advisor(edition(brief, day)).advise(brief)
    assert {item.audience for item in advice.left_out} == set(brief.audience_weights)
    for item in advice.left_out:
        served = [
            row.presence.share
            for ranked in advice.ranking
            if ranked.verdict in URGED
            for row in ranked.contributions
            if row.audience == item.audience
        ]
        assert item.share == pytest.approx(1 - max(served, default=0))


@LOOK
@given(BRIEFS, DAYS)
def test_the_same_brief_gives_the_same_bytes(brief: Brief, day: date) -> None:
    first, second = (advice_json(Advisor(here).advise(brief), here, "en") for here in (edition(brief, day), edition(brief, day)))
    assert first == second
