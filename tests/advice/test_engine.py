"""The engine on a rulebook small enough to work out by hand."""

from datetime import date
from typing import Any

import pytest
import yaml

from channelfit.advice.engine import Advisor
from channelfit.advice.model import Advice, Ranked
from channelfit.advice.read_brief import read_brief
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Rulebook
from channelfit.source.parse import parse

DAY = date(2023, 7, 2)


def answer(rulebook: Rulebook, day: date = DAY, **brief: Any) -> Advice:
    read = read_brief(parse(yaml.safe_dump(brief), "brief"), rulebook)
    return Advisor(Edition(rulebook, day, read.country)).advise(read)


def scores(advice: Advice) -> dict[str, float]:
    return {item.channel: item.score for item in advice.ranking}


def of(advice: Advice, channel: str) -> Ranked:
    return next(item for item in advice.ranking if item.channel == channel)


def test_scores_are_weight_times_presence_times_fit(small: Rulebook) -> None:
    found = scores(answer(small, goals=["tell"], audiences=["everyone"], facts={"country": "FR"}))
    assert found == pytest.approx({"bell": 80, "square/bench": 10, "board": 6.25, "square/stage": 5, "whisper": 3.125})


def test_weights_are_shares_of_their_sum(small: Rulebook) -> None:
    one = answer(small, goals={"tell": 3, "talk": 1}, audiences=["everyone"], facts={"country": "FR"})
    assert of(one, "square/bench").score == pytest.approx(0.75 * 10 + 0.25 * 0.4 * 0.5 * 100)


def test_a_borrowed_age_profile_is_moved_to_this_country(small: Rulebook) -> None:
    """Odds 4 among the young there, 1 in all there, 2/3 in all here: 8/3, that is 8 in 11."""
    presence = of(answer(small, goals=["talk"], audiences=["young"], facts={"country": "FR"}), "square/bench").contributions[0].presence
    assert presence.share == pytest.approx(8 / 11)
    assert presence.basis == "estimated"


def test_a_figure_elsewhere_stands_for_a_country_nobody_asked(small: Rulebook) -> None:
    presence = of(answer(small, goals=["talk"], audiences=["young"], facts={"country": "IT"}), "square/bench").contributions[0].presence
    assert (presence.share, presence.basis, presence.evidence) == (0.8, "estimated", ("counted-be-young",))


def test_where_nobody_knows_the_guess_is_wide(small: Rulebook) -> None:
    presence = of(answer(small, goals=["talk"], audiences=["crew"]), "whisper").contributions[0].presence
    assert (presence.share, presence.basis) == (0.25, "assumed")
    assert presence.high - presence.low > 0.5


def test_a_figure_counts_from_the_year_after_its_own(small: Rulebook) -> None:
    before, after = (
        of(answer(small, day, goals=["talk"], audiences=["everyone"], facts={"country": "FR"}), "square/bench").contributions[0].presence.basis
        for day in (date(2022, 12, 31), date(2023, 1, 1))
    )
    assert (before, after) == ("assumed", "measured")


def test_a_rule_holds_to_its_last_day(small: Rulebook) -> None:
    points = [
        of(answer(small, day, goals=["tell"], audiences=["everyone"]), "square/bench").contributions[0].fit.points
        for day in (date(2023, 12, 31), date(2024, 1, 1))
    ]
    assert points == [1, 0]


@pytest.mark.parametrize(
    ("day", "country", "absent"),
    [
        (date(2011, 12, 31), "FR", {"square/bench", "square/stage"}),
        (date(2014, 12, 31), "FR", {"square/stage"}),
        (date(2024, 6, 30), "FR", set()),
        (date(2024, 7, 1), "FR", {"square/stage"}),
        (date(2020, 1, 1), "BE", {"bell"}),
    ],
)
def test_a_channel_exists_in_its_time_and_place(small: Rulebook, day: date, country: str, absent: set[str]) -> None:
    everything = {sheet.id for sheet in small.sheets}
    assert set(scores(answer(small, day, goals=["tell"], audiences=["everyone"], facts={"country": country}))) == everything - absent


def test_a_veto_excludes_with_its_reason_and_what_to_use_instead(small: Rulebook) -> None:
    gone = answer(small, goals=["tell"], audiences=["crew"], facts={"country": "FR"}).excluded
    assert {item.channel for item in gone} == {"square/bench", "square/stage"}
    assert {(item.rules, item.instead) for item in gone} == {(("crew-not-in-the-square",), ("whisper", "board"))}


def test_a_veto_on_some_cells_only_empties_those(small: Rulebook) -> None:
    bench = of(answer(small, goals=["tell"], audiences=["crew", "everyone"], facts={"country": "FR"}), "square/bench")
    assert [(row.audience, bool(row.fit.vetoes), row.score > 0) for row in bench.contributions] == [("crew", True, False), ("everyone", False, True)]


@pytest.mark.parametrize(("secret", "gone"), [(True, {"square/bench", "square/stage", "bell"}), (False, set()), (None, set())])
def test_an_unknown_veto_excludes_nothing(small: Rulebook, secret: bool | None, gone: set[str]) -> None:
    advice = answer(small, goals=["talk"], audiences=["everyone"], facts={"country": "FR", "secret": secret})
    assert {item.channel for item in advice.excluded} == gone
    assert {item.channel for item in advice.pending} == ({"square/bench", "square/stage", "bell"} if secret is None else set())


@pytest.mark.parametrize(("facts", "points"), [({}, 3), ({"hours": 0.5}, 0), ({"hours": 1}, 3)])
def test_a_rule_stops_only_on_an_exception_known_to_hold(small: Rulebook, facts: dict[str, Any], points: int) -> None:
    advice = answer(small, goals=["tell"], audiences=["everyone"], facts={"country": "FR", **facts})
    assert of(advice, "bell").contributions[0].fit.points == points


def test_what_is_required_stays_and_is_supported(small: Rulebook) -> None:
    advice = answer(small, goals=["talk"], audiences=["old"], facts={"country": "FR"})
    assert [(item.channel, item.rules) for item in advice.required] == [("board", ("old-need-the-board",))]
    assert of(advice, "board").verdict == "support"


def test_facts_raise_a_judged_presence(small: Rulebook) -> None:
    plain, drummed = (
        of(answer(small, goals=["tell"], audiences=["everyone"], facts=facts), "board").contributions[0].presence
        for facts in ({}, {"tools": ["drum"]})
    )
    assert (plain.share, plain.rules, drummed.share, drummed.rules) == (0.5, ("bell-reaches",), 0.9, ("drum-carries-further",))


def test_who_is_left_out_is_one_less_the_best_presence_urged(small: Rulebook) -> None:
    left = answer(small, goals=["tell"], audiences=["everyone"], facts={"country": "FR"}).left_out
    assert {item.audience: item.share for item in left} == pytest.approx({"everyone": 0.2})


def test_what_somebody_asked_for_is_placed_and_its_losses_named(small: Rulebook) -> None:
    [asked] = answer(small, goals=["tell"], audiences=["everyone"], facts={"country": "FR"}, consider=["square/stage"]).considered
    assert (asked.rank, asked.verdict, asked.loses_on) == (4, "pilot", ("tell/everyone",))


def test_territory_weighs_the_bands_of_one_survey(small: Rulebook) -> None:
    """Without a band for the old the territory changes nothing; it never silently covers a part of the audience."""
    plain = answer(small, goals=["talk"], audiences=["everyone"], facts={"country": "BE"})
    weighed = answer(
        small, goals=["talk"], audiences=["everyone"], facts={"country": "BE"}, territory={"population_by_age": {"15-24": 10, "25-64": 60, "65+": 30}}
    )
    assert scores(plain) == scores(weighed)
