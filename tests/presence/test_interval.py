"""Published intervals, and what must hold for all of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelfit.presence.interval import expit, logit, wilson

NEWCOMBE = "Newcombe 1998, Statistics in Medicine 17:857-872, table I"
SHARES = st.floats(0, 1)


@pytest.mark.parametrize(
    ("seen", "asked", "interval"),
    [(81, 263, (0.2553, 0.3662)), (15, 148, (0.0624, 0.1605)), (0, 20, (0.0, 0.1611)), (1, 29, (0.0061, 0.1718))],
    ids=str,
)
def test_wilson_as_published(seen: int, asked: int, interval: tuple[float, float]) -> None:
    assert wilson(seen / asked, asked, 1.959964) == pytest.approx(interval, abs=5e-5), NEWCOMBE


@given(SHARES, st.floats(1, 1e6), st.floats(0.1, 5))
def test_an_interval_holds_its_share(share: float, samples: float, z: float) -> None:
    low, high = wilson(share, samples, z)
    assert 0 <= low <= share + 1e-9
    assert share - 1e-9 <= high <= 1


@given(SHARES, st.floats(1, 1e5), st.floats(1.01, 100))
def test_more_answers_never_widen_it(share: float, samples: float, more: float) -> None:
    few, many = wilson(share, samples, 1.645), wilson(share, samples * more, 1.645)
    assert many[1] - many[0] <= few[1] - few[0] + 1e-12


@given(st.floats(0.01, 0.99))
def test_log_odds_go_and_come_back(share: float) -> None:
    assert expit(logit(share)) == pytest.approx(share)
