"""What follows from a count: published figures, the four decisions, and laws that no count breaks."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from channelfit.pilot.model import Count, Look, Observation, Pilot
from channelfit.pilot.review import decide, review
from tests.method.vectors import names, vector
from tests.pilot.made import START, designed

ORDER = {"stop": 0, "continue": 1, "extend": 1, "adopt": 2}


def planned(n: int, least: float, prior: tuple[float, float], sure: float = 0.9) -> Pilot:
    """A pilot of our own making whose planned end is at n."""
    looks = (Look(1, 1, START, None, None), Look(2, n, START, None, n), Look(3, 2 * n, START, None, 2 * n))
    return replace(designed(0.6, 0.75), looks=looks, least=least, prior=prior, sure=sure)


def test_the_interval_of_one_arm_is_wilsons() -> None:
    given_, stated, tolerance = vector("wilson_81_263")
    found = review(planned(400, 0.2, (1, 1)), [Observation(1, START, Count(given_["x"], given_["n"]))])
    assert found.interval == pytest.approx(stated["ci"], abs=tolerance)


def test_the_predictive_probability_is_lee_and_lius() -> None:
    given_, stated, tolerance = vector("leeliu_predprob")
    pilot = planned(given_["nmax"], given_["p0"], tuple(given_["prior"]), given_["thetaT"])
    found = review(pilot, [Observation(1, START, Count(given_["x"], given_["n"]))])
    assert found.predictive == pytest.approx(stated["PP"], abs=tolerance)


def test_the_interval_of_two_arms_is_newcombes() -> None:
    given_, stated, tolerance = vector("newcombe_diff")
    counts = (Count(given_[f"x{arm}"], given_[f"n{arm}"]) for arm in (1, 2))
    found = review(designed(0.6, 0.75, arms=2), [Observation(2, START, *counts)])
    assert found.interval == pytest.approx(stated["ci"], abs=tolerance)


@pytest.mark.parametrize("name", names("bayes_ab"))
def test_two_arms_are_compared_as_miller_does(name: str) -> None:
    given_, stated, tolerance = vector(name)
    tried, against = (Count(given_[f"x{arm}"], given_[f"n{arm}"]) for arm in "ba")
    found = review(replace(designed(0.6, 0.75, arms=2), prior=tuple(given_["prior"])), [Observation(2, START, tried, against)])
    assert found.believed is not None
    assert found.probability == pytest.approx(stated["prob_b_gt_a"], abs=tolerance)
    assert found.believed.loss_choosing_b == pytest.approx(stated["expected_loss_choose_b"], abs=tolerance)
    assert found.believed.loss_choosing_a == pytest.approx(stated["expected_loss_choose_a"], abs=tolerance)


@pytest.mark.parametrize("arms", [1, 2])
def test_all_four_decisions_are_met(arms: int) -> None:
    pilot = designed(0.6, 0.75, arms=arms, weeks=8)
    found = {look.look: {_decide(pilot, look, x) for x in range(look.n + 1)} for look in pilot.looks}
    assert found[1] >= {"stop", "continue"}
    assert found[pilot.planned.look] == {"stop", "extend", "adopt"}
    assert found[pilot.extension.look] == {"stop", "adopt"}


def _decide(pilot: Pilot, look: Look, x: int) -> str:
    other = Count(round(pilot.least * look.n), look.n) if pilot.against else None
    return decide(pilot, Observation(look.look, START, Count(x, look.n), other))


@settings(deadline=None, max_examples=60)
@given(arms=st.sampled_from([1, 2]), look=st.integers(0, 2), x=st.integers(0, 31))
def test_one_success_more_never_speaks_against(arms: int, look: int, x: int) -> None:
    pilot = designed(0.6, 0.75, arms=arms, weeks=8)
    at = pilot.looks[look]
    if x < at.n:
        assert ORDER[_decide(pilot, at, x)] <= ORDER[_decide(pilot, at, x + 1)]


def test_going_on_names_the_next_look() -> None:
    pilot = designed(0.6, 0.75)
    first = pilot.looks[0]
    found = review(pilot, [Observation(1, date(2026, 10, 1), Count(first.n, first.n))])
    assert (found.decision, found.next) == ("continue", pilot.looks[1])
    over = review(pilot, [Observation(1, date(2026, 10, 1), Count(0, first.n))])
    assert (over.decision, over.next, over.predictive) == ("stop", None, None)


def test_equal_counts_are_not_ahead() -> None:
    pilot = designed(0.6, 0.75, arms=2)
    for x in range(pilot.planned.n + 1):
        same = Count(x, pilot.planned.n)
        assert decide(pilot, Observation(pilot.planned.look, START, same, same)) == "stop"
