"""Whether a territory's people weigh the figures of an audience: only where bands tell its parts apart, as well as its own figure does."""

import pytest
from msgspec.structs import replace

from channelfit.presence.lookup import Presences
from channelfit.presence.model import Share, Stratum, Territory
from channelfit.rulebook.model import Evidence, Rulebook
from tests.survey.held import edition, national

OLD_TOWN: Territory = tuple(Stratum(ages, count) for ages, count in (((0, 14), 5), ((15, 24), 5), ((25, 49), 10), ((50, 64), 20), ((65, None), 60)))
ALL, YOUNG, MIDDLE, OLD = national(0.5, 900), national(0.9, 300, (15, 24)), national(0.6, 300, (25, 64)), national(0.2, 300, (65, None))
WEIGHTED = (5 * 0.9 + 30 * 0.6 + 60 * 0.2) / 95


def presence(small: Rulebook, audience: str, *rows: Evidence, territory: Territory = OLD_TOWN) -> Share:
    here = edition(small, *rows)
    return Presences(here).of(here.sheets["square/bench"], here.audiences[audience], (), territory)


def older(row: Evidence) -> Evidence:
    return replace(row, id=f"{row.id}-older", year=2018)


CASES = {
    "bands as good as the figure for all": ("everyone", (ALL, YOUNG, MIDDLE, OLD), WEIGHTED),
    "bands and no figure for all": ("everyone", (YOUNG, MIDDLE, OLD), WEIGHTED),
    "bands of long ago": ("everyone", (ALL, older(YOUNG), older(MIDDLE), older(OLD)), 0.5),
    "a band is missing, of a few people": ("everyone", (ALL, MIDDLE, OLD), 0.5),
    "one band is nearly everybody": ("everyone", (YOUNG, national(0.3, 300, (25, None)), ALL), 0.5),
    "one band of the audience": ("old", (OLD, older(YOUNG)), 0.2),
    "a band far wider than the audience": ("old", (older(OLD), national(0.7, 300, (35, None)), YOUNG), 0.2),
    "one band within, others without": ("young", (older(YOUNG), national(0.8, 300, (18, 24)), MIDDLE), 0.8),
}


@pytest.mark.parametrize("case", CASES)
def test_which_figure_counts(case: str, small: Rulebook) -> None:
    audience, rows, share = CASES[case]
    found = presence(small, audience, *rows)
    assert found.share == pytest.approx(share)
    assert found.weighted == (share == WEIGHTED)


def test_nobody_at_an_age_is_no_band(small: Rulebook) -> None:
    here = edition(small, national(0.4, 300, (65, 79)), national(0.1, 300, (80, None)), replace(OLD, year=2021))
    found = Presences(here).of(here.sheets["square/bench"], here.audiences["old"], (), (Stratum((65, 79), 10),))
    assert (found.share, found.weighted) == (0.2, False)


def test_people_without_a_figure_make_it_less_sure(small: Rulebook) -> None:
    whole, gap = presence(small, "everyone", MIDDLE, OLD, territory=OLD_TOWN[2:]), presence(small, "everyone", MIDDLE, OLD)
    assert gap.share == pytest.approx(whole.share)
    assert gap.samples == pytest.approx(whole.samples * 90 / 95)
