"""Derivations over lists and dates: what is not declared widens the answer, never settles it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from channelfit.audit.derive import Context, derive
from channelfit.conditions.model import ABSENT, All, Between, Compare
from channelfit.inventory.model import Record
from channelfit.rulebook.checks import Derived
from channelfit.rulebook.text import Text

ACTIVE = All((Compare("status", "in", ("active",)),))


def fact(how: str, *operands: str, **more: Any) -> Derived:
    return Derived("it", "account", how, operands, Text("", ""), **more)


def answer(derived: Derived, facts: Mapping[str, Any], day: date = date(2026, 11, 23), accounts: Any = None) -> Any:
    return derive(derived, facts, Context(day, frozenset(), frozenset(), None, accounts))  # type: ignore[arg-type]


def people(*names: str | None, status: str | None = "active") -> tuple[Record, ...]:
    given: dict[str, Any] = {} if status is None else {"status": status}
    return tuple(Record(given if name is None else {**given, "person": name}) for name in names)


@pytest.mark.parametrize(
    ("day", "months"),
    [("2025-08-31", 7), ("2025-09-01", 6), ("2026-03-01", 0), ("2026-03-31", 0), ("2026-04-01", -1), ("2024-12-31", 15)],
)
def test_months_are_those_of_the_calendar(day: str, months: int) -> None:
    for vote in (date(2026, 3, 1), date(2026, 3, 15), date(2026, 3, 31)):
        assert answer(fact("months_until", "vote"), {"vote": vote}, date.fromisoformat(day)) == months


def test_months_until_what_is_absent_or_unknown() -> None:
    assert answer(fact("months_until", "vote"), {"vote": ABSENT}) == ABSENT
    assert answer(fact("months_until", "vote"), {}) is None


@pytest.mark.parametrize(
    ("one", "other", "shared", "common"),
    [
        (("Travaux", "eau"), ("travaux", "été"), 1, ("Travaux",)),
        (("ete",), ("Été",), 1, ("ete",)),
        ((), ("eau",), 0, ()),
        (("eau",), ("feu",), 0, ()),
    ],
)
def test_what_two_lists_share_whatever_the_case_and_accents(one: Any, other: Any, shared: int, common: Any) -> None:
    facts = {"one.topics": one, "other.topics": other}
    assert answer(fact("shared", "topics"), facts) == shared
    assert answer(fact("common", "topics"), facts) == common


def test_a_list_that_one_side_left_out_is_not_compared() -> None:
    for how in ("shared", "common", "overlap"):
        assert answer(fact(how, "topics"), {"one.topics": ("eau",)}) is None


@pytest.mark.parametrize(
    ("one", "other", "shared", "common"),
    [
        (people("a", "b"), people("B"), 1, ("b",)),
        (people("a", None), people("b"), Between(0, 1), None),
        (people("a", None), people("a", "b"), Between(1, 2), ("a",)),
        (people(None), (), 0, ()),
        (people("a"), people("a", status="left"), 0, ()),
        (people("a"), people("a", status=None), Between(0, 1), None),
    ],
)
def test_people_in_common_are_told_by_a_field_and_by_where(one: Any, other: Any, shared: Any, common: Any) -> None:
    facts = {"one.admins": one, "other.admins": other}
    assert answer(fact("shared", "admins", "person", where=ACTIVE), facts) == shared
    assert answer(fact("common", "admins", "person", where=ACTIVE), facts) == common


@pytest.mark.parametrize(
    ("accounts", "largest"),
    [
        ([{"status": "active", "n": 3}, {"status": "active", "n": 7}, {"status": "closed", "n": 9}], 7),
        ([{"status": "active", "n": 3}, {"n": 9}], Between(3, 9)),
        ([{"status": "active", "n": 3}, {"n": 2}], 3),
        ([{"status": "active", "n": 3}, {"status": "active"}], Between(3, float("inf"))),
        ([{"status": "active"}], None),
        ([{"status": "active", "n": ABSENT}], ABSENT),
        ([{"status": "closed", "n": 9}], ABSENT),
        ([], ABSENT),
        (None, None),
    ],
)
def test_the_largest_of_those_that_count(accounts: Any, largest: Any) -> None:
    assert answer(fact("largest", "accounts", "n", where=ACTIVE), {}, accounts=accounts) == largest
