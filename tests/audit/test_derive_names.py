"""What items are called, when the nearest date comes, and how names and hosts are compared."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from channelfit.audit.derive import Context, derive
from channelfit.conditions.model import ABSENT, Against, Between, Compare, Condition, Known
from channelfit.inventory.model import Record
from channelfit.rulebook.checks import Derived
from channelfit.rulebook.text import Text

TODAY = date(2026, 11, 23)


def derived(how: str, operands: tuple[str, ...], facts: Mapping[str, Any], where: Condition | None = None) -> Known | None:
    context = Context(TODAY, frozenset(), frozenset(), None)  # type: ignore[arg-type]
    return derive(Derived("it", "account", how, operands, Text("", ""), where), facts, context)


def people(*items: dict[str, Known]) -> dict[str, Any]:
    return {"admins": tuple(Record(item) for item in items)}


OFF = Compare("two_factor", "in", ("no",))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, None),
        ({"admins": ABSENT}, ()),
        (people({"role": "animateur", "two_factor": "no"}, {"role": "chef", "two_factor": "yes"}), ("animateur",)),
        (people({"role": ABSENT, "person": "cm-1", "two_factor": "no"}), ("cm-1",)),
        (people({"two_factor": "yes"}, {"two_factor": "no"}), ("#2",)),
        (people({"role": "animateur"}), ()),
    ],
)
def test_items_are_named_by_the_first_field_that_says_something(facts: Mapping[str, Any], expected: Known | None) -> None:
    assert derived("names", ("admins", "role", "person"), facts, OFF) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, None),
        ({"admins": ABSENT}, ABSENT),
        (people({"ends_on": ABSENT}), ABSENT),
        (people({"ends_on": date(2026, 12, 3)}, {"ends_on": date(2027, 1, 1)}), 10),
        (people({"ends_on": TODAY}), 0),
        (people({"ends_on": date(2026, 11, 22)}), ABSENT),
        (people({"ends_on": date(2026, 12, 3)}, {}), Between(0, 10)),
        (people({}), Between(0, float("inf"))),
        (people({"ends_on": date(2026, 12, 3), "status": "left"}, {"ends_on": date(2027, 1, 2), "status": "active"}), 40),
    ],
)
def test_the_nearest_date_to_come(facts: Mapping[str, Any], expected: Known | None) -> None:
    where = Compare("status", "not_in", ("left",)) if "status" in str(facts) else None
    assert derived("soonest", ("admins", "ends_on"), facts, where) == expected


def test_items_are_compared_with_the_organisation_around_them_and_with_nothing_else_of_it() -> None:
    facts = {**people({"unit": "Communication"}, {"unit": "Voirie"}), "organisation.comms_unit": "Communication"}
    assert derived("count", ("admins",), facts, Against("unit", "in", "organisation.comms_unit")) == 1
    assert derived("count", ("admins",), {**people({}), "status": "active"}, Compare("status", "in", ("active",))) == Between(0, 1)


def test_the_first_of_several_fields() -> None:
    assert derived("first", ("person", "role"), {"person": ABSENT, "role": "animateur"}) == "animateur"
    assert derived("first", ("person", "role"), {"person": ABSENT}) is None


@pytest.mark.parametrize(
    ("address", "domain", "within"),
    [
        ("https://www.Saint-Aubin.fr/reseaux", "saint-aubin.fr", True),
        ("https://culture.saint-aubin.fr", "https://WWW.saint-aubin.fr/", True),
        ("https://not-saint-aubin.fr", "saint-aubin.fr", False),
        ("reseaux@saint-aubin.fr", "saint-aubin.fr", True),
        ("saint.aubin.fr@gmail.com", "saint-aubin.fr", False),
    ],
)
def test_a_host_lies_within_a_domain(address: str, domain: str, within: bool) -> None:
    assert derived("host_within", ("url", "domains"), {"url": address, "domains": (domain,)}) is within


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("jeanne.martin@saint-aubin.fr", True),
        ("reseaux@saint-martin.fr", False),
        ("@mairie@social.martin.fr", False),
        ("@MairieMartin", True),
        ("Vos élus @ Martin", True),
        ("@martinet", False),
    ],
)
def test_a_name_is_found_in_a_handle_and_never_in_its_server(text: str, named: bool) -> None:
    assert derived("contains", ("handle", "names"), {"handle": text, "names": ("Martin",)}) is named


@pytest.mark.parametrize(("pattern", "fits"), [("saintaubin*", True), ("@saintaubin*", True), ("ville*", False)])
def test_a_handle_follows_a_pattern_with_or_without_its_at_sign(pattern: str, fits: bool) -> None:
    assert derived("matches", ("handle", "pattern"), {"handle": "@SaintAubin_off", "pattern": pattern}) is fits
