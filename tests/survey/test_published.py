"""Published figures come out of the functions that the command and the advice use."""

import pytest

from channelfit.method.update import effective_samples, predictive_tail
from channelfit.rulebook.model import Rulebook
from tests.method.vectors import vector
from tests.survey.held import band, count, edition, local, national


def test_placenta_praevia(small: Rulebook) -> None:
    """Nothing known before is Beta(1, 1)."""
    given, expected, tolerance = vector("bda_placenta")
    known = band(edition(small, count(given["x"], given["n"]))).known
    assert known.mean == pytest.approx(expected["mean"], abs=tolerance)
    assert known.interval(0.95) == pytest.approx((expected["q025"], expected["q975"]), abs=tolerance)
    assert known.below(0.485) == pytest.approx(expected["prob_below_0485"], abs=tolerance)


def test_a_national_figure_and_a_local_count(small: Rulebook) -> None:
    """The weight of the national figure is the comparability that the survey states."""
    given, expected, tolerance = vector("power_prior_national")
    n0 = effective_samples(given["national_mean"], given["national_se"])
    for power, parameters in expected["posterior"].items():
        if float(power) == 0:
            continue
        figure = national(given["national_mean"], round(n0))
        found = band(edition(small, figure, count(given["x"], given["n"], comparable=float(power))))
        assert found.known == pytest.approx(tuple(parameters), abs=tolerance)
        assert found.known.mean == pytest.approx(expected["mean"][power], abs=tolerance)
        assert found.weight == 1
        if power in expected["prior_predictive_two_sided"]:
            assert predictive_tail(found.prior, given["x"], given["n"]) == pytest.approx(expected["prior_predictive_two_sided"][power], abs=tolerance)


def test_ages_are_weighted_by_the_population(small: Rulebook) -> None:
    given, expected, tolerance = vector("poststrat_age")
    bands = [(15 + 10 * place, 24 + 10 * place) for place in range(len(given["n"]))]
    bands[-1] = (bands[-1][0], 95)
    rows = [count(x, n, ages, people) for x, n, ages, people in zip(given["x"], given["n"], bands, given["age_shares"], strict=True)]
    here = edition(small, *rows)
    found = local(here).of(here.sheets["square/bench"], here.audiences["everyone"], None)
    assert found is not None
    assert found.weighted
    assert found.estimate.mean == pytest.approx(expected["bayes_mean_beta11"], abs=tolerance)
    assert found.estimate.variance**0.5 == pytest.approx(expected["bayes_sd"], abs=tolerance)
    share, samples = found.counted
    assert share == pytest.approx(expected["poststratified"], abs=tolerance)
    assert samples == pytest.approx(expected["kish_neff"], abs=tolerance)


def test_raw_means_are_weighted_by_the_population(small: Rulebook) -> None:
    """Amounts rather than shares: brought between 0 and 1 they are weighted the same."""
    given, expected, _ = vector("poststrat_psu")
    scale, asked = max(given["means"]) * 2, 100_000
    bands = [(15 + 20 * place, 34 + 20 * place) for place in range(len(given["means"]))]
    bands[-1] = (bands[-1][0], 95)
    shares = given["population_shares"]
    rows = [count(round(mean / scale * asked), asked, ages, part) for mean, ages, part in zip(given["means"], bands, shares, strict=True)]
    here = edition(small, *rows)
    found = local(here).of(here.sheets["square/bench"], here.audiences["everyone"], None)
    assert found is not None
    assert found.counted[0] * scale == pytest.approx(expected["poststratified"], rel=1e-4)
