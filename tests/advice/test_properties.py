"""What must hold for every brief on the built-in rulebook."""

import json
from datetime import date
from functools import cache
from math import fsum
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from channelfit.advice.brief import Brief
from channelfit.advice.engine import Advisor
from channelfit.advice.left_out import URGED
from channelfit.advice.look import outlook
from channelfit.advice.model import Advice
from channelfit.advice.read_brief import read_brief
from channelfit.advice.write_brief import brief_yaml
from channelfit.report.advice_json import advice_json
from channelfit.report.advice_markdown import advice_markdown
from channelfit.report.advice_text import advice_text
from channelfit.report.compose import compose
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Fact
from channelfit.rulebook.text import Language
from channelfit.source.parse import parse
from channelfit.words import words_for
from tests.built_in import built_in

RULEBOOK = built_in()
CHANNELS = [sheet.id for sheet in RULEBOOK.sheets]
LANGUAGES = ["fr", "en", "ar", "cy"]
LOOK = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


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


@cache
def advisor(day: date, country: str | None, without: str | None = None) -> Advisor:
    """Kept: an edition is a view that never changes, and most of the time of a test would go into building it."""
    sheets = tuple(sheet for sheet in RULEBOOK.sheets if sheet.id != without)
    return Advisor(Edition(replace(RULEBOOK, sheets=sheets), day, country))


def answered(brief: Brief, day: date, without: str | None = None) -> Advice:
    return advisor(day, brief.country, without).advise(brief)


@LOOK
@given(BRIEFS, DAYS)
def test_contributions_add_up(brief: Brief, day: date) -> None:
    advice = answered(brief, day)
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
    here = advisor(day, brief.country).edition
    advice = answered(brief, day)
    ranked = [item.channel for item in advice.ranking]
    gone = {item.channel for item in advice.excluded}
    assert sorted([*ranked, *gone]) == sorted(here.sheets)
    assert all(item.rules for item in advice.excluded)
    assert not gone & {channel for item in advice.excluded for channel in item.instead}
    assert not gone & {item.channel for item in advice.required}


@LOOK
@given(BRIEFS, DAYS)
def test_ranks_follow_scores(brief: Brief, day: date) -> None:
    ranking = answered(brief, day).ranking
    for position, item in enumerate(ranking):
        assert item.rank == 1 + sum(round(other.score, 9) > round(item.score, 9) for other in ranking)
        assert position == 0 or round(ranking[position - 1].score, 9) >= round(item.score, 9)


@LOOK
@given(BRIEFS, DAYS, st.sampled_from(CHANNELS))
def test_adding_a_channel_never_reverses_two_others(brief: Brief, day: date, newcomer: str) -> None:
    brief = replace(brief, consider=tuple(name for name in brief.consider if name != newcomer))
    with_it, without_it = (answered(brief, day, without).ranking for without in (None, newcomer))
    assert [(item.channel, item.score) for item in with_it if item.channel != newcomer] == [(item.channel, item.score) for item in without_it]


@LOOK
@given(BRIEFS, DAYS)
def test_nobody_is_left_out_unsaid(brief: Brief, day: date) -> None:
    advice = answered(brief, day)
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
    """A new edition and one that has answered before say the same."""
    used, fresh = advisor(day, brief.country), Advisor(Edition(RULEBOOK, day, brief.country))
    first, second = (advice_json(one.advise(brief), one.edition, "en") for one in (used, fresh))
    assert first == second
    assert json.loads(first)["as_of"] == day.isoformat()


@settings(LOOK, max_examples=15)
@given(BRIEFS, DAYS)
def test_the_same_answer_has_the_same_outlook(brief: Brief, day: date) -> None:
    used, fresh = advisor(day, brief.country), Advisor(Edition(RULEBOOK, day, brief.country))
    first, second = (outlook(one.advise(brief), one) for one in (used, fresh))
    assert first == second


@LOOK
@given(BRIEFS, DAYS)
def test_scores_stay_within_a_hundred(brief: Brief, day: date) -> None:
    assert all(0 <= item.score <= 100 + 1e-9 for item in answered(brief, day).ranking)


@settings(LOOK, max_examples=25)
@given(BRIEFS, DAYS, st.sampled_from(["fr", "en"]), st.booleans())
def test_every_answer_can_be_read_at_sixty_columns(brief: Brief, day: date, lang: Language, full: bool) -> None:
    one, words = advisor(day, brief.country), words_for(lang)
    outline = compose(one.advise(brief), one.edition, words, full, outlook(one.advise(brief), one))
    said = advice_text(outline, words, 60, colour=False)
    assert max(map(len, said.splitlines())) <= 60
    assert outline.title.split()[0] in said
    assert advice_markdown(outline, words)


@LOOK
@given(BRIEFS)
def test_a_brief_that_is_kept_reads_back(brief: Brief) -> None:
    assert read_brief(parse(brief_yaml(brief), "kept"), RULEBOOK) == brief
