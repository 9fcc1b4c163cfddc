from math import asin, sqrt
from statistics import NormalDist

import pytest

from channelfit.method import pilot_sample as sample
from channelfit.method.pilot_peeking import false_alarms, sequential_boundary, sequential_false_alarms
from tests.method.vectors import vector


def test_two_groups_as_r_counts_them() -> None:
    given, expected, tolerance = vector("n_two_R")
    assert sample.per_group_pooled(given["p1"], given["p2"], given["alpha"], given["power"]) == pytest.approx(expected["n_per_group"], abs=tolerance)
    given, expected, tolerance = vector("power_two_R")
    assert sample.power_pooled(given["p1"], given["p2"], given["n"], given["alpha"]) == pytest.approx(expected["power"], abs=tolerance)


def test_two_branches_as_a_calculator_counts_them() -> None:
    given, expected, tolerance = vector("n_two_evan_miller")
    found = sample.per_group_at_baseline(given["baseline"], given["mde_absolute"], given["alpha"], given["power"])
    assert found == pytest.approx(expected["n_per_branch"], abs=tolerance)


def test_the_textbooks_differ() -> None:
    given, expected, tolerance = vector("n_two_all_methods_20_25")
    one, other, alpha, power = given["p1"], given["p2"], given["alpha"], given["power"]
    assert sample.per_group_pooled(one, other, alpha, power) == pytest.approx(expected["pooled"], abs=tolerance)
    assert sample.per_group_unpooled(one, other, alpha, power) == pytest.approx(expected["unpooled"], abs=tolerance)
    assert sample.per_group_at_baseline(one, other - one, alpha, power) == pytest.approx(expected["miller"], abs=tolerance)
    z = NormalDist().inv_cdf(1 - alpha / 2) + NormalDist().inv_cdf(power)
    assert 2 * (z / sample.cohen_h(other, one)) ** 2 == pytest.approx(expected["arcsine"], abs=tolerance)


def test_cohen_h() -> None:
    given, expected, tolerance = vector("cohen_h")
    assert sample.cohen_h(given["p1"], given["p2"]) == pytest.approx(expected["h"], abs=tolerance)
    assert sample.cohen_h(1, 0) == pytest.approx(4 * asin(sqrt(0.5)))


def test_answers_for_a_margin() -> None:
    given, expected, tolerance = vector("n_margin")
    p, sure = given["p"], given["conf"]
    assert sample.for_margin(p, 0.05, sure) == pytest.approx(expected["margin_05"], abs=tolerance)
    assert sample.for_margin(p, 0.03, sure) == pytest.approx(expected["margin_03"], abs=tolerance)
    assert sample.for_margin(p, 0.05, sure, population=1000) == pytest.approx(expected["margin_05_population_1000"], abs=tolerance)
    assert sample.for_margin(0.3, 0.05, sure, design_effect=1.5) == pytest.approx(expected["p30_margin05_deff_1_5"], abs=tolerance)


def test_looking_often_without_correction() -> None:
    given, expected, tolerance = vector("pocock_obf")
    found = [false_alarms(looks, given["alpha_two_sided"]) for looks in given["looks"]]
    assert found == pytest.approx(expected["naive_type_I"], abs=tolerance)


def test_the_sequential_rule_keeps_its_word() -> None:
    given, expected, tolerance = vector("sequential_miller")
    boundaries = [sequential_boundary(n) for n in given["N"]]
    assert boundaries == expected["boundary"]
    found = [sequential_false_alarms(n, d) for n, d in zip(given["N"], boundaries, strict=True)]
    assert found == pytest.approx(expected["one_sided_type_I"], abs=tolerance)
