"""What is made from the rulebook is committed as it is made."""

from pathlib import Path

import pytest

from tests.project.documents import ROOT
from tests.project.generated import generated, left_over


@pytest.fixture(scope="module")
def made() -> dict[Path, str]:
    return generated()


def test_what_is_committed_is_what_is_made(made: dict[Path, str]) -> None:
    stale = [str(path.relative_to(ROOT)) for path, text in made.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    assert stale == [], "to mend it: python -m tests.project.refresh"


def test_no_page_outlives_its_check() -> None:
    assert left_over() == []


def test_pages_have_one_shape(made: dict[Path, str]) -> None:
    pages = [text for path, text in made.items() if path.parent.name == "checks" and path.name != "README.md"]
    for text in pages:
        assert [line for line in text.splitlines() if line.startswith("## ")] == ["## In English", "## En français"]
    assert len(pages) > 100
