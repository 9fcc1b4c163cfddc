"""Two hundred rows of invented bodies, labelled by hand with the channel they name or the reason why they name none."""

import csv
from pathlib import Path

from tests.intake.conftest import Import

LABELLED = Path(__file__).parents[1] / "data" / "intake" / "labelled.csv"


def test_network_and_surface_of_every_row_as_labelled(bring: Import) -> None:
    outcome = bring(LABELLED)
    found = {account.row: account.channel for account in outcome.accounts} | {item.row: item.reason for item in outcome.set_aside}
    with LABELLED.open(encoding="utf-8", newline="") as file:
        expected = {number: row["Expected"] for number, row in enumerate(csv.DictReader(file), 2)}
    assert len(expected) == 200
    assert {row: (found.get(row), want) for row, want in expected.items() if found.get(row) not in (want, None)} == {}
    assert len(expected) - len(found) == outcome.merged
