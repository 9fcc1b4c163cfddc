from math import exp
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channelfit.method.plan_choices import least_cost
from channelfit.method.plan_frontier import frontier, solve
from channelfit.method.plan_problem import Level, Plan, Problem, cost, coverage, feasible, half_hours, value
from channelfit.method.plan_search import Search
from tests.method.plans import small, tried
from tests.method.vectors import names, vector


def best(problem: Problem, capacity: int) -> Plan:
    found = solve(problem, capacity)
    assert found.plan is not None
    assert found.proven
    return found.plan


def fixture() -> Problem:
    given_, _, _ = vector("portfolio_fixture_frontier")
    channels = (tuple(Level(half_hours(hours), tuple(reach)) for hours, reach in levels) for levels in given_["channels"].values())
    return Problem(tuple(given_["audience_weights"].values()), tuple(channels))


@pytest.mark.parametrize("seed", range(200))
def test_the_plan_is_as_good_as_trying_every_plan(seed: int) -> None:
    problem, capacity = small(seed), Random(seed).randint(0, 20)
    found, expected = solve(problem, capacity), tried(problem, capacity)
    assert found.proven
    if expected is None:
        assert found.plan is None
    else:
        assert found.plan is not None
        assert found.plan.value == pytest.approx(expected, abs=1e-9)
        assert found.plan.gap == 0
        assert feasible(problem, found.plan.levels, capacity)


@pytest.mark.parametrize("seed", range(200, 230))
def test_every_point_of_the_frontier_is_as_good_as_trying_every_plan(seed: int) -> None:
    problem = small(seed)
    for capacity, found in enumerate(frontier(problem, 14)):
        expected = tried(problem, capacity)
        assert (found.plan and found.plan.value) == (expected if expected is None else pytest.approx(expected, abs=1e-9))


@settings(deadline=None, max_examples=60)
@given(st.integers(1000, 100_000), st.integers(0, 20))
def test_more_hours_never_give_less_and_forcing_never_gains(seed: int, capacity: int) -> None:
    problem = small(seed)._replace(minima=(), limits={}, choices=())
    free = best(problem, capacity).value
    assert best(problem, capacity + 1).value >= free - 1e-9
    for channel in range(len(problem.channels)):
        for limits in ((0, 0), (1, len(problem.channels[channel]))):
            forced = solve(problem.limited(channel, *limits), capacity).plan
            assert forced is None or forced.value <= free + 1e-9


@pytest.mark.parametrize("name", names("knapsack01"))
def test_one_audience_is_a_knapsack(name: str) -> None:
    given_, expected, tolerance = vector(name)
    pairs = zip(given_["hours"], given_["profit"], strict=True)
    problem = Problem((1.0,), tuple((Level(hours, (1 - exp(-profit / 1000),)),) for hours, profit in pairs))
    plan = best(problem, given_["capacity"])
    assert plan.value == pytest.approx(expected["optimal_coverage"], abs=tolerance)
    assert sum(profit for profit, level in zip(given_["profit"], plan.levels, strict=True) if level) == expected["optimal_profit"]
    assert list(plan.levels) == expected["selection"]


def test_the_frontier_of_six_channels() -> None:
    _, expected, tolerance = vector("portfolio_fixture_frontier")
    found = frontier(fixture(), half_hours(12))
    assert len(found) == len(expected["frontier"])
    for point, solved in zip(expected["frontier"], found, strict=True):
        assert solved.plan is not None
        assert solved.proven
        assert solved.plan.value == pytest.approx(point["coverage"], abs=tolerance)
        assert list(solved.plan.levels) == point["levels"]
        assert solved.plan.cost <= half_hours(point["hours"])


def test_a_plan_adds_up() -> None:
    problem, plan = fixture(), best(fixture(), 16)
    assert plan.cost == cost(problem, plan.levels)
    assert plan.value == pytest.approx(value(problem, plan.levels))
    _, expected, _ = vector("portfolio_fixture_constraints")
    assert coverage(problem, plan.levels) == pytest.approx(expected["H8"]["per_audience"], abs=1e-6)


def near_identical() -> Problem:
    """Five kinds of channel, each eight times over but for a little noise."""
    random = Random(1)
    kinds = [[random.betavariate(0.8, 3) for _ in range(8)] for _ in range(5)]
    full = [[min(1.0, max(0.0, share + random.gauss(0, 0.004))) for share in kinds[c % 5]] for c in range(40)]
    hours = [(2, 4, 8), (1, 2, 4), (3, 6, 12), (4, 8, 16), (2, 4, 8)]
    levels = [zip(hours[c % 5], (0.5, 0.8, 1.0), strict=True) for c in range(40)]
    return Problem((0.125,) * 8, tuple(tuple(Level(h, tuple(x * e for x in row)) for h, e in of) for row, of in zip(full, levels, strict=True)))


def test_a_budget_that_runs_out_says_how_much_better_a_plan_might_be() -> None:
    found = solve(near_identical(), 21, budget=5)
    assert found.plan is not None
    assert not found.proven
    assert 0 < found.plan.gap < 0.05
    longer = solve(near_identical(), 21, budget=500)
    assert longer.plan is not None
    assert found.plan.value - 1e-9 <= longer.plan.value <= found.plan.bound + 1e-9


def test_equal_channels_are_tried_in_one_order_only(monkeypatch: pytest.MonkeyPatch) -> None:
    nodes = 0
    plain = Search._node

    def counted(self: Search, *arguments: object) -> None:
        nonlocal nodes
        nodes += 1
        plain(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Search, "_node", counted)
    problem = Problem((0.5, 0.5), tuple((Level(2, (0.3, 0.1)), Level(5, (0.5, 0.2))) for _ in range(20)))
    assert best(problem, 23).value > 0
    assert nodes < 100


def test_one_of_several_is_a_choice_of_the_plan() -> None:
    """Either of the first two, and either of the last two: the one in the middle is both."""
    problem = Problem((1.0,), ((Level(2, (0.1,)),), (Level(3, (0.5,)),), (Level(1, (0.05,)),)), choices=((0, 1), (1, 2)))
    assert [point.plan and point.plan.levels for point in frontier(problem, 5)] == [None, None, None, (0, 1, 0), (0, 1, 1), (1, 1, 0)]
    assert least_cost(problem) == 3
    assert least_cost(problem._replace(choices=((),))) is None


def test_no_channel_no_plan_but_a_frontier() -> None:
    assert best(Problem((1.0,), ()), 3) == Plan((), 0.0, 0, 0.0)


def test_a_mandate_beyond_the_hours_cannot_be_met() -> None:
    problem = Problem((1.0,), ((Level(4, (0.5,)),),)).limited(0, 1, 1)
    assert [point.plan is None for point in frontier(problem, 5)] == [True] * 4 + [False] * 2


@pytest.mark.parametrize("hours", [0.3, -1])
def test_hours_that_are_not_halves_are_refused(hours: float) -> None:
    with pytest.raises(ValueError, match=r"\d"):
        half_hours(hours)


def test_a_negative_capacity_is_refused() -> None:
    with pytest.raises(ValueError, match="-1"):
        solve(Problem((1.0,), ()), -1)
