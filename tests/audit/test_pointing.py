"""A finding points at the line to mend, and two things that bear no name are two findings."""

from datetime import date
from functools import cache

import pytest

from channelfit.audit.model import Finding
from channelfit.audit.run import audit
from channelfit.channels import Recogniser
from channelfit.inventory.complete import Completer
from channelfit.inventory.read import read_inventory
from channelfit.inventory.shape import Shape
from channelfit.rulebook.model import Rulebook
from channelfit.source.parse import parse
from tests.built_in import built_in


@cache
def tools() -> tuple[Rulebook, Shape, Completer]:
    rulebook = built_in()
    return rulebook, Shape(rulebook), Completer(rulebook, Recogniser(rulebook).of_url)


def findings(check: str, text: str) -> list[Finding]:
    rulebook, shape, completer = tools()
    found = audit([read_inventory(parse(text, "presence.yaml"), shape, completer)], rulebook, date(2026, 11, 23)).findings
    return [finding for finding in found if finding.check == check]


@pytest.mark.parametrize(
    ("check", "text", "line"),
    [
        ("owner-missing", "accounts:\n- id: a\n  channel: x/account\n  owner:\n    unit: Culture\n    role:\n", 6),
        ("owner-missing", "accounts:\n- id: a\n  channel: x/account\n  owner:\n    unit:\n    role: Editor\n", 5),
        ("incident-plan-missing", "organisation:\n  name: Saint-Aubin\n  incident_plan_url: https://a.example\n  incident_contacts:\n", 4),
        ("register-entry-stale", "accounts:\n- id: a\n  channel: x/account\n  last_reviewed_on: 2020-01-01\n", 4),
    ],
)
def test_the_field_left_empty_is_pointed_at_before_one_that_is_filled(check: str, text: str, line: int) -> None:
    assert [finding.place.span.line for finding in findings(check, text)] == [line]


def test_two_administrators_without_a_name_are_two_findings() -> None:
    gone = "    - status: left\n"
    found = findings("departed-administrator", f"accounts:\n- id: a\n  channel: x/account\n  access:\n    admins:\n{gone}{gone}")
    assert [finding.params["item.admin_name"] for finding in found] == ["#1", "#2"]
    assert len({finding.fingerprint for finding in found}) == len(found)
