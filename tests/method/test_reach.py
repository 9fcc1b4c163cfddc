from itertools import combinations, permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelfit.method.plan_frontier import solve
from channelfit.method.plan_problem import Level, Problem
from channelfit.method.reach import frechet, margins, pairwise_bounds, reach, sainsbury
from channelfit.method.shapley import coverage_shapley, weighted_shapley
from tests.method.vectors import names, vector

shares = st.floats(0, 1)
strata = st.integers(1, 4).flatmap(
    lambda channels: st.lists(st.tuples(st.floats(0.1, 1), st.lists(shares, min_size=channels, max_size=channels)), min_size=1, max_size=4)
)


def whole(parts: list[tuple[float, list[float]]]) -> list[tuple[float, list[float]]]:
    total = sum(part for part, _ in parts)
    return [(part / total, row) for part, row in parts]


@given(strata)
def test_reach_keeps_within_its_bounds(parts: list[tuple[float, list[float]]]) -> None:
    parts = whole(parts)
    found, low_high = reach(parts), frechet(margins(parts))
    assert low_high.low - 1e-9 <= found <= low_high.high + 1e-9


@given(strata)
def test_reach_keeps_within_the_bounds_of_its_overlaps(parts: list[tuple[float, list[float]]]) -> None:
    parts = whole(parts)
    channels = range(len(parts[0][1]))
    pairs = {(i, j): sum(part * row[i] * row[j] for part, row in parts) for i, j in combinations(channels, 2)}
    low, high = pairwise_bounds(margins(parts), pairs)
    assert low - 1e-9 <= reach(parts) <= high + 1e-9
    assert low >= frechet(margins(parts)).low
    assert high <= frechet(margins(parts)).high


def test_sainsbury() -> None:
    given_, expected, tolerance = vector("sainsbury_two")
    assert sainsbury(given_["p"]) == pytest.approx(expected["reach"], abs=tolerance)


def test_parts_that_are_not_a_whole_are_refused() -> None:
    with pytest.raises(ValueError, match=r"0\.5"):
        reach([(0.5, [0.2])])


def test_strong_overlap_of_three() -> None:
    given_, expected, tolerance = vector("strong_duplication_agresti")
    people = list(zip(product((True, False), repeat=3), given_["counts"], strict=True))
    total = sum(count for _, count in people)
    p = [sum(count for used, count in people if used[i]) / total for i in range(3)]
    pairs = {(i, j): sum(count for used, count in people if used[i] and used[j]) / total for i, j in combinations(range(3), 2)}
    actual = sum(count for used, count in people if any(used)) / total
    low, high = pairwise_bounds(p, pairs)
    assert p == pytest.approx(expected["marginals"], abs=tolerance)
    assert actual == pytest.approx(expected["actual_reach"], abs=tolerance)
    assert sainsbury(p) == pytest.approx(expected["sainsbury"], abs=tolerance)
    assert frechet(p) == pytest.approx(tuple(expected["frechet"]), abs=tolerance)
    assert (low, high) == pytest.approx((expected["pairwise_lower_dawson_sankoff"], expected["pairwise_upper_hunter"]), abs=tolerance)
    assert low - tolerance <= actual <= high


def test_nobody_is_reached_by_nothing() -> None:
    assert frechet([]) == (0, 0)
    assert pairwise_bounds([0.0, 0.0], {(0, 1): 0.0}) == (0, 0)


def test_the_three_most_liked_are_not_the_three_that_reach_most() -> None:
    people, expected, _ = vector("turf_toy_kgs")
    weights = tuple(count / 100 for count in people["people"].values())
    liked = {"chocolate": (1, 0, 0, 0, 0), "fudge": (0, 1, 1, 0, 0), "toffee": (0, 0, 1, 0, 0), "gumdrops": (0, 0, 0, 1, 0)}
    problem = Problem(weights, tuple((Level(1, tuple(map(float, row))),) for row in liked.values()))
    plan = solve(problem, 3).plan
    assert plan is not None
    assert [name for name, level in zip(liked, plan.levels, strict=True) if level] == expected["best3"]
    assert plan.value == pytest.approx(expected["reach_best3"] / 100)


@pytest.mark.parametrize("name", names("coverage_shapley"))
def test_shapley(name: str) -> None:
    given_, expected, tolerance = vector(name)
    assert coverage_shapley(given_["reach"]) == pytest.approx(expected["shapley"], abs=tolerance)
    assert sum(coverage_shapley(given_["reach"])) == pytest.approx(sainsbury(given_["reach"]))


def test_shapley_over_cells_is_the_mean_over_orders() -> None:
    weights, cells = [0.7, 0.3], [[0.5, 0.4, 0.3], [0.1, 0.9, 0.0]]

    def covered(channels: tuple[int, ...]) -> float:
        return sum(weight * sainsbury([row[c] for c in channels]) for weight, row in zip(weights, cells, strict=True))

    orders = list(permutations(range(3)))
    means = [sum(covered(o[: o.index(c) + 1]) - covered(o[: o.index(c)]) for o in orders) / len(orders) for c in range(3)]
    assert weighted_shapley(weights, cells) == pytest.approx(means)
