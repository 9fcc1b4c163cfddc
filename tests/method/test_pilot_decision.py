from random import Random

import pytest

from channelfit.method.beta import Beta
from channelfit.method.pilot_design import Design, Look, characteristics, two_stage
from channelfit.method.pilot_predictive import Rule, design, needed, predictive_probability, probability_above, smallest
from channelfit.method.pilot_two_arms import believed, difference_below, expected, newcombe, probability_greater
from tests.method.vectors import names, vector


def test_newcombe() -> None:
    given, stated, tolerance = vector("newcombe_diff")
    assert newcombe((given["x1"], given["n1"]), (given["x2"], given["n2"]), 0.95) == pytest.approx(stated["ci"], abs=tolerance)


@pytest.mark.parametrize("name", names("bayes_ab"))
def test_two_arms(name: str) -> None:
    given, stated, tolerance = vector(name)
    a, b = (Beta(given["prior"][0] + given[f"x{arm}"], given["prior"][1] + given[f"n{arm}"] - given[f"x{arm}"]) for arm in "ab")
    found = believed(a, b)
    assert found.b_is_better == pytest.approx(stated["prob_b_gt_a"], abs=tolerance)
    assert found.loss_choosing_a == pytest.approx(stated["expected_loss_choose_a"], abs=tolerance)
    assert found.loss_choosing_b == pytest.approx(stated["expected_loss_choose_b"], abs=tolerance)
    below, within = difference_below(a, b, -given["rope"]), difference_below(a, b, given["rope"])
    assert below == pytest.approx(stated["rope_below"], abs=tolerance)
    assert within - below == pytest.approx(stated["rope_inside"], abs=tolerance)
    assert 1 - within == pytest.approx(stated["rope_above"], abs=tolerance)


def test_the_sum_and_the_integral_agree() -> None:
    one, other = Beta(13, 40.5), Beta(9.2, 50)
    assert probability_greater(one, other) == pytest.approx(1 - probability_greater(other, one), abs=1e-6)
    assert expected(one, lambda x: x) == pytest.approx(one.mean, abs=1e-6)


def rule_of(given: dict[str, object], stop: float, adopt: float) -> Rule:
    prior, least, sure = given["prior"], given["p0"], given["thetaT"]
    assert isinstance(prior, list)
    assert isinstance(least, float)
    assert isinstance(sure, float)
    return Rule(Beta(*prior), least, sure, stop, adopt)


def test_the_predictive_probability_of_the_paper() -> None:
    given, stated, tolerance = vector("leeliu_predprob")
    found = predictive_probability(rule_of(given, 0.0, 2.0), given["x"], given["n"], given["nmax"])
    assert found == pytest.approx(stated["PP"], abs=tolerance)


def test_the_design_of_the_paper() -> None:
    given, stated, tolerance = vector("leeliu_design_oc")
    found = design(rule_of(given, given["thetaL"], 2.0), given["nmax"], range(given["first_look"], given["nmax"], given["look_every"]))
    changes: dict[int, int] = {}
    for look in found.looks:
        if look.stop is not None and look.stop not in changes.values():
            changes[look.n] = look.stop
    assert changes | {given["nmax"]: found.adopt - 1} == stated["futility_boundary_n_to_x"]
    null, useful = characteristics(found, given["p0"]), characteristics(found, given["p1"])
    assert null.adopt == pytest.approx(stated["type_I"], abs=tolerance)
    assert useful.adopt == pytest.approx(stated["power"], abs=tolerance)
    assert null.stopped_early == pytest.approx(stated["early_stop_prob_p0"], abs=tolerance)
    assert null.mean_n == pytest.approx(stated["EN_p0"], abs=tolerance)


@pytest.mark.parametrize("name", names("simon"))
def test_two_stages(name: str) -> None:
    given, stated, _ = vector(name)
    found = two_stage(given["r1"], given["n1"], given["r"], given["n"])
    null, useful = characteristics(found, given["p0"]), characteristics(found, given["p1"])
    assert null.adopt == pytest.approx(stated["alpha"], abs=1e-4)
    assert useful.adopt == pytest.approx(stated["power"], abs=1e-4)
    assert null.early == pytest.approx(stated["PET"], abs=0.006)
    assert null.mean_n == pytest.approx(stated["EN"], abs=0.06)


def own() -> tuple[Design, dict[str, dict[str, float]], float]:
    given, stated, tolerance = vector("pilot_design_own")
    *looks, whole = given["looks"]
    found = design(rule_of(given, given["stop_if_PP_le"], given["go_if_PP_ge"]), whole, looks)
    assert [look.stop for look in found.looks] == stated["stop_at_or_below"]
    assert [look.adopt for look in found.looks] == stated["go_at_or_above"]
    assert found.adopt - 1 == stated["final_go_if_more_than"]
    return found, stated["oc"], tolerance


def test_a_pilot_of_ours() -> None:
    found, stated, tolerance = own()
    for share, row in stated.items():
        told = characteristics(found, float(share))
        assert told.adopt == pytest.approx(row["go"], abs=tolerance)
        assert told.mean_n == pytest.approx(row["EN"], abs=tolerance)
        assert told.early == pytest.approx(row["early"], abs=tolerance)


@pytest.mark.parametrize("share", [0.1, 0.15])
def test_simulated_pilots_do_what_the_design_says(share: float) -> None:
    found, _, _ = own()
    random, adopted, pilots = Random(4), 0, 4_000
    for _ in range(pilots):
        adopted += simulated(found, share, random)
    told = characteristics(found, share).adopt
    assert adopted / pilots == pytest.approx(told, abs=4 * (told * (1 - told) / pilots) ** 0.5)


def simulated(design_: Design, share: float, random: Random) -> bool:
    successes = before = 0
    for look in design_.looks:
        successes += sum(random.random() < share for _ in range(look.n - before))
        before = look.n
        if look.stop is not None and successes <= look.stop:
            return False
        if look.adopt is not None and successes >= look.adopt:
            return True
    return successes + sum(random.random() < share for _ in range(design_.n - before)) >= design_.adopt


def test_the_smallest_design_that_keeps_its_word() -> None:
    rule = Rule(Beta(0.2, 0.8), 0.2, 0.95, 0.01, 0.95)
    sizes = range(20, 120)
    found = smallest(rule, 0.4, alpha=0.05, power=0.8, plan=lambda n: (n // 2,), sizes=sizes)
    assert found is not None
    assert found.false_adopt <= 0.05
    assert found.power >= 0.8
    for n in range(sizes.start, found.design.n):
        smaller = design(rule, n, (n // 2,))
        assert characteristics(smaller, 0.2).adopt > 0.05 or characteristics(smaller, 0.4).adopt < 0.8
    assert smallest(rule, 0.21, alpha=0.05, power=0.8, plan=lambda n: (n // 2,), sizes=range(20, 30)) is None


def test_what_is_needed_is_the_fewest() -> None:
    rule = Rule(Beta(1, 1), 0.1, 0.9, 0.05, 0.95)
    least = needed(rule, 200)
    assert probability_above(rule, least, 200) >= 0.9 > probability_above(rule, least - 1, 200)
    assert needed(rule._replace(sure=1.1), 20) == 21


def test_looks_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="30"):
        characteristics(Design((Look(30, 1, None), Look(20, 1, None)), 40, 5), 0.2)
