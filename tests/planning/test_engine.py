"""Whole plans against trying every one of them, and what every plan has to keep to."""

from random import Random

import pytest
from msgspec.structs import replace

from channelfit.advice.brief import Brief
from channelfit.planning.engine import plan
from channelfit.planning.model import Plan, Running, Wishes
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Rulebook
from tests.planning.asked import DAY, TERRITORY, case, edition, objective, reached, running, tried

DIALOGUE = Brief(
    {"community-dialogue": 1.0},
    {"commuters": 2.0, "residents": 1.0},
    {"country": "FR", "moderation": "office-hours", "exchange": "dialogue", "single_theme": True},
)
PAGE, GROUP = "facebook/page", "facebook/group"


def levels(found: Plan) -> dict[str, str]:
    return {item.channel: item.level for item in found.channels}


@pytest.mark.parametrize("seed", range(200))
def test_a_plan_is_as_good_as_trying_every_one(seed: int) -> None:
    found = case(seed)
    assert found.gap == 0
    assert found.objective == pytest.approx(tried(found), abs=1e-9)
    assert found.objective == pytest.approx(objective(found, levels(found)), abs=1e-12)
    assert found.used <= found.hours
    assert levels(found).keys() >= set(found.required)
    assert all(item.estimate == pytest.approx(reached(found, item.audience, levels(found))) for item in found.reach)
    for unmet in found.unmet:
        assert unmet.proven
        assert unmet.reach < unmet.least or len(found.unmet) > 1


def test_the_random_cases_show_everything() -> None:
    """Or the test above would prove little."""
    cases = [case(seed) for seed in range(200)]
    assert sum(bool(found.required) for found in cases) > 30
    assert sum(bool(found.wishes.least) and not found.unmet for found in cases) > 30
    assert sum(bool(found.unmet) for found in cases) > 10
    assert sum(bool(found.unpaid) for found in cases) > 10
    assert sum(any(len(duty.channels) > 1 for duty in found.duties) for found in cases) > 2
    assert sum(len(found.channels) > 1 for found in cases) > 80
    assert sum(len({cell.stratum for cell in found.cells}) > 1 for found in cases) > 20


def test_gains_add_up_and_cells_weigh_one() -> None:
    for seed in range(40):
        found = case(seed)
        assert sum(item.gain_in_order for item in found.channels) == pytest.approx(found.objective, abs=1e-12)
        assert sum(cell.weight for cell in found.cells) == pytest.approx(1)


def test_losses_are_what_is_lost() -> None:
    found = plan(DIALOGUE, edition(), Wishes(12.0))
    assert len(found.channels) > 2
    for item in found.channels:
        without = {name: level for name, level in levels(found).items() if name != item.channel}
        assert item.loss_if_dropped == pytest.approx(found.objective - objective(found, without))


def test_age_bands_keep_the_presence_of_the_whole() -> None:
    """Σ part · presence is the presence that the answer shows."""
    brief = replace(DIALOGUE, audiences={"residents": 1.0}, territory=TERRITORY)
    found = plan(brief, edition(), Wishes(12.0, require=("instagram/account",)))
    assert len(found.groups) > 2
    for name in found.costs:
        shown = next(item for item in found.advice.ranking if item.channel == name).contributions[0].presence.share
        full = sum(group.part * group.reach[name]["strong"] for group in found.groups)
        assert full == pytest.approx(shown, abs=1e-9)
    shares = {group.stratum: group.reach["instagram/account"]["strong"] for group in found.groups}
    assert shares["15-24"] > shares["65+"]


def test_one_surface_stands_for_its_network() -> None:
    assert {GROUP, PAGE} & plan(DIALOGUE, edition(), Wishes(12.0)).costs.keys() == {GROUP}
    assert {GROUP, PAGE} & plan(DIALOGUE, edition(), Wishes(12.0, require=(PAGE,))).costs.keys() == {PAGE}
    assert {GROUP, PAGE} <= plan(DIALOGUE, edition(), Wishes(12.0, require=(PAGE, GROUP))).costs.keys()


def test_a_page_is_merged_into_a_group() -> None:
    found = plan(DIALOGUE, edition(), Wishes(12.0, running=(Running(PAGE, ("roads",), 4.0),)))
    merger = next(step for step in found.steps if step.do == "merge" and step.fits)
    assert (merger.channel, merger.into) == (PAGE, GROUP)
    assert merger.gain > 0
    assert merger.gain == max(step.gain for step in found.steps if step.into is not None and step.fits)


def test_two_surfaces_of_a_network_count_as_the_better_one() -> None:
    alone, both = (
        plan(DIALOGUE, edition(), Wishes(12.0, running=tuple(Running(name, ("a",)) for name in names))).today_objective
        for names in ((GROUP,), (GROUP, PAGE))
    )
    assert alone <= both < alone * 1.5
    assert both == pytest.approx(alone, abs=0.02)


@pytest.mark.parametrize("seed", range(20))
def test_steps_do_what_they_say(seed: int) -> None:
    """Where nobody runs two surfaces of a network, a step's gain is a difference of objectives."""
    first = case(seed)
    found = plan(first.advice.brief, edition(), replace(first.wishes, running=running(first, Random(seed))))
    before = {item.channel: item.level for item in found.today if item.level is not None}
    networks = [name.partition("/")[0] for name in found.costs]
    if len(set(networks)) < len(networks):
        return
    assert found.today_objective == pytest.approx(objective(found, before))
    spent = {item.channel: item.hours for item in found.today}
    hours = sum(spent.values())
    assert hours >= sum(found.costs[name][level] for name, level in before.items())
    for step in found.steps:
        after = {name: level for name, level in before.items() if name != step.channel} | ({step.channel: step.level} if step.level else {})
        assert step.gain == pytest.approx(objective(found, after) - objective(found, before), abs=1e-12)
        assert step.hours == (found.costs[step.channel][step.level] if step.level else 0) - spent.get(step.channel, 0)
        assert step.short == pytest.approx(max(0.0, found.objective - objective(found, after)), abs=1e-12)
        assert step.fits == (hours + step.hours <= found.hours)


def test_declared_hours_tell_the_level() -> None:
    run = (Running(GROUP, ("a",), 9.0), Running("instagram/account", ("b",)), Running("x/account", ("c",), 0.1))
    found = plan(DIALOGUE, edition(), Wishes(12.0, running=run))
    assert [(item.level, item.declared) for item in found.today] == [("normal", True), ("normal", False), (None, True)]
    assert [item.least for item in found.today] == [None, None, found.costs["x/account"]["minimum"] if "x/account" in found.costs else 1.5]


def test_today_is_not_credited_with_levels_that_its_hours_do_not_pay() -> None:
    """Or it would be worth more than what was proven the best for as many hours."""
    brief = Brief({"cultural-outreach": 2.0, "event-promotion": 1.0}, {"residents": 2.0, "tourists": 1.0}, {"country": "FR"})
    hours = {PAGE: 2.0, "instagram/account": 1.0, "newsletter": 0.0, "vimeo/channel": None, "google-plus/page": None}
    found = plan(brief, edition(), Wishes(3.0, running=tuple(Running(name, (name,), given) for name, given in hours.items())))
    assert found.today_objective < found.objective
    assert [item.channel for item in found.today if item.least is not None] == ["instagram/account", "newsletter"]
    assert all(step.short >= 0 for step in found.steps)
    assert all(step.fits == (sum(item.hours for item in found.today) + step.hours <= 3) for step in found.steps)
    assert {step.do for step in found.steps if step.channel == "instagram/account" and step.level is not None} == {"strengthen"}


def test_what_is_ruled_out_or_gone_and_still_run_is_closed() -> None:
    brief = Brief({"internal-communication": 1.0}, {"staff": 1.0}, {"country": "FR"})
    found = plan(brief, edition(), Wishes(6.0, running=(Running(GROUP, ("agents",), 2.0), Running("google-plus/page", ("old",)))))
    assert [(step.do, step.channel, step.hours, step.gain) for step in found.steps[:2]] == [
        ("close", GROUP, -2.0, 0),
        ("close", "google-plus/page", 0, 0),
    ]
    assert GROUP not in found.costs


def test_duties_beyond_the_hours_say_what_they_need() -> None:
    found = plan(DIALOGUE, edition(), Wishes(2.0, require=("print", "website")))
    assert (found.status, found.required, found.duty_hours) == ("infeasible", (), 7.0)
    assert {duty.channels for duty in found.unpaid} == {("print",), ("website",)}
    assert found.objective > 0


def test_prices_are_differences_of_plans() -> None:
    free = plan(DIALOGUE, edition(), Wishes(8.0))
    bound = plan(replace(DIALOGUE, consider=(PAGE,)), edition(), Wishes(8.0, require=("print",), exclude=("in-person",)))
    prices = {(item.of, item.name): item for item in bound.prices}
    assert set(prices) == {("require", "print"), ("exclude", "in-person"), ("consider", PAGE)}
    lifted = plan(DIALOGUE, edition(), Wishes(8.0, exclude=("in-person", "print")))
    assert prices["require", "print"].loss == pytest.approx(lifted.objective - bound.objective)
    opened = plan(DIALOGUE, edition(), Wishes(8.0, require=("print",)))
    assert prices["exclude", "in-person"].loss == pytest.approx(opened.objective - bound.objective)
    assert free.objective >= opened.objective >= bound.objective


def test_the_price_of_a_minimum() -> None:
    brief = replace(DIALOGUE, audiences={"commuters": 3.0, "seniors": 1.0})
    free = plan(brief, edition(), Wishes(6.0))
    share = next(item.estimate for item in free.reach if item.audience == "seniors") + 0.01
    found = plan(brief, edition(), Wishes(6.0, least={"seniors": share}))
    assert found.status == "optimal"
    (price,) = found.prices
    assert price.loss == pytest.approx(free.objective - found.objective)
    assert price.loss is not None
    assert price.loss > 0


def test_enough_is_where_an_hour_more_adds_less_than_it_is_worth() -> None:
    found = plan(DIALOGUE, edition(), Wishes(6.0))
    value = {0.0: 0.0} | {point.hours: point.objective for point in found.frontier}
    worth = edition().rulebook.method.plan.enough
    assert found.enough == next(hours for hours in value if value[hours] > 0 and value[hours + 1] - value[hours] < worth)
    assert found.lasting is not None
    assert found.lasting >= found.enough
    assert all(later - value[found.lasting] < worth * (hours - found.lasting) for hours, later in value.items() if hours > found.lasting)


def test_nothing_advised_is_an_empty_plan() -> None:
    found = plan(DIALOGUE, edition(), Wishes(10.0, exclude=tuple(item.channel for item in plan(DIALOGUE, edition(), Wishes(1.0)).advice.ranking)))
    assert (found.channels, found.objective, found.frontier, found.status) == ((), 0, (), "optimal")


def test_no_hours_are_an_empty_plan_with_a_frontier() -> None:
    found = plan(DIALOGUE, edition(), Wishes(0.4))
    assert (found.hours, found.channels, found.objective) == (0, (), 0)
    assert found.frontier


def test_more_hours_than_anything_takes() -> None:
    found = plan(DIALOGUE, edition(), Wishes(1e9))
    assert set(levels(found).values()) == {"strong"}
    assert levels(found).keys() == found.costs.keys()


def test_negative_hours_are_refused() -> None:
    with pytest.raises(ValueError, match="-1"):
        plan(DIALOGUE, edition(), Wishes(-1.0))


def test_channels_without_stated_hours_have_no_place(small: Rulebook) -> None:
    brief = Brief({"tell": 1.0}, {"everyone": 1.0}, {"country": "FR"})
    found = plan(brief, Edition(small, DAY, "FR"), Wishes(5.0))
    assert found.unhoured
    assert not set(found.unhoured) & found.costs.keys()
