"""What holds of every survey."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from channelfit.presence.model import Stratum
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.load import load_rulebook
from tests.conftest import SMALL
from tests.survey.held import band, count, edition, local, national

RULEBOOK = load_rulebook(SMALL)
SHARES = st.floats(0.02, 0.98)
SIZES = st.integers(1, 2000)


@st.composite
def counts(draw: st.DrawFn) -> tuple[int, int]:
    asked = draw(SIZES)
    return draw(st.integers(0, asked)), asked


@settings(deadline=None)
@given(SHARES, SIZES, counts())
def test_what_is_known_lies_between_the_two(share: float, n: int, counted: tuple[int, int]) -> None:
    known = band(edition(RULEBOOK, national(share, n), count(*counted))).known.mean
    here = counted[0] / counted[1]
    assert min(share, here) - 1e-9 <= known <= max(share, here) + 1e-9


@settings(deadline=None)
@given(SHARES, SIZES, counts())
def test_weights_add_up(share: float, n: int, counted: tuple[int, int]) -> None:
    found = band(edition(RULEBOOK, national(share, n), count(*counted)))
    assert found.prior.samples == pytest.approx(n)
    assert found.known.samples == pytest.approx(n + counted[1])


@settings(deadline=None)
@given(SHARES, SIZES, counts(), st.integers(2, 20))
def test_more_answers_move_it_closer_to_the_count(share: float, n: int, counted: tuple[int, int], times: int) -> None:
    said, asked = counted
    few, many = (band(edition(RULEBOOK, national(share, n), count(said * more, asked * more))).known.mean for more in (1, times))
    assert abs(many - said / asked) <= abs(few - said / asked) + 1e-9


@settings(deadline=None)
@given(SHARES, counts(), st.floats(0, 1), st.floats(0, 1))
def test_the_less_the_question_is_the_same_the_more_the_count_is_heard(share: float, counted: tuple[int, int], one: float, other: float) -> None:
    less, more = sorted((one, other))
    apart = [
        abs(band(edition(RULEBOOK, national(share, 500), count(*counted, comparable=degree))).known.mean - counted[0] / counted[1])
        for degree in (max(less, 0.01), max(more, 0.01))
    ]
    assert apart[0] <= apart[1] + 1e-9


@settings(deadline=None)
@given(st.lists(counts(), min_size=2, max_size=2), st.floats(0.1, 1000), st.floats(0.1, 1000))
def test_everybody_lies_between_the_bands_and_units_are_nothing(found: list[tuple[int, int]], young: float, old: float) -> None:
    here = edition(RULEBOOK, count(*found[0], ages=(15, 39)), count(*found[1], ages=(40, None)))
    bench, everyone = here.sheets["square/bench"], here.audiences["everyone"]
    told = [local(here).of(bench, everyone, (Stratum((15, 39), young * unit), Stratum((40, None), old * unit))) for unit in (1, 7)]
    assert told[0] is not None
    assert told[1] is not None
    means = [band.known.mean for band in told[0].bands]
    assert min(means) - 1e-9 <= told[0].estimate.mean <= max(means) + 1e-9
    assert told[0].estimate.mean == pytest.approx(told[1].estimate.mean)


def test_a_count_fades_with_the_years() -> None:
    here = edition(RULEBOOK, count(40, 100))
    later = Edition(replace(here.rulebook), here.as_of.replace(year=here.as_of.year + 2), "FR")
    assert band(here).weight == pytest.approx(1)
    assert band(later).weight == pytest.approx(0.5, rel=1e-3)


def test_groups_that_are_not_the_audience_say_nothing_of_it() -> None:
    here = edition(RULEBOOK, count(30, 60, ages=(15, 34)))
    told = {name: local(here).of(here.sheets["square/bench"], here.audiences[name], None) for name in ("everyone", "young", "old", "crew")}
    assert [name for name, found in told.items() if found is not None] == []


def test_the_latest_survey_is_heard() -> None:
    old = replace(count(10, 100), id="old", source="before", counts_from=RULEBOOK.evidence[0].counts_from.replace(year=2021))
    here = edition(RULEBOOK, old, count(90, 100))
    found = local(here).of(here.sheets["square/bench"], here.audiences["everyone"], None)
    assert found is not None
    assert [band.row.id for band in found.bands] == ["ours-15"]


def test_what_is_asked_of_a_network_is_asked_of_its_surfaces() -> None:
    here = edition(RULEBOOK, count(50, 100))
    shares = [local(here).share(here.sheets[name], here.audiences["everyone"], None) for name in ("square/bench", "square/stage")]
    assert shares[0] is not None
    assert shares[1] is not None
    assert shares[1].share == pytest.approx(shares[0].share * 0.5)


AROUND: dict[
    str, tuple[list[tuple[tuple[int, int | None], float]], tuple[float, float] | None]
] = {  # the figures of the country, and what they make of a group of 65 to 74: a share, and answers out of 310
    "the band around it": ([((65, None), 0.3)], (0.3, 100)),
    "the narrowest of two": ([((65, None), 0.3), ((60, 79), 0.6)], (0.6, 155)),
    "everybody tells nothing of an age": ([((15, None), 0.5)], None),
    "nearly everybody no more": ([((35, None), 0.5)], None),
    "a band beside it": ([((70, None), 0.3), ((15, 69), 0.4)], None),
    "its own band first": ([((65, None), 0.3), ((65, 74), 0.4)], (0.4, 310)),
}


@pytest.mark.parametrize("case", AROUND)
def test_a_group_takes_the_figure_of_the_band_around_it(case: str) -> None:
    figures, expected = AROUND[case]
    before = band(edition(RULEBOOK, *(national(share, 310, ages) for ages, share in figures), count(5, 50, (65, 74)))).before
    assert (before is None) == (expected is None)
    if before is not None:
        assert (before.share, before.samples) == pytest.approx(expected)
