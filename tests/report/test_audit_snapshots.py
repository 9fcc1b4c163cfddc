"""The audit of a small town, word for word."""

from pathlib import Path

import pytest

from tests.report.snapshots import snapshots


@pytest.mark.parametrize(("path", "text"), [pytest.param(path, text, id=path.name) for path, text in snapshots()])
def test_the_report_is_the_one_on_file(path: Path, text: str) -> None:
    assert text == path.read_text(encoding="utf-8"), "if this change is meant: python -m tests.report.snapshots"
