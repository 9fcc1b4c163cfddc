"""Each expectation, met and not met: what came instead, and the rows that decided."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from channelfit.cases.read import CaseReader
from channelfit.cases.run import Runner
from channelfit.cases.shapes import OF_ACCOUNTS, OF_BRIEFS
from channelfit.report.cases.report import said_of
from channelfit.rulebook.model import Rulebook
from channelfit.words import words_for

ROWS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "expectations.yaml").read_text(encoding="utf-8"))["rows"]
PRESS = {"goals": ["media-relations"], "audiences": ["journalists"], "facts": {"country": "FR"}}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["expect"]))
def test_it_is_met_or_said_not_to_be(row: dict[str, Any], rulebook: Rulebook) -> None:
    asked: dict[str, Any] = {key: row[key] for key in ("brief", "account") if key in row} or {"brief": PRESS}
    text = yaml.safe_dump({"cases": [{"name": "one", **asked, "expect": row["expect"]}]})
    case = CaseReader(rulebook, date(2026, 11, 23)).read(text, "my.cases.yaml")[0]
    misses = Runner(rulebook).run(case).misses
    said = [said_of(miss, words_for("en")) for miss in misses]
    assert len(said) == ("got" in row), said
    assert all(row["got"] in line for line in said)
    if "decides" in row:
        assert list(dict.fromkeys(part.channel for miss in misses for part in miss.rows)) == row["decides"]


def test_every_expectation_has_a_row() -> None:
    assert {kind for row in ROWS for kind in row["expect"]} == {*OF_BRIEFS, *OF_ACCOUNTS}
