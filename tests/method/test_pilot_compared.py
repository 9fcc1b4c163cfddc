"""The walk over both counts, held against looking at every pair."""

from math import comb

import pytest

from channelfit.method.beta import Beta
from channelfit.method.pilot_compared import ROUNDING, Gate, compared, edges
from channelfit.method.pilot_two_arms import probability_greater


@pytest.mark.parametrize("prior", [Beta(1, 1), Beta(2, 5), Beta(3, 2)])
@pytest.mark.parametrize(("stop", "adopt"), [(0.2, 0.95), (None, 0.9), (0.5, None)])
def test_edges_are_the_first_counts_past_a_gate(prior: Beta, stop: float | None, adopt: float | None) -> None:
    n = 12
    (edge,) = edges(prior, [Gate(n, stop, adopt)])
    for other in range(n + 1):
        known = Beta(prior.alpha + other, prior.beta + n - other)
        better = [probability_greater(Beta(prior.alpha + x, prior.beta + n - x), known) for x in range(n + 1)]
        assert edge.adopt[other] == next((x for x in range(n + 1) if adopt is not None and better[x] >= adopt - ROUNDING), n + 1)
        past = [x for x in range(n + 1) if stop is None or better[x] > stop + ROUNDING]
        assert edge.go[other] == (min(past) if past else n + 1)


@pytest.mark.parametrize(("tried", "other"), [(0.6, 0.6), (0.75, 0.6), (0.1, 0.3)])
def test_two_looks_are_the_sum_over_every_path(tried: float, other: float) -> None:
    first, last = edges(Beta(1, 1), [Gate(8, 0.3, 0.97), Gate(16, None, 0.9)])
    adopted = mean_n = 0.0
    for a in range(9):
        for b in range(9):
            here = _chance(8, a, other) * _chance(8, b, tried)
            ends = b >= first.adopt[a] or b < first.go[a]
            mean_n += here * (8 if ends else 16)
            adopted += here * (b >= first.adopt[a])
            if not ends:
                adopted += sum(here * _chance(8, c, other) * _chance(8, d, tried) for c in range(9) for d in range(9) if b + d >= last.adopt[a + c])
    found = compared((first, last), tried, other)
    assert found.adopt == pytest.approx(adopted, abs=1e-7)
    assert found.mean_n == pytest.approx(mean_n, abs=1e-6)


def _chance(n: int, x: int, p: float) -> float:
    return comb(n, x) * p**x * (1 - p) ** (n - x)
