"""What changed is told with its cause, on a rulebook small enough to work out by hand."""

from datetime import date

import pytest

from channelfit.changes.model import Cause, Changes, Gate
from tests.changes.small import HOUSE, between, overlaid

TELL = "goals: [tell]\naudiences: [everyone]\nfacts: {country: FR}\n"
DAY = date(2023, 7, 2)


def causes(changes: Changes, channel: str) -> set[Cause]:
    moved = next(item for item in changes.moved if item.channel == channel)
    return {*moved.causes, *(cause for part in moved.parts for cause in part.causes)}


@pytest.mark.parametrize(
    ("before", "after", "channel", "expected"),
    [
        (date(2023, 7, 2), date(2024, 2, 1), "square/bench", Cause("rule", "open-air-for-tell", "ended", date(2023, 12, 31))),
        (date(2011, 6, 1), date(2012, 6, 1), "square/bench", Cause("channel", "square/bench", "opened", date(2012, 1, 1))),
        (date(2023, 7, 2), date(2024, 8, 1), "square/stage", Cause("channel", "square/stage", "closed", date(2024, 6, 30))),
        (date(2022, 7, 2), date(2023, 7, 2), "square/bench", Cause("figure", "counted-fr-all", "since", date(2023, 1, 1))),
        (date(2023, 7, 2), date(2033, 7, 2), "square/bench", Cause("figure", "counted-fr-all", "too-old")),
    ],
)
def test_a_change_between_two_days_names_what_did_it(before: date, after: date, channel: str, expected: Cause) -> None:
    assert expected in causes(between(TELL, before, after), channel)


@pytest.mark.parametrize(
    ("channel", "expected"),
    [
        ("kite", Cause("channel", "kite", "added", origin=HOUSE)),
        ("bell", Cause("rule", "bell-is-heard", "replaced", origin=HOUSE)),
        ("square/bench", Cause("rule", "open-air-for-tell", "disabled", origin=HOUSE)),
    ],
)
def test_a_change_by_an_overlay_names_the_overlay(channel: str, expected: Cause) -> None:
    assert expected in causes(overlaid(TELL, DAY), channel)


def test_a_figure_that_only_grew_older_is_told_as_such() -> None:
    changes = between(TELL, date(2024, 8, 1), date(2028, 12, 1))
    assert changes.moved == ()
    assert {item.causes for item in changes.presences} == {(Cause("figure", "counted-fr-all", "older"),)}


def test_a_duty_that_came_is_told_with_its_rule() -> None:
    assert overlaid("goals: [tell]\naudiences: [old]\n", DAY).required == (
        Gate("kite", falls=True, causes=(Cause("channel", "kite", "added", origin=HOUSE),)),
    )


def test_nothing_changes_from_a_day_to_the_same() -> None:
    changes = between(TELL, DAY, DAY)
    found = (changes.first, changes.moved, changes.excluded, changes.required, changes.presences, changes.channels)
    assert found == ((), (), (), (), (), ())


def test_who_comes_first_of_each_kind() -> None:
    found = {(item.networks, item.before, item.after) for item in overlaid(TELL, DAY).first}
    assert (False, "bell", "kite") in found
