"""Lists that are compared: what no account serves, what another list does not hold, and which fields would tell."""

from datetime import date
from typing import Any, cast

import pytest

from channelfit.audit.derive.context import Advice, Context
from channelfit.audit.derive.lists import outside, unserved
from channelfit.audit.facts import Facts
from channelfit.conditions.model import Compare, Known
from channelfit.rulebook.checks import Derived
from channelfit.rulebook.text import Text

LABEL = Text(fr="f", en="e")
ACTIVE = Compare("status", "in", ("active",))
GOALS = Derived("left", "organisation", "unserved", ("organisation.goals", "editorial.objective"), LABEL, ACTIVE)
PRECISE = Derived("precise", "account", "outside", ("editorial.audience", "organisation.vague_audiences"), LABEL)
HOURS = Derived("hours", "organisation", "sum", ("accounts", "capacity.hours_per_week"), LABEL, ACTIVE)


def context(*accounts: dict[str, Known]) -> Context:
    here = Context(date(2026, 11, 23), frozenset(), frozenset(), cast("Advice", None))
    here.accounts = [Facts(account, {}, here) for account in accounts]
    return here


def account(objective: Known | None, status: str = "active") -> dict[str, Known]:
    return {"status": status, **({} if objective is None else {"editorial.objective": objective})}


@pytest.mark.parametrize(
    ("accounts", "expected"),
    [
        ([account("recruitment")], ("public-information",)),
        ([account("recruitment"), account("public-information")], ()),
        ([account("recruitment"), account("public-information", "closed")], ("public-information",)),
        ([account("recruitment"), account(None)], None),
        ([account("recruitment"), account("public-information"), account(None)], ()),
        ([account("recruitment"), account(None, "closed")], ("public-information",)),
        ([account("recruitment"), account(())], ("public-information",)),
        ([], ("public-information", "recruitment")),
    ],
)
def test_a_goal_is_left_out_when_no_account_can_be_the_one(accounts: list[dict[str, Known]], expected: Any) -> None:
    wanted: dict[str, Known] = {"organisation.goals": ("public-information", "recruitment")}
    assert unserved(GOALS, wanted, context(*accounts)) == expected


@pytest.mark.parametrize(
    ("audience", "vague", "expected"),
    [
        (("Les Jeunes", "grand public"), ("les jeunes", "Grand-public"), ()),
        (("les jeunes", "riverains"), ("les jeunes",), ("riverains",)),
        ((), ("les jeunes",), ()),
        (("riverains",), (), ("riverains",)),
        (("riverains",), None, None),
        (None, ("les jeunes",), None),
    ],
)
def test_what_another_list_does_not_hold(audience: Known | None, vague: Known | None, expected: Any) -> None:
    given = {"editorial.audience": audience, "organisation.vague_audiences": vague}
    facts = {name: value for name, value in given.items() if value is not None}
    assert outside(PRECISE, facts, context()) == expected


def test_what_is_not_declared_is_named_where_it_would_be_written() -> None:
    here = context(account(None))
    derivations = {"left": GOALS, "hours": HOURS}
    assert list(Facts({}, derivations, here).missing(["left"])) == ["organisation.goals"]
    assert list(Facts({"organisation.goals": ("recruitment",)}, derivations, here).missing(["left"])) == ["accounts.editorial.objective"]
    assert list(Facts({}, derivations, here).missing(["hours"])) == ["accounts.capacity.hours_per_week"]
