"""The cases that stand beside the rules, one family a file, each run as a test."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from channelfit.advice.engine import advise
from channelfit.advice.read_brief import read_brief
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.files import case_files
from channelfit.rulebook.load import load_rulebook, rules_folder
from channelfit.rulebook.model import Rulebook
from channelfit.source.parse import parse
from tests.knowledge.expectations import CHECKS, failures

FAMILIES = [path for path in case_files(rules_folder()) if path.parent.name == "advice"]


@cache
def rulebook() -> Rulebook:
    return load_rulebook()


def cases(path: Path) -> Iterator[dict[str, Any]]:
    yield from yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]


def every_case() -> Iterator[Any]:
    for path in FAMILIES:
        for case in cases(path):
            yield pytest.param(case, id=f"{path.name.removesuffix('.cases.yaml')}: {case['name']}")


@pytest.mark.parametrize("case", list(every_case()))
def test_the_answer_is_what_the_case_expects(case: dict[str, Any]) -> None:
    brief = read_brief(parse(yaml.safe_dump(case["brief"], allow_unicode=True), case["name"]), rulebook())
    assert brief.as_of is not None, "a case states its day"
    assert failures(case["expect"], advise(brief, Edition(rulebook(), brief.as_of, brief.country))) == []


def test_every_family_of_rules_has_cases() -> None:
    families = {rule.family for rule in rulebook().rules}
    assert families == {path.name.removesuffix(".cases.yaml") for path in FAMILIES}


def test_every_expectation_is_used() -> None:
    assert {name for path in FAMILIES for case in cases(path) for name in case["expect"]} == set(CHECKS)
