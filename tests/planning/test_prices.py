"""A price is the difference between two plans, each as it would be made by itself."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from channelfit.advice.brief import Brief
from channelfit.advice.engine import Advisor
from channelfit.conditions.model import FactValue
from channelfit.planning.engine import plan, plan_for
from channelfit.planning.model import Plan, Price, Wishes
from channelfit.report.plan_prices import PlanPrices
from channelfit.report.plan_words import PlanSpeaker
from channelfit.rulebook.edition import Edition
from channelfit.words import words_for
from tests.planning.asked import DAY, case, edition, rulebook

LOOK = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
BRAZIL = Edition(rulebook(), DAY, "BR")


def lifted(found: Plan, price: Price) -> Plan:
    """The plan without what has the price, made afresh."""
    wishes, used = found.wishes, edition()
    channels = price.one_of or (price.name,)
    if price.of == "require":
        wishes = replace(wishes, require=tuple(name for name in wishes.require if (name,) != channels))
        rules = next(duty.rules for duty in found.duties if duty.channels == channels)
    elif price.of == "exclude":
        wishes, rules = replace(wishes, exclude=tuple(name for name in wishes.exclude if name != price.name)), ()
    elif price.of == "minimum":
        wishes, rules = replace(wishes, least={name: share for name, share in wishes.least.items() if name != price.name}), ()
    else:
        rules = (price.name,)
    for rule in rules:
        used = used.with_rule(rule, None)
    return plan_for(Advisor(used).advise(found.advice.brief), used, wishes)


@LOOK
@given(st.integers(1000, 100_000), st.data())
def test_a_price_is_what_is_lost_by_it(seed: int, data: st.DataObject) -> None:
    found = case(seed)
    if not found.prices:
        return
    price = data.draw(st.sampled_from(found.prices))
    without = lifted(found, price)
    assert price.objective == pytest.approx(without.objective, abs=1e-9)
    assert price.loss == pytest.approx(max(0.0, without.objective - found.objective), abs=1e-9)


@LOOK
@given(st.integers(1000, 100_000), st.data())
def test_what_is_considered_costs_what_requiring_it_would(seed: int, data: st.DataObject) -> None:
    found = case(seed)
    if not found.costs:
        return
    name = data.draw(st.sampled_from(list(found.costs)))
    (price,) = (item for item in plan(replace(found.advice.brief, consider=(name,)), edition(), found.wishes).prices if item.of == "consider")
    forced = plan(found.advice.brief, edition(), replace(found.wishes, require=tuple(dict.fromkeys((*found.wishes.require, name)))))
    if price.objective is None:
        assert forced.status == "infeasible"
    else:
        assert price.objective == pytest.approx(forced.objective, abs=1e-9)


FACTS: dict[str, FactValue] = {
    "moderation": "office-hours",
    "archive_duty": True,
    "languages": ("fr", "ar"),
    "channels_run": ("pinterest/account",),
    "country": "BR",
}


@pytest.mark.parametrize(
    ("brief", "wishes", "name", "loss"),
    [
        (
            Brief({"volunteer-recruitment": 2.0, "transparency": 2.0}, {"partners": 1.0}, {"country": "BR"}),
            Wishes(8.0, ("linkedin/profile",), ("in-person", "existing-groups")),
            "linkedin/profile",
            0.041,
        ),
        (
            Brief({"recruitment": 3.0}, {"prospective-students": 3.0, "residents": 1.0}, FACTS),
            Wishes(20.0, exclude=("existing-accounts",)),
            "existing-accounts",
            0.0,
        ),
    ],
)
def test_a_price_counts_what_would_be_chosen_instead(brief: Brief, wishes: Wishes, name: str, loss: float) -> None:
    """The sibling surface that would stand for its network; or a channel that would not be chosen from."""
    (price,) = (item for item in plan(brief, BRAZIL, wishes).prices if item.name == name)
    assert price.loss == pytest.approx(loss, abs=0.001)


def test_hours_lost_are_not_rounded_in_favour_of_the_channel() -> None:
    """The last hour here is worth less than what the channel takes away: it takes away more than an hour."""
    facts: dict[str, FactValue] = {"country": "FR", "confidential": True, "sovereignty": True}
    brief = Brief({"internal-communication": 1.0}, {"staff": 1.0}, facts, consider=("whatsapp/group",))
    found = plan(brief, edition(), Wishes(4.0))
    (price,) = (item for item in found.prices if item.of == "consider")
    assert price.loss is not None
    assert price.hours is not None
    value = {0.0: 0.0} | {point.hours: point.objective for point in found.frontier}
    assert value[4.0 - price.hours] <= found.objective - price.loss + 1e-9
    assert value[4.5 - price.hours] > found.objective - price.loss


def test_what_is_advised_against_and_required_may_bring_more_by_the_numbers() -> None:
    """It is no candidate otherwise, so that requiring it costs nothing, and the text says what it brings."""
    brief = Brief(
        {"issue-reporting": 2.0, "crisis-coordination": 1.0}, {"alumni": 1.0, "donors": 1.0}, {"country": "FR", "moderation": "office-hours"}
    )
    free, found = (plan(brief, edition(), Wishes(6.0, require=names)) for names in ((), ("existing-accounts",)))
    (price,) = found.prices
    assert price.loss == 0
    assert price.objective == pytest.approx(free.objective)
    assert found.objective > free.objective + 0.05
    (said,) = PlanPrices(found, PlanSpeaker(edition(), words_for("en"))).prices()
    assert "costs nothing, and brings 7.1 points more by the numbers; what the rules say of it all the same: avoid" in said.text
