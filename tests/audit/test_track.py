"""The track of accounts found in the wild: the first step that holds, and before what is not known the step that finds out."""

from datetime import date
from typing import cast

import pytest

from channelfit.audit.derive import Context, derive
from channelfit.audit.derive.context import Advice
from channelfit.conditions.model import Known
from channelfit.rulebook.checks import Derived
from channelfit.rulebook.model import Rulebook
from channelfit.rulebook.text import Text

TRACK = Derived("next_step", "undeclared", "track", ("kind",), Text("", ""))
KNOWN: dict[str, Known] = {"kind": "staff-created", "uses_logo": False, "shows_minors": False, "audience_internal": False, "need_kind": "other"}


@pytest.fixture
def there(rulebook: Rulebook) -> Context:
    return Context(date(2026, 11, 23), frozenset(), frozenset(), cast("Advice", None), rulebook.checklist().track)


@pytest.mark.parametrize(
    ("facts", "step"),
    [
        ({}, "step-understand"),
        ({"kind": "impersonation"}, "step-report"),
        ({"kind": "auto-generated"}, "step-claim"),
        ({"kind": "fan"}, "step-understand"),
        ({"kind": "fan", "uses_logo": False}, "step-tolerate"),
        ({"kind": "partner", "uses_logo": True}, "step-rename"),
        ({"kind": "staff-created"}, "step-understand"),
        (KNOWN | {"shows_minors": True, "kind": "legacy"}, "step-suspend"),
        (KNOWN | {"kind": "legacy"}, "step-close-orphan"),
        (KNOWN | {"audience_internal": True}, "step-inside"),
        (KNOWN | {"need_kind": "recognition"}, "step-contributor"),
        (KNOWN | {"official_accounts_there": 1}, "step-merge"),
        (KNOWN | {"official_accounts_there": 0}, "step-adopt-or-close"),
    ],
)
def test_the_first_step_that_holds(there: Context, facts: dict[str, Known], step: str) -> None:
    assert derive(TRACK, facts, there) == step


def test_what_is_not_known_is_found_out_first(there: Context) -> None:
    facts = {name: value for name, value in KNOWN.items() if name != "need_kind"} | {"official_accounts_there": 1}
    assert derive(TRACK, facts, there) == "step-understand"
