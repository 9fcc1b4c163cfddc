"""Rows of real registers with what a person says of each, and rows of every pattern with what each was made to be.

How it is counted. A row that a person gives a channel is right in its network when the import gives it a channel of that network or merges
it into an account of one, and right in both when it is that channel: 99 in 100 at least. A row that a person calls no account is right when
it is set aside for the reason the person gives: all of them, for a guess there is an account that does not exist.
"""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from channelfit.intake.model import Imported
from tests.intake.conftest import Import

DATA = Path(__file__).parents[1] / "data" / "intake"
REASONS = ("label-url-disagree", "not-an-account")
ASKED = 99  # in 100
COLUMNS: Mapping[str, Mapping[str, str]] = {  # headings of each register, by column of the labelled rows
    "canada": {"account": "Account", "platform": "Platform", "other": "Language", "url": "URL"},
    "nyc": {"account": "Agency", "platform": "Platform", "url": "Url"},
    "usdr": {"other": "language", "url": "service_url", "account": "organization", "platform": "service_key"},
    "school": {"url": "link", "row": "nces_id", "other": "link_proc"},
    "deleted": {"account": "Account", "platform": "Platform", "other": "Language", "url": "URL"},
}

Labelled = dict[str, str]


def labelled() -> list[Labelled]:
    with (DATA / "labelled.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def given(bring: Import, rows: Sequence[Labelled], columns: Mapping[str, str], tmp_path: Path) -> list[str]:
    """What the import makes of each row, told by no more than the register's own columns."""
    path = tmp_path / "register.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([columns.values(), *([row[name] for name in columns] for row in rows)])
    outcome = bring(path)
    said = _said(outcome)
    first = {row["url"]: said[number] for number, row in reversed([*enumerate(rows, 2)]) if number in said}
    return [said.get(number) or first[row["url"]] for number, row in enumerate(rows, 2)]


def _said(outcome: Imported) -> dict[int, str]:
    return {account.row: account.channel for account in outcome.accounts} | {item.row: item.reason for item in outcome.set_aside}


@pytest.fixture
def answers(bring: Import, tmp_path: Path) -> list[tuple[Labelled, str]]:
    rows = labelled()
    found: list[tuple[Labelled, str]] = []
    for register, columns in COLUMNS.items():
        of_register = [row for row in rows if row["register"] == register]
        found += zip(of_register, given(bring, of_register, columns, tmp_path), strict=True)
    assert len(found) == len(rows) == 200
    return found


def test_network_and_surface_of_rows_that_name_one(answers: list[tuple[Labelled, str]]) -> None:
    pairs = [(row["expected"], found) for row, found in answers if row["expected"] not in REASONS]
    network = sum(want.partition("/")[0] == found.partition("/")[0] for want, found in pairs)
    both = sum(want == found for want, found in pairs)
    wrong = [(row["register"], row["row"], found) for row, found in answers if row["expected"] not in (*REASONS, found)]
    assert len(pairs) == 194
    assert min(network, both) * 100 >= ASKED * len(pairs), wrong


def test_rows_that_are_no_account_are_set_aside_and_not_guessed(answers: list[tuple[Labelled, str]]) -> None:
    pairs = [(row["expected"], found) for row, found in answers if row["expected"] in REASONS]
    assert len(pairs) == 6
    assert [found for _, found in pairs] == [want for want, _ in pairs]


def test_rows_made_after_each_pattern_that_registers_show(bring: Import) -> None:
    """Two hundred rows in a mixed list of three languages, made from 39 patterns: the rarer ones, that a draw seldom meets."""
    outcome = bring(DATA / "patterns.csv")
    found = _said(outcome)
    with (DATA / "patterns.csv").open(encoding="utf-8", newline="") as file:
        expected = {number: row["Expected"] for number, row in enumerate(csv.DictReader(file), 2)}
    assert {row: (found.get(row), want) for row, want in expected.items() if found.get(row) not in (want, None)} == {}
    assert len(expected) - len(found) == outcome.merged
