"""Files of cases: every mistake has its place, and the nearest name."""

from datetime import date

import pytest

from channelfit.cases.read import CaseReader
from channelfit.rulebook.model import Rulebook
from channelfit.source.place import Unusable

DAY = date(2026, 11, 23)
BRIEF = "- name: one\n  brief: {goals: [media-relations], audiences: [journalists]}\n"
ACCOUNT = "- name: one\n  account: {channel: facebook/page}\n"


@pytest.fixture(scope="module")
def reader(rulebook: Rulebook) -> CaseReader:
    return CaseReader(rulebook, DAY)


@pytest.mark.parametrize(
    ("text", "code", "line", "near"),
    [
        ("case: []\n", "unknown-key", 1, ("cases",)),
        ("x: 1\n", "missing-key", 1, ()),
        ("cases:\n- brief: {}\n", "missing-key", 2, ()),
        ("cases:\n- name: one\n", "case-asks-nothing", 2, ()),
        (f"cases:\n{BRIEF}  expects: {{}}\n", "unknown-key", 4, ("expect",)),
        (f"cases:\n{BRIEF}  expect: {{frist: x/account}}\n", "unknown-key", 4, ("first",)),
        (f"cases:\n{BRIEF}  expect: {{finding: [single-administrator]}}\n", "unknown-key", 4, ()),
        (f"cases:\n{ACCOUNT}  expect: {{first: x/account}}\n", "unknown-key", 4, ()),
        (f"cases:\n{BRIEF}  expect:\n    first: x/acount\n", "unknown-channel", 5, ("x/account",)),
        (f"cases:\n{BRIEF}  expect: {{first: [x/account]}}\n", "wrong-list", 4, ()),
        (f"cases:\n{BRIEF}  expect: {{before: [x/account, print]}}\n", "wrong-type", 4, ()),
        (f"cases:\n{BRIEF}  expect: {{before: [[x/account]]}}\n", "wrong-list", 4, ()),
        (f"cases:\n{BRIEF}  expect: {{not_first: {{channels: [print]}}}}\n", "missing-key", 4, ()),
        (f"cases:\n{BRIEF}  expect: {{not_first: {{of: 0, channels: [print]}}}}\n", "number-too-small", 4, ()),
        (f"cases:\n{BRIEF}  expect: {{verdict: {{print: leed}}}}\n", "unknown-option", 4, ("lead",)),
        (f"cases:\n{BRIEF}  expect: {{verdict: [print]}}\n", "wrong-list", 4, ()),
        (f"cases:\n{BRIEF}  expect: {{presence: {{print: {{basis: measurd}}}}}}\n", "unknown-option", 4, ("measured",)),
        (f"cases:\n{BRIEF}  expect: {{fires: [rather-invest-then-add]}}\n", "unknown-rule", 4, ("rather-invest-than-add",)),
        (f"cases:\n{ACCOUNT}  expect: {{finding: [single-administrater]}}\n", "unknown-check", 4, ("single-administrator",)),
        ("cases:\n- name: one\n  brief: {goals: [media], audiences: [journalists]}\n", "unknown-goal", 3, ("media-relations",)),
        ("cases:\n- name: one\n  account:\n    channel: facebook/pge\n", "unknown-channel", 4, ("facebook/page",)),
        (f"cases:\n{ACCOUNT}  observed: [nothing an address]\n  as_of: soon\n", "wrong-type", 5, ()),
        (f"cases:\n{BRIEF}  todo:\n", "wrong-nothing", 4, ()),
    ],
)
def test_a_mistake_is_found_where_it_stands(reader: CaseReader, text: str, code: str, line: int, near: tuple[str, ...]) -> None:
    with pytest.raises(Unusable) as caught:
        reader.read(text, "my.cases.yaml")
    found = {problem.code: problem for problem in caught.value.problems}
    place = found[code].place
    assert place is not None
    assert (place.file, place.span.line) == ("my.cases.yaml", line)
    assert found[code].params.get("nearest", ()) == near or not near


def test_every_mistake_of_a_file_is_told_at_once(reader: CaseReader) -> None:
    with pytest.raises(Unusable) as caught:
        reader.read(f"cases:\n{BRIEF}  expect: {{first: nowhere, silent: [nothing]}}\n{ACCOUNT}  expect: {{finding: [none]}}\n", "my.cases.yaml")
    assert [problem.code for problem in caught.value.problems] == ["unknown-channel", "unknown-rule", "unknown-check"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"cases:\n{BRIEF}", DAY),
        (f"cases:\n{BRIEF}  as_of: 2020-03-04\n", date(2020, 3, 4)),
        ("cases:\n- name: one\n  brief: {goals: [listening], audiences: [residents], as_of: 2021-01-01}\n", date(2021, 1, 1)),
    ],
)
def test_a_case_is_of_its_own_day(reader: CaseReader, text: str, day: date) -> None:
    assert [case.day for case in reader.read(text, "my.cases.yaml")] == [day]


def test_own_keys_are_left_alone(reader: CaseReader) -> None:
    assert reader.read(f"cases:\n{BRIEF}  x-ticket: 12\n", "my.cases.yaml")[0].name == "one"
