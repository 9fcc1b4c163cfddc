import pytest

from channelfit.method.beta import Beta, beta_of, beta_of_moments
from channelfit.method.poststratify import Estimate, believed, counted, kish_samples, poststratified
from channelfit.method.update import effective_samples, power_prior, predictive_at_least, update, weight_of_age
from tests.method.vectors import vector


def test_placenta_praevia() -> None:
    given, expected, tolerance = vector("bda_placenta")
    known = update(Beta(*given["prior"]), given["x"], given["n"]).known
    assert known.mean == pytest.approx(expected["mean"], abs=tolerance)
    assert known.interval(0.95) == pytest.approx((expected["q025"], expected["q975"]), abs=tolerance)
    assert known.below(0.485) == pytest.approx(expected["prob_below_0485"], abs=tolerance)


def test_priors_of_growing_weight() -> None:
    given, expected, tolerance = vector("bda_table_2_1")
    known = [update(beta_of(mean, samples), given["x"], given["n"]).known for mean, samples in given["priors_mean_ess"]]
    assert [beta.quantile(0.5) for beta in known] == pytest.approx(expected["median"], abs=tolerance)
    assert [beta.quantile(0.025) for beta in known] == pytest.approx(expected["lo95"], abs=tolerance)
    assert [beta.quantile(0.975) for beta in known] == pytest.approx(expected["hi95"], abs=tolerance)


def test_a_prior_from_its_moments_and_what_it_foretells() -> None:
    given, expected, tolerance = vector("spiegelhalter_drug")
    prior = beta_of_moments(given["prior_mean"], given["prior_sd"])
    known = update(prior, given["x"], given["n"]).known
    assert prior == pytest.approx(tuple(expected["prior"]), abs=tolerance)
    assert known == pytest.approx(tuple(expected["posterior"]), abs=tolerance)
    assert known.mean == pytest.approx(expected["posterior_mean"], abs=tolerance)
    assert predictive_at_least(known, given["future_at_least"], given["future_n"]) == pytest.approx(expected["pred_prob"], abs=tolerance)
    assert predictive_at_least(prior, given["x"], given["n"]) == pytest.approx(expected["prior_predictive_P_x_ge_15"], abs=tolerance)


def test_a_national_figure_and_a_local_count() -> None:
    given, expected, tolerance = vector("power_prior_national")
    n0 = effective_samples(given["national_mean"], given["national_se"])
    assert n0 == pytest.approx(expected["n0"])
    for power, parameters in expected["posterior"].items():
        prior = power_prior(given["national_mean"], n0, float(power), cap=float("inf"))
        found = update(prior, given["x"], given["n"])
        assert found.known == pytest.approx(tuple(parameters), abs=tolerance)
        assert found.known.mean == pytest.approx(expected["mean"][power], abs=tolerance)
        assert found.weight_before == pytest.approx(float(power) * n0)
        assert found.weight_counted == given["n"]
        if power in expected["prior_predictive_two_sided"]:
            assert found.tail == pytest.approx(expected["prior_predictive_two_sided"][power], abs=tolerance)
        if power == "0.2":
            assert found.known.interval(0.95) == pytest.approx(expected["cri95_delta_0_2"], abs=tolerance)


def test_the_weight_of_what_is_known_is_capped_and_fades() -> None:
    assert power_prior(0.3, 524, 1.0, cap=200).samples == pytest.approx(200)
    assert weight_of_age(4, 2, 0.8) == pytest.approx(0.2)
    assert weight_of_age(-1, 2, 1) == 1


@pytest.mark.parametrize(("mean", "weight"), [(0.0, 1.0), (1.0, 1.0), (0.3, 0.0)])
def test_a_prior_that_is_none_is_refused(mean: float, weight: float) -> None:
    with pytest.raises(ValueError, match=r"\d"):
        power_prior(mean, 100, weight, 200)


def test_more_than_all_is_refused() -> None:
    with pytest.raises(ValueError, match="12"):
        update(Beta(1, 1), 12, 10)


def test_raw_means_are_weighted_by_the_population() -> None:
    given, expected, tolerance = vector("poststrat_psu")
    strata = [Estimate(mean, 0.0) for mean in given["means"]]
    raw = sum(mean * n for mean, n in zip(given["means"], given["n"], strict=True)) / sum(given["n"])
    found = poststratified(given["population_shares"], strata)
    assert raw == pytest.approx(expected["raw_mean"], abs=tolerance)
    assert found.mean == pytest.approx(expected["poststratified"], abs=tolerance)
    assert found.samples == float("inf")


def test_ages_are_weighted_by_the_population() -> None:
    given, expected, tolerance = vector("poststrat_age")
    counts = list(zip(given["x"], given["n"], strict=True))
    plain = poststratified(given["age_shares"], [counted(x, n) for x, n in counts])
    bayes = poststratified(given["age_shares"], [believed(update(Beta(1, 1), x, n).known) for x, n in counts])
    assert sum(given["x"]) / sum(given["n"]) == pytest.approx(expected["raw"], abs=tolerance)
    assert plain.mean == pytest.approx(expected["poststratified"], abs=tolerance)
    assert plain.variance**0.5 == pytest.approx(expected["se_conditional"], abs=tolerance)
    assert bayes.mean == pytest.approx(expected["bayes_mean_beta11"], abs=tolerance)
    assert bayes.variance**0.5 == pytest.approx(expected["bayes_sd"], abs=tolerance)
    assert bayes.samples == pytest.approx(bayes.mean * (1 - bayes.mean) / bayes.variance - 1)
    assert kish_samples(given["age_shares"], given["n"]) == pytest.approx(expected["kish_neff"], abs=tolerance)


def test_parts_that_are_not_a_whole_are_refused() -> None:
    with pytest.raises(ValueError, match=r"0\.4"):
        poststratified([0.4], [Estimate(0.5, 0.1)])
