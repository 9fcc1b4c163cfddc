"""How sure an answer is said to be, on a rulebook small enough to work out by hand."""

from datetime import date
from math import sqrt

import pytest
from msgspec.structs import replace

from channelfit.advice.brief import Brief
from channelfit.advice.certainty import certainty
from channelfit.advice.engine import Advisor
from channelfit.advice.known import known
from channelfit.advice.outlook import Certainty
from channelfit.conditions.model import FactValue
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Rulebook

TALK = Brief({"talk": 1}, {"everyone": 1}, {"country": "FR"})


def found(rulebook: Rulebook, brief: Brief, day: date = date(2023, 7, 2)) -> Certainty:
    advisor = Advisor(Edition(rulebook, day, brief.country))
    return certainty(advisor.advise(brief), advisor.edition)


def with_seed(rulebook: Rulebook, seed: int) -> Rulebook:
    return replace(rulebook, method=replace(rulebook.method, certainty=replace(rulebook.method.certainty, seed=seed)))


def test_the_seed_stands_in_the_rulebook_and_decides(small: Rulebook) -> None:
    assert found(small, TALK) == found(small, TALK)
    assert found(with_seed(small, 2), TALK) != found(small, TALK)


def test_what_is_first_is_first_most_often(small: Rulebook) -> None:
    sure = found(small, TALK).stability
    assert next(iter(sure)) == "square/bench"
    assert sure["square/bench"].first > 0.9
    assert sum(item.first for item in sure.values()) == pytest.approx(1)


def test_channels_of_a_kind_cannot_be_told_apart(rulebook: Rulebook) -> None:
    """They score nearly the same: neither is the surer choice."""
    facts: dict[str, FactValue] = {"country": "FR", "exchange": "dialogue", "single_theme": True, "hours_per_week": 12}
    brief = Brief({"service-alerts": 3, "community-dialogue": 1}, {"commuters": 2, "residents": 1}, facts)
    alike = found(rulebook, brief, date(2026, 11, 23)).alike
    assert {name for pair in alike for name in (pair.one, pair.other)} >= {"alert-app", "facebook/page"}
    assert all(0.4 <= pair.ahead <= 0.6 for pair in alike)
    clear = found(rulebook, Brief({"media-relations": 1}, {"journalists": 1}, {"country": "FR"}), date(2026, 11, 23))
    assert clear.alike == ()


def test_two_equal_channels_split_the_first_place(small: Rulebook) -> None:
    twin = replace(next(sheet for sheet in small.sheets if sheet.id == "whisper"), id="twin")
    twins = replace(small, sheets=(*(sheet for sheet in small.sheets if sheet.id == "whisper"), twin))
    sure = found(twins, Brief({"talk": 1}, {"crew": 1}))
    [pair] = sure.alike
    assert {pair.one, pair.other} == {"whisper", "twin"}
    assert sure.stability["twin"].first == pytest.approx(0.5, abs=0.05)


def test_what_to_measure_first_is_what_leaves_most_doubt(small: Rulebook) -> None:
    """|v s| · sd, 100 times: the bell (0.8) and the board (0.5) rest on one judgement worth ten answers, both at a fit of 1/8."""
    first = found(small, TALK).unsure[0]
    assert (first.audience, first.channels, first.basis) == ("everyone", ("bell", "board"), "judged")
    assert first.doubt == pytest.approx(100 / 8 * (sqrt(0.8 * 0.2 / 11) + sqrt(0.5 * 0.5 / 11)))


def test_a_surface_is_off_with_its_network(small: Rulebook) -> None:
    advisor = Advisor(Edition(small, date(2023, 7, 2), "FR"))
    rows = {item.channel: item.contributions[0] for item in advisor.advise(TALK).ranking}
    bench, stage = (known(rows[name], advisor.edition.sheets[name], advisor.edition) for name in ("square/bench", "square/stage"))
    assert (bench.known, bench.source) == (stage.known, stage.source)
    assert (bench.factor, stage.factor) == (1, 0.5)


def test_each_guess_is_wrong_on_its_own(small: Rulebook) -> None:
    advisor = Advisor(Edition(small, date(2011, 1, 1), None))
    brief = Brief({"talk": 1}, {"crew": 1, "old": 1})
    rows = [row for item in advisor.advise(brief).ranking if item.channel == "whisper" for row in item.contributions]
    assert len({known(row, advisor.edition.sheets["whisper"], advisor.edition).source for row in rows}) == 2


def test_of_no_channel_nothing_is_said(small: Rulebook) -> None:
    assert found(replace(small, sheets=()), TALK) == Certainty({}, (), (), ())
