"""Laws that hold for every brief."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from channelfit.planning.engine import plan
from tests.planning.asked import case, edition, with_hours

LOOK = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SEEDS = st.integers(1000, 100_000)


@LOOK
@given(SEEDS, st.integers(0, 12))
def test_more_hours_never_give_less(seed: int, more: int) -> None:
    """Of the same duties; more hours may pay for duties that were left aside, and for minima."""
    found = case(seed)
    longer = with_hours(found, found.hours + more / 2)
    if not (found.unpaid or found.unmet):
        assert longer.objective >= found.objective - 1e-9
    objectives = [point.objective for point in found.frontier if not point.unpaid]
    assert objectives == sorted(objectives)


@LOOK
@given(SEEDS)
def test_the_frontier_is_made_of_plans(seed: int) -> None:
    found = case(seed)
    here = [point for point in found.frontier if point.hours <= found.hours]
    assert not found.channels or here[-1].objective == pytest.approx(found.objective, abs=1e-12)
    for point in found.frontier:
        assert sum(found.costs[name][level] for name, level in point.levels.items()) <= point.hours


@LOOK
@given(SEEDS, st.data())
def test_forcing_a_channel_never_gains(seed: int, data: st.DataObject) -> None:
    found = case(seed)
    if found.unpaid or found.unmet or not found.costs:
        return
    name = data.draw(st.sampled_from(list(found.costs)))
    for changed in (replace(found.wishes, require=(*found.wishes.require, name)), replace(found.wishes, exclude=(*found.wishes.exclude, name))):
        other = plan(found.advice.brief, edition(), changed)
        if not (other.unpaid or other.unmet) and name not in found.required:
            assert other.objective <= found.objective + 1e-9


@LOOK
@given(SEEDS)
def test_prices_are_never_below_nothing_and_bounds_hold(seed: int) -> None:
    found = case(seed)
    assert all(item.loss is None or item.loss >= 0 for item in found.prices)
    for item in found.reach:
        assert 0 <= item.low <= item.estimate + 1e-12
        assert item.estimate <= item.high + 1e-12
        assert item.high <= 1
