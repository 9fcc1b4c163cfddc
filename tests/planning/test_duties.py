"""What must be part of a plan: a choice where one channel of several is enough, and what becomes of it where hours are few."""

import pytest
from msgspec.structs import replace

from channelfit.advice.brief import Brief
from channelfit.planning.engine import plan
from channelfit.planning.model import Plan, Wishes
from tests.planning.asked import edition, objective, tried

WARNING = Brief({"official-warning": 1.0}, {"residents": 1.0}, {"country": "FR", "must_arrive": True, "digital_exclusion": True})
OFFLINE = "somebody-offline-must-be-served"


def planned(hours: float, **wished: object) -> Plan:
    return plan(WARNING, edition(), replace(Wishes(hours), **wished))


def test_the_plan_chooses_who_serves_a_duty() -> None:
    """Radio and a stand serve more people in these hours than radio and the best ranked telephone."""
    found = planned(6.0)
    assert found.objective == pytest.approx(0.6101, abs=1e-4)
    assert found.objective == pytest.approx(tried(found), abs=1e-9)
    assert {item.channel: item.level for item in found.channels} == {"broadcast-media": "normal", "in-person": "minimum"}
    offline = next(duty for duty in found.duties if OFFLINE in duty.rules)
    assert set(offline.channels) == {"print", "telephone", "in-person"}


def test_what_another_channel_can_serve_is_not_beyond_the_hours() -> None:
    assert planned(5.0).status == "optimal"
    assert planned(3.0).status == "optimal"
    few = planned(2.0)
    assert (few.status, few.duty_hours) == ("infeasible", 3.0)
    assert [duty.rules for duty in few.unpaid] == [(OFFLINE,)]


def test_more_hours_pay_for_what_was_left_aside() -> None:
    """Whatever the hours there are, a point says what those hours are worth with all that is asked, or that it is not all in."""
    few = {point.hours: point for point in planned(2.0).frontier}
    assert few[2.0].unpaid
    assert not few[3.0].unpaid
    assert few[3.0].gain < 0
    for hours in (3.0, 5.0, 6.0, 12.0):
        assert few[hours].objective == pytest.approx(planned(hours).objective, abs=1e-9)
    assert (planned(2.0).enough, planned(2.0).lasting) == (planned(6.0).enough, planned(6.0).lasting)


def test_a_minimum_is_kept_from_the_hours_that_pay_for_it() -> None:
    few, more = (planned(hours, least={"residents": 0.7}) for hours in (3.0, 12.0))
    assert few.unmet
    assert not more.unmet
    assert few.whole is not None
    assert planned(few.whole, least={"residents": 0.7}).status == "optimal"
    assert planned(few.whole - 0.5, least={"residents": 0.7}).status == "infeasible"
    never = planned(3.0, least={"residents": 1.0})
    assert never.whole is None
    assert all(point.unpaid for point in never.frontier)


def test_a_duty_that_the_reader_excludes_is_broken() -> None:
    some = planned(6.0, exclude=("print", "in-person"))
    assert some.broken == ()
    assert next(duty.channels for duty in some.duties if OFFLINE in duty.rules) == ("telephone",)
    alike = planned(6.0, exclude=("print", "broadcast-media"))
    assert [set(duty.channels) for duty in alike.duties] == [{"telephone", "in-person"}]
    assert len(alike.duties[0].rules) == 2
    found = planned(6.0, exclude=("print", "in-person", "telephone"))
    assert [duty.rules for duty in found.broken] == [(OFFLINE,)]
    assert all(OFFLINE not in duty.rules for duty in found.duties)
    assert found.objective == pytest.approx(objective(found, {item.channel: item.level for item in found.channels}))
