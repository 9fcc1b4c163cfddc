"""The cases that stand beside the rules and the checks, each run as a test."""

import pytest

from channelfit.advice.model import Advice
from channelfit.cases.coverage import coverage
from channelfit.cases.model import Case
from channelfit.cases.shapes import OF_ACCOUNTS, OF_BRIEFS, OF_REQUESTS
from channelfit.report.cases.report import said_of
from channelfit.words import words_for
from tests.knowledge.built_in import NO_DAY, cases, runner

REQUESTS = "requests"  # whole requests, which no family of stops owns
CASES = [pytest.param(case, id=f"{case.family}: {case.name}") for case in cases()]


@pytest.mark.parametrize("case", CASES)
def test_the_answer_is_what_the_case_expects(case: Case) -> None:
    words = words_for("en")
    assert [(miss.kind, miss.expected, said_of(miss, words)) for miss in runner().run(case).misses] == []


def test_a_case_states_its_day() -> None:
    assert [case.name for case in cases() if case.day == NO_DAY] == []


def test_every_family_has_cases() -> None:
    rulebook = runner().rulebook
    families = {rule.family for rule in rulebook.rules} | {check.family for check in rulebook.checklist().checks}
    families |= {stop.family for stop in rulebook.screening().stops}
    assert families | {REQUESTS} == {case.family for case in cases()}


def test_every_rule_and_check_is_true_in_one_case_and_false_in_another() -> None:
    shown = coverage([runner().run(case) for case in cases()], runner())
    assert (shown.never("true"), shown.never("false"), shown.percent) == ((), (), 100)


def test_every_expectation_on_answers_is_used() -> None:
    used = {line.kind for case in cases() for line in case.expect if isinstance(runner().answer(case), Advice)}
    assert used | {"error"} == set(OF_BRIEFS)
    asked = {line.kind for case in cases() for line in case.expect if case.request is not None}
    assert asked | {"error"} == set(OF_REQUESTS)
    assert set(OF_ACCOUNTS) - {"error"} <= {line.kind for case in cases() for line in case.expect}
