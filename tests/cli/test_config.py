"""channelfit.yaml: looked for in the working folder and its parents."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run

PRESS = ("advise", "--goal", "media-relations", "--audience", "journalists")


def test_settings_apply_below_their_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "channelfit.yaml").write_text("lang: fr\nadvise: {format: json, as_of: 2020-03-04, fact: [country=FR]}\n", encoding="utf-8")
    (tmp_path / "inner" / "most").mkdir(parents=True)
    answer = json.loads(run(*PRESS, cwd=tmp_path / "inner" / "most").stdout)
    assert (answer["lang"], answer["as_of"], answer["brief"]["facts"]) == ("fr", "2020-03-04", {"country": "FR"})


def test_an_option_wins_over_the_file_and_the_environment_over_the_configuration(run: Run, tmp_path: Path) -> None:
    (tmp_path / "channelfit.yaml").write_text("lang: fr\nformat: json\nas_of: 2020-03-04\n", encoding="utf-8")
    answer = json.loads(run(*PRESS, "--as-of", "2021-01-01", CHANNELFIT_LANG="en").stdout)
    assert (answer["lang"], answer["as_of"]) == ("en", "2021-01-01")


def test_the_day_of_the_brief_wins_over_the_configuration(run: Run, tmp_path: Path) -> None:
    (tmp_path / "channelfit.yaml").write_text("format: json\nas_of: 2020-03-04\n", encoding="utf-8")
    answer = json.loads(run("advise", "-", stdin="goals: [listening]\naudiences: [residents]\nas_of: 2022-05-06\n").stdout)
    assert answer["as_of"] == "2022-05-06"


@pytest.mark.parametrize(
    ("text", "place", "help_"),
    [
        ("langue: fr\n", "line 1, column 1", "lang"),
        ("lang: de\n", "line 1, column 7", "fr, en"),
        ("advise: {gaol: [reputation]}\n", "line 1, column 10", "goal"),
        ("verbose: perhaps\n", "line 1, column 10", "true or false"),
        ("as_of: soon\n", "line 1, column 8", "2026-"),
    ],
)
def test_a_mistake_in_it_is_shown(run: Run, tmp_path: Path, text: str, place: str, help_: str) -> None:
    (tmp_path / "channelfit.yaml").write_text(text, encoding="utf-8")
    done = run(*PRESS)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"channelfit.yaml, {place}" in done.stderr
    assert help_ in done.stderr


def test_an_empty_one_changes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "channelfit.yaml").write_text("# nothing yet\n", encoding="utf-8")
    assert run(*PRESS).returncode == 0
