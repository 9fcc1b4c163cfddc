from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from channelfit.method.bilinear import coefficients, score
from channelfit.method.counterfactual import least_transfer, rise_needed, rounded_past, weight_cut, weight_needed
from tests.method.vectors import vector

unit = st.floats(0.05, 0.95)
goals3 = st.lists(st.floats(0.1, 1), min_size=3, max_size=3).map(lambda row: [x / sum(row) for x in row])
fits3 = st.lists(st.lists(unit, min_size=2, max_size=2), min_size=3, max_size=3)
pair = st.lists(unit, min_size=2, max_size=2)


def differences(audiences: list[float], one: tuple[list[float], Any], other: tuple[list[float], Any]) -> list[float]:
    """By goal, Σ_a v_a (p s − p' s')."""
    return [
        sum(v * (p * s - q * t) for v, p, s, q, t in zip(audiences, one[0], row, other[0], other_row, strict=True))
        for row, other_row in zip(one[1], other[1], strict=True)
    ]


@pytest.mark.parametrize("name", ["counterfactual_web_to_first", "counterfactual_sms_to_beat_leader"])
def test_the_changes_that_would_be_enough(name: str) -> None:
    given_, expected, tolerance = vector(name)
    base, _, _ = vector(given_["base"])
    w, v = base["goal_weights"], base["audience_weights"]
    one, other = ((base["presence"][x], base["suitability_goal_by_audience"][x]) for x in (given_["challenger"], given_["leader"]))
    gap = score(w, v, *other) - score(w, v, *one)
    d = differences(v, one, other)
    assert gap == pytest.approx(expected["gap"], abs=tolerance)
    slopes = coefficients(w, v, one[1])
    assert [rise_needed(gap, slope, p) for slope, p in zip(slopes, one[0], strict=True)] == pytest.approx(
        list(expected["presence_delta"].values()), abs=tolerance
    )
    for key, amount in expected.get("suitability_delta", {}).items():
        g, a = int(key[1]), int(key[3])
        assert rise_needed(gap, w[g] * v[a] * one[0][a], one[1][g][a]) == pytest.approx(amount, abs=tolerance)
    for goal, weight in enumerate(expected["single_goal_weight_new"].values()):
        assert weight_needed(w, goal, [d]) == (None if weight is None else pytest.approx(weight, abs=tolerance))
    moved = least_transfer(w, d)
    assert moved is not None
    assert sum(transfer.amount for transfer in moved) == pytest.approx(expected["min_total_weight_transfer"], abs=tolerance)
    for transfer, stated in zip(moved, expected.get("transfer", []), strict=False):
        assert (f"g{transfer.giver}", f"g{transfer.taker}") == (stated["from"], stated["to"])
        assert transfer.amount == pytest.approx(stated["amount"], abs=tolerance)


@settings(suppress_health_check=[HealthCheck.filter_too_much])  # of random pairs many have no gap that a rise can close
@given(goals3, st.tuples(pair, fits3), st.tuples(pair, fits3), st.integers(0, 1))
def test_a_rise_that_is_enough_is_enough_and_a_hundredth_less_is_not(
    w: list[float], one: tuple[list[float], list[list[float]]], other: tuple[list[float], list[list[float]]], audience: int
) -> None:
    (p, s), (q, t) = one, other
    v = [0.6, 0.4]
    gap = score(w, v, q, t) - score(w, v, p, s)
    assume(gap > 1e-3)
    rise = rise_needed(gap, coefficients(w, v, s)[audience], p[audience])
    assume(rise is not None)
    assert rise is not None
    for part, enough in ((1.000001, True), (0.99, False)):
        risen = [x + part * rise if a == audience else x for a, x in enumerate(p)]
        assert (score(w, v, risen, s) >= score(w, v, q, t)) is enough


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(goals3, st.lists(st.lists(st.floats(-0.5, 0.5), min_size=3, max_size=3), min_size=1, max_size=4), st.integers(0, 2))
def test_a_weight_that_is_enough_is_enough_and_a_hundredth_less_is_not(w: list[float], rivals: list[list[float]], goal: int) -> None:
    def least(new: float) -> float:
        scaled = [new if g == goal else x * (1 - new) / (1 - w[goal]) for g, x in enumerate(w)]
        return min(sum(x * d for x, d in zip(scaled, row, strict=True)) for row in rivals)

    assume(least(w[goal]) < -1e-3)
    needed = weight_needed(w, goal, rivals)
    if needed is None:
        assert all(least(step / 50) < 1e-9 for step in range(51))
    else:
        assert least(needed) == pytest.approx(0, abs=1e-6)
        assert least(w[goal] + 0.99 * (needed - w[goal])) < 0


def test_what_is_not_feasible_is_none() -> None:
    assert rise_needed(0.2, 0.0, 0.5) is None
    assert rise_needed(0.2, 0.3, 0.5) is None
    assert rise_needed(-0.1, 0.3, 0.5) == 0
    assert weight_needed([1.0, 0.0], 0, [[-1.0, 1.0]]) is None
    assert weight_needed([0.5, 0.5], 0, [[-0.1, -0.1]]) is None
    assert weight_needed([0.5, 0.5], 0, [[0.1, 0.1]]) == 0.5
    assert least_transfer([0.5, 0.5], [-0.1, -0.1]) is None


def test_what_is_said_is_enough() -> None:
    assert rounded_past(0.5, 0.585492, 2) == 0.59
    assert rounded_past(0.2, 0.135135, 2) == 0.13
    assert rounded_past(0.2, 0.59, 2) == 0.59


def test_weights_cut_without_rescaling() -> None:
    given_, expected, tolerance = vector("triantaphyllou_sanchez_wsm")
    scores = [sum(w * x for w, x in zip(given_["weights"], row, strict=True)) for row in given_["matrix"]]
    assert scores == pytest.approx(expected["P"], abs=tolerance)
    for key, cuts in expected["delta"].items():
        ahead, behind = (int(name[1]) - 1 for name in key.split("_"))
        found = [weight_cut(scores[behind], scores[ahead], given_["matrix"][behind][k], given_["matrix"][ahead][k]) for k in range(4)]
        assert found == pytest.approx(cuts, abs=tolerance)
        feasible = [cut is not None and cut <= w for cut, w in zip(found, given_["weights"], strict=True)]
        assert feasible == expected["feasible"][key]
    assert weight_cut(0.1, 0.2, 0.3, 0.3) is None
