import pytest

from channelfit.method.plan_frontier import frontier, solve
from channelfit.method.plan_price import enough, most_for, price, price_of_minima
from channelfit.method.plan_problem import Minimum, half_hours, value
from channelfit.method.plan_steps import steps
from tests.method.plans import small, tried
from tests.method.test_plan import best, fixture
from tests.method.vectors import vector

WEBSITE, INSTAGRAM, SENIORS = 0, 2, 2


def test_constraints_of_six_channels() -> None:
    _, expected, tolerance = vector("portfolio_fixture_constraints")
    problem = fixture()
    for name, hours, asked in (("H8", 8, problem), ("H4", 4, problem), ("H8_without_website", 8, problem.limited(WEBSITE, 0, 0))):
        plan = best(asked, half_hours(hours))
        assert plan.value == pytest.approx(expected[name]["coverage"], abs=max(tolerance, 5e-7))
        assert list(plan.levels) == expected[name]["levels"]


def test_the_price_of_a_mandate() -> None:
    _, expected, tolerance = vector("portfolio_fixture_constraints")
    found = price(fixture(), half_hours(8), INSTAGRAM, (1, 3))
    stated = expected["H8_instagram_mandatory"]
    assert found.plan.plan is not None
    assert list(found.plan.plan.levels) == stated["levels"]
    assert found.plan.plan.value == pytest.approx(stated["coverage"], abs=tolerance)
    assert found.loss == pytest.approx(stated["price_of_mandate"], abs=tolerance)
    assert found.margin == 0


def test_a_minimum_that_cannot_be_met_shows_the_best_that_can_be_had() -> None:
    problem = fixture()._replace(minima=(Minimum((0.0, 0.0, 1.0), 0.6),))
    found = solve(problem, half_hours(3))
    assert (found.plan, found.proven) == (None, True)
    had = most_for(problem, half_hours(3), 0).plan
    assert had is not None
    assert had.value == pytest.approx(tried(fixture()._replace(weights=(0.0, 0.0, 1.0)), half_hours(3)))
    assert had.value < 0.6
    met = solve(fixture()._replace(minima=(Minimum((0.0, 0.0, 1.0), had.value),)), half_hours(3))
    assert met.plan is not None
    assert price_of_minima(problem, half_hours(3)).loss is None
    lower = price_of_minima(fixture()._replace(minima=(Minimum((0.0, 0.0, 1.0), had.value),)), half_hours(3))
    assert lower.loss is not None
    assert lower.loss >= 0


def test_enough_is_where_the_next_hour_adds_little() -> None:
    values = [point.plan.value for point in frontier(fixture(), 24) if point.plan is not None]
    found = enough(values, 2, 0.03)
    assert found is not None
    assert values[found + 2] - values[found] < 0.03
    assert all(values[units + 2] - values[units] >= 0.03 for units in range(found))
    assert enough(values[:5], 2, 0.01) is None


def test_the_best_single_step_from_today() -> None:
    problem, today, capacity = fixture(), [1, 2, 0, 0, 1, 1], half_hours(8)
    optimum = best(problem, capacity).value
    found = steps(problem, today, capacity, optimum, mergers=[(1, 4)])
    assert {step.kind for step in found} == {"open", "strengthen", "reduce", "close", "merge"}
    allowed = [step for step in found if step.allowed]
    assert found[: len(allowed)] == allowed
    assert [step.gain for step in allowed] == sorted((step.gain for step in allowed), reverse=True)
    for step in found:
        after = list(today)
        after[step.channel] = 0 if step.into is not None else step.level
        if step.into is not None:
            after[step.into] = step.level
        assert value(problem, today) + step.gain == pytest.approx(value(problem, after))
        assert step.short == pytest.approx(optimum - value(problem, after))
    assert all(step.short >= -1e-9 for step in allowed)


def test_steps_keep_to_limits() -> None:
    problem = small(7)._replace(minima=()).limited(0, 0, 0)
    today = [0] * len(problem.channels)
    assert not any(step.allowed for step in steps(problem, today, 20, 1.0) if step.channel == 0)
