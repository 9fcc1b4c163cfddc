"""channelfit.yaml: looked for in the working folder and its parents."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.project.documents import ROOT

BRIEF, REQUEST = str(ROOT / "examples" / "briefs" / "roadworks.yaml"), str(ROOT / "examples" / "requests" / "jardiniers.yaml")
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
        ("format: jsn\n", "line 1, column 9", "json"),
        ("lang: [fr]\n", "line 1, column 7", "a text"),
        ("advise: [goal]\n", "line 1, column 9", "brief_out"),
        ("advise: {goal: [[reputation]]}\n", "line 1, column 17", "a text"),
        ("advise: {consider: [nobody]}\n", "line 1, column 21", "channels list"),
        ("lang: en\nadvise: {fact: [country=FR, hourz=3]}\n", "line 2, column 29", "hours_per_week"),
        ("channels: {fact: [a]}\n", "line 1, column 12", "format"),
        ("reach: {}\n", "line 1, column 1", "unknown key"),
        ("lang: fr\nlang: en\n", "line 2, column 1", "first on line 1"),
    ],
)
def test_a_mistake_in_it_is_shown(call: Run, tmp_path: Path, text: str, place: str, help_: str) -> None:
    (tmp_path / "channelfit.yaml").write_text(text, encoding="utf-8")
    done = call(*PRESS)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"channelfit.yaml, {place}" in done.stderr
    assert help_ in done.stderr


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("plan: {presence: nope.yaml}\n", ("plan", BRIEF, "--hours", "5")),
        ("screen: {presence: nope.yaml}\n", ("screen", REQUEST)),
        ("screen: {register: nope.yaml}\n", ("screen",)),
    ],
)
def test_a_file_that_it_names_in_vain_is_told_with_its_line(call: Run, tmp_path: Path, text: str, typed: tuple[str, ...]) -> None:
    (tmp_path / "channelfit.yaml").write_text(f"lang: en\n{text}", encoding="utf-8")
    done = call(*typed)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no file “nope.yaml”" in done.stderr
    assert f"channelfit.yaml, line 2, column {text.index('nope') + 1}" in done.stderr
    option = "--register" if "register" in text else "--presence"
    assert "channelfit.yaml" not in call(*typed, option, "nor.yaml").stderr


def test_an_empty_one_changes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "channelfit.yaml").write_text("# nothing yet\n", encoding="utf-8")
    assert run(*PRESS).returncode == 0


def test_every_option_can_be_set_there(run: Run, tmp_path: Path) -> None:
    (tmp_path / "channelfit.yaml").write_text(
        "lang: fr\nas_of: 2020-03-04\nquiet: no\nverbose: no\nno_input: yes\nx-mine: 1\n"
        "advise: {goal: presse, audience: [journalistes=2, partenaires], fact: [country=FR], consider: page facebook, format: json,"
        " output: out.json, brief_out: kept.yaml}\n",
        encoding="utf-8",
    )
    done = run("advise")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    answer = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert (answer["lang"], answer["as_of"], answer["brief"]["facts"]) == ("fr", "2020-03-04", {"country": "FR"})
    assert [item["channel"] for item in answer["considered"]] == ["facebook/page"]
    assert "journalists: 2" in (tmp_path / "kept.yaml").read_text(encoding="utf-8")


def test_what_is_typed_lies_over_what_is_configured(run: Run, tmp_path: Path) -> None:
    (tmp_path / "channelfit.yaml").write_text(
        "advise: {goal: presse, audience: journalistes, fact: [country=FR, hours_per_week=3], format: json}\n", encoding="utf-8"
    )
    answer = json.loads(run("advise", "--fact", "country=GB", "--consider", "twitter").stdout)
    assert answer["brief"]["facts"] == {"country": "GB", "hours_per_week": 3}
    assert [item["channel"] for item in answer["considered"]] == ["x/account"]


def test_a_typed_verbose_wins_over_a_configured_quiet(run: Run, tmp_path: Path) -> None:
    (tmp_path / "channelfit.yaml").write_text("quiet: true\n", encoding="utf-8")
    assert len(run(*PRESS, "--verbose").stdout) > 3 * len(run(*PRESS).stdout)


def test_complaints_speak_the_configured_language_of_the_command(run: Run, tmp_path: Path) -> None:
    (tmp_path / "channelfit.yaml").write_text("rules: {lang: fr}\n", encoding="utf-8")
    assert "aucune règle" in run("rules", "show", "nobody").stderr
