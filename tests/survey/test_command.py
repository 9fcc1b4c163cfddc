"""From a survey to an advice that uses it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run
from tests.project.documents import ROOT
from tests.schemas.test_outputs import complaints

EXAMPLE = ROOT / "examples" / "surveys" / "saint-aubin.yaml"
DAY = ("--as-of", "2026-11-24")
ASKED = ("--goal", "public-information", "--fact", "country=FR", *DAY, "--format", "json")
LINES = """\
title: {title}
publisher: Town
asked_on: 2026-09-12
country: FR
place: Saint-Aubin
mode: {mode}
period: monthly
answers: [{{ages: 15-24, asked: 62, channels: {{facebook: 2}}}}, {{ages: 25+, asked: 9, channels: {{facebook: 5}}}}]
"""


def written(folder: Path, title: str = "Habits", mode: str = "paper", more: str = "") -> None:
    (folder / "local.yaml").write_text(LINES.format(title=title, mode=mode) + more, encoding="utf-8")


def presences(told: str) -> dict[str, Any]:
    return {item["channel"]: item["contributions"][0]["presence"] for item in json.loads(told)["ranking"]}


def test_the_advice_says_what_the_survey_said(call: Run) -> None:
    told = json.loads(call("survey", str(EXAMPLE), *DAY, "--update", "evidence", "--format", "json").stdout)
    assert told["written"] == "evidence/ville-de-saint-aubin-2026-09-26-60069971.yaml"
    advised = presences(call("advise", "--audience", "general-public", *ASKED, "--rules", "evidence").stdout)
    for line in told["channels"]:
        name = {"instagram": "instagram/account", "facebook": "facebook/page"}.get(line["channel"], line["channel"])
        if name in advised:
            assert {key: advised[name][key] for key in ("share", "low", "high")} == {key: line["everybody"][key] for key in ("share", "low", "high")}
            assert advised[name]["post_stratified"] is True
    young = presences(call("advise", "--audience", "youth", *ASKED, "--rules", "evidence").stdout)
    group = next(line for line in told["channels"] if line["channel"] == "instagram")["groups"][0]
    assert young["instagram/account"]["share"] == group["together"]["share"]
    before = presences(call("advise", "--audience", "youth", *ASKED).stdout)
    assert before["instagram/account"]["share"] == group["national"]["share"]
    assert "post_stratified" not in before["instagram/account"]


def test_the_advice_names_the_survey(call: Run) -> None:
    call("survey", str(EXAMPLE), *DAY, "--update", "evidence")
    said = call("advise", *ASKED[:-2], "--audience", "residents", "--rules", "evidence", "--lang", "en", COLUMNS="400").stdout
    assert "weighted by the ages of your people" in said
    assert "Ville de Saint-Aubin 2026" in said
    assert "your rules: evidence" in said


def test_the_same_survey_twice_is_the_same_file_and_counts_once(call: Run, tmp_path: Path) -> None:
    first = call("survey", str(EXAMPLE), *DAY, "--update", "evidence", "--format", "json").stdout
    kept = {path.name: path.read_bytes() for path in (tmp_path / "evidence").iterdir()}
    again = call("survey", str(EXAMPLE), *DAY, "--update", "evidence", "--rules", "evidence", "--format", "json").stdout
    assert {path.name: path.read_bytes() for path in (tmp_path / "evidence").iterdir()} == kept
    one, other = json.loads(first), json.loads(again)
    assert one["channels"] == other["channels"]
    assert other["rulebook"]["overlays"] == ["evidence"]


def test_another_survey_of_the_day_is_never_written_over(call: Run, tmp_path: Path) -> None:
    written(tmp_path)
    call("survey", "local.yaml", *DAY, "--update", "evidence")
    (kept,) = (tmp_path / "evidence").iterdir()
    before = kept.read_bytes()
    written(tmp_path, title="Another")
    done = call("survey", "local.yaml", *DAY, "--update", "evidence", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert "another source" in done.stderr
    assert kept.read_bytes() == before


@pytest.mark.parametrize(
    ("change", "files"),
    [
        (("facebook: 2}", "facebook: 3}"), 1),
        (("monthly", "weekly"), 2),
        (("facebook", "tiktok"), 2),
        (("period:", "population: parents\nperiod:"), 2),
    ],
)
def test_a_corrected_survey_is_the_same_and_another_question_is_another(change: tuple[str, str], files: int, call: Run, tmp_path: Path) -> None:
    written(tmp_path)
    call("survey", "local.yaml", *DAY, "--update", "evidence")
    file = tmp_path / "local.yaml"
    text = file.read_text(encoding="utf-8")
    assert change[0] in text
    file.write_text(text.replace(*change), encoding="utf-8")
    assert call("survey", "local.yaml", *DAY, "--update", "evidence").returncode == 0
    assert len(list((tmp_path / "evidence").iterdir())) == files


def test_a_folder_that_cannot_be_is_said(call: Run, tmp_path: Path) -> None:
    written(tmp_path)
    done = call("survey", "local.yaml", *DAY, "--update", "local.yaml", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert "choose another folder" in done.stderr


@pytest.mark.parametrize("more", ["", "population: parents\n", "territory: {population_by_age: {0-24: 10, 25+: 20}}\n"])
def test_what_is_answered_is_what_the_schema_says(call: Run, tmp_path: Path, more: str) -> None:
    written(tmp_path, more=more)
    assert complaints("survey", call("survey", "local.yaml", *DAY, "--format", "json").stdout) == []


def test_what_is_written_is_a_rulebook_file_with_nothing_to_mend(call: Run, tmp_path: Path) -> None:
    written(tmp_path, title='"yes: [*a] # \\u202e"', more="territory: {population_by_age: {0-24: 10, 25+: 20}}\ncomparability: {fr-dip2025: 0.5}\n")
    assert call("survey", "local.yaml", *DAY, "--update", "evidence").returncode == 0
    assert call("rules", "check", "--strict", "--rules", "evidence").returncode == 0
    told = json.loads(call("survey", "local.yaml", *DAY, "--format", "json").stdout)
    advised = presences(call("advise", "--audience", "youth", *ASKED, "--rules", "evidence").stdout)
    assert advised["facebook/page"]["share"] == told["channels"][0]["groups"][0]["together"]["share"]


def test_an_audience_that_age_does_not_define(call: Run, tmp_path: Path) -> None:
    """A question that was put to some of the groups only says nothing of all."""
    written(tmp_path, more="population: parents\n")
    text = (tmp_path / "local.yaml").read_text(encoding="utf-8").replace("{facebook: 5}", "{facebook: 5, print: 4}")
    (tmp_path / "local.yaml").write_text(text, encoding="utf-8")
    facebook, paper = json.loads(call("survey", "local.yaml", *DAY, "--format", "json", "--update", "evidence").stdout)["channels"]
    assert "everybody" not in paper
    advised = presences(call("advise", "--audience", "parents", *ASKED, "--rules", "evidence").stdout)
    assert advised["facebook/page"]["share"] == facebook["everybody"]["share"]
    assert not any(name.startswith("town") for name in advised["print"]["evidence"])
    said = call("survey", "local.yaml", *DAY, "--lang", "en", COLUMNS="300").stdout
    assert "No census tells" in said
    assert "no figure, for too few of their ages were asked" in said


def test_disagreement_and_small_groups_are_said(call: Run, tmp_path: Path) -> None:
    written(tmp_path)
    told = json.loads(call("survey", "local.yaml", *DAY, "--format", "json").stdout)
    young, old = told["channels"][0]["groups"]
    assert (young["disagree"], young["few"], old["few"]) == (True, False, True)
    assert young["tail"] < 0.05
    said = call("survey", "local.yaml", *DAY, "--lang", "en", COLUMNS="300").stdout
    assert "15–24 (3% here, 38% in the surveys)" in said
    assert "25+ (9 asked)" in said
    assert "Nobody said how many of each age live here" in said


def test_an_online_survey_that_must_do_is_marked(call: Run, tmp_path: Path) -> None:
    written(tmp_path, mode="online", more="online_survey_accepted: {because: the forms were lost}\n")
    said = call("survey", "local.yaml", *DAY, "--lang", "en", "--update", "evidence", COLUMNS="300")
    assert said.returncode == 0
    assert "too high" in said.stdout
    assert "the forms were lost" in said.stdout
    assert "the forms were lost" in next((tmp_path / "evidence").iterdir()).read_text(encoding="utf-8")


def test_a_survey_is_heard_from_its_last_day_on(call: Run) -> None:
    call("survey", str(EXAMPLE), *DAY, "--update", "evidence")
    told = [
        presences(call("advise", *ASKED[:-4], "--as-of", day, "--format", "json", "--audience", "youth", "--rules", "evidence").stdout)
        for day in ("2026-09-25", "2026-09-26")
    ]
    assert [len(found["facebook/page"]["evidence"]) for found in told] == [1, 2]


def test_nothing_from_a_file_is_obeyed(call: Run, tmp_path: Path) -> None:
    written(tmp_path, title='"\\e[31m<b>[x](http://y) `z`"', more='question: "| a | ::error:: @all"\n')
    for chosen in ("text", "markdown", "json"):
        said = call("survey", "local.yaml", *DAY, "--format", chosen).stdout
        assert "\x1b" not in said
    assert "<b>" not in call("survey", "local.yaml", *DAY, "--format", "markdown").stdout


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("width", [60, 100, 160])
def test_it_fits(call: Run, width: int, lang: str) -> None:
    lines = call("survey", str(EXAMPLE), *DAY, "--lang", lang, "--verbose", COLUMNS=str(width)).stdout.splitlines()
    assert max(map(len, lines)) <= width
    assert not any(line != line.rstrip() for line in lines)


def test_standard_input_and_the_quiet_answer(run: Run, tmp_path: Path) -> None:
    written(tmp_path)
    done = run("survey", "-", *DAY, "--quiet", "--lang", "en", stdin=(tmp_path / "local.yaml").read_text(encoding="utf-8"))
    assert (done.returncode, done.stderr) == (0, "")
    assert "FACEBOOK" in done.stdout
    assert "15–24" not in done.stdout
