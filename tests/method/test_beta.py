from math import comb

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from channelfit.method.beta import Beta, beta_of_moments
from channelfit.method.incomplete_beta import beta_cdf
from channelfit.method.proportion import wilson_interval
from channelfit.method.quantiles import quantile_table
from tests.method.vectors import names, vector

parameters = st.floats(0.3, 200)


@given(st.integers(1, 40), st.integers(1, 40), st.floats(0.01, 0.99))
def test_distribution_function_is_the_binomial_tail(alpha: int, beta: int, x: float) -> None:
    n = alpha + beta - 1
    tail = sum(comb(n, k) * x**k * (1 - x) ** (n - k) for k in range(alpha, n + 1))
    assert beta_cdf(x, alpha, beta) == pytest.approx(tail, abs=1e-12)


@example(alpha=6.0, beta=0.375, u=0.999)
@given(parameters, parameters, st.floats(0.001, 0.999))
def test_quantile_undoes_the_distribution_function(alpha: float, beta: float, u: float) -> None:
    known = Beta(alpha, beta)
    assert known.below(known.quantile(u)) == pytest.approx(u, abs=1e-9)


@given(st.floats(0.2, 200), st.floats(0.2, 200))
def test_tabulated_quantiles_are_near_the_exact_ones(alpha: float, beta: float) -> None:
    known = Beta(alpha, beta)
    table = quantile_table(known, 256)
    assert list(table) == sorted(table)
    for part in (0, 12, 64, 128, 200, 243, 255):
        assert table[part] == pytest.approx(known.quantile((part + 0.5) / 256), abs=0.003)


def test_edges() -> None:
    assert (Beta(2, 3).below(-1), Beta(2, 3).below(2)) == (0, 1)
    assert (Beta(2, 3).density(0), Beta(2, 3).density(1)) == (0, 0)
    assert Beta(2, 3).quantile(0) == pytest.approx(0, abs=1e-12)
    assert Beta(2, 3).quantile(1) == pytest.approx(1)


@pytest.mark.parametrize("call", [lambda: beta_cdf(0.5, 0, 1), lambda: Beta(1, 1).quantile(1.1), lambda: beta_of_moments(0.5, 0.5)])
def test_what_is_no_distribution_is_refused(call: object) -> None:
    assert callable(call)
    with pytest.raises(ValueError, match=r"\d"):
        call()


@pytest.mark.parametrize("name", names("wilson_"))
def test_wilson(name: str) -> None:
    given_, expected, tolerance = vector(name)
    assert wilson_interval(given_["x"], given_["n"], given_["conf"]) == pytest.approx(expected["ci"], abs=tolerance)


def test_impossible_counts_are_refused() -> None:
    with pytest.raises(ValueError, match="5"):
        wilson_interval(6, 5, 0.95)
