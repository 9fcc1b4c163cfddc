"""Every check fires in one case, passes in another, and is left open by a third."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from channelfit.rulebook.files import case_files
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
    assert {check.id for check in load_rulebook().checklist().checks} - shown == set()
