"""Every check fires in one case, passes in another, and is left open by a third."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from channelfit.conditions.holds import subjects
from channelfit.rulebook.checks import Check, Field
from channelfit.rulebook.files import case_files
from channelfit.rulebook.link.names import LIMIT
from channelfit.rulebook.load import load_rulebook, rules_folder
from tests.knowledge.check_cases import OUTCOMES, answer, failures

FAMILIES = [path for path in case_files(rules_folder()) if path.parent.name == "checks"]


def cases(path: Path) -> Iterator[dict[str, Any]]:
    yield from yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]


def every_case() -> list[Any]:
    return [pytest.param(case, id=f"{path.name.removesuffix('.cases.yaml')}: {case['name']}") for path in FAMILIES for case in cases(path)]


@pytest.mark.parametrize("case", every_case())
def test_the_audit_finds_what_the_case_expects(case: dict[str, Any]) -> None:
    assert failures(case["expect"], answer(case)) == []


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_check_has_a_case_of_each_outcome(outcome: str) -> None:
    shown = {check for path in FAMILIES for case in cases(path) for check in case["expect"].get(outcome, [])}
    wanted = {check.id for check in load_rulebook().checklist().checks if outcome != "not_declared" or can_be_left_open(check)}
    assert wanted - shown == set()


def can_be_left_open(check: Check) -> bool:
    """Not where all that a check reads is settled even when left out: exceptions speak of nothing but themselves."""
    return any(name not in SETTLED for name in subjects(check.when) if name != LIMIT)


def settled() -> set[str]:
    checklist = load_rulebook().checklist()
    sure = {"exception": "item.", "account": "", "undeclared": "", "channel": "channel.", "file": ""}
    named = {of: {field.id for field in checklist.fields if field.of == of and is_sure(field)} for of in sure}
    named["exception"] |= {fact.id for fact in checklist.derived if fact.of == "exception" and named["exception"].issuperset(fact.operands)}
    return {f"{prefix}{name}" for of, prefix in sure.items() for name in named[of]}


def is_sure(field: Field) -> bool:
    """Whether a field has a value even where nobody wrote it: by default, as absent, or from the sheet that every channel has."""
    return field.default is not None or field.left_out_is_absent or (field.computed and field.of not in ("account", "file"))


SETTLED = settled()
