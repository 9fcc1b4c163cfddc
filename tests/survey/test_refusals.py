"""A survey that cannot be used: exit 2, the place, the way out, nothing on standard output and nothing written."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import Run

CASES = yaml.safe_load(Path(__file__).with_name("refusals.yaml").read_text(encoding="utf-8"))
GOOD = {
    "title": "Habits",
    "publisher": "Saint-Aubin",
    "asked_on": "2026-09-12",
    "country": "FR",
    "place": "Saint-Aubin",
    "mode": "paper",
    "period": "monthly",
    "answers": "[{ages: 15-24, asked: 62, channels: {print: 12}}]",
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_it_is_refused(case: dict[str, Any], call: Run, tmp_path: Path) -> None:
    lines = {**GOOD, **case["lines"]}
    (tmp_path / "local.yaml").write_text("".join(f"{key}: {value}\n" for key, value in lines.items() if value is not None), encoding="utf-8")
    done = call("survey", "local.yaml", "--lang", "en", "--as-of", "2026-11-24", "--update", "evidence")
    assert (done.returncode, done.stdout) == (2, "")
    flat = " ".join(done.stderr.split())
    assert case["says"] in flat
    assert case["place"] is None or f"local.yaml, {case['place']}" in flat
    assert "to mend it:" in flat
    assert not (tmp_path / "evidence").exists()


def test_the_good_one_is_not(call: Run, tmp_path: Path) -> None:
    (tmp_path / "local.yaml").write_text("".join(f"{key}: {value}\n" for key, value in GOOD.items()), encoding="utf-8")
    assert call("survey", "local.yaml", "--as-of", "2026-11-24").returncode == 0


@pytest.mark.parametrize(("text", "says"), [(None, "there is no file"), ("", "is empty"), ("# nothing\n", "is empty"), ("- a list\n", "title")])
def test_a_file_that_is_none(text: str | None, says: str, call: Run, tmp_path: Path) -> None:
    if text is not None:
        (tmp_path / "local.yaml").write_text(text, encoding="utf-8")
    done = call("survey", "local.yaml", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert "goals" not in done.stderr


def test_everything_wrong_is_said_in_one_run(run: Run, tmp_path: Path) -> None:
    (tmp_path / "local.yaml").write_text("mode: pigeon\nanswers: [{channels: {instagrm: 0.6}}]\ncountry: France\n", encoding="utf-8")
    done = run("survey", "local.yaml", "--lang", "fr")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("erreur") >= 9
    assert "local.yaml, ligne 2, colonne 23" in done.stderr
