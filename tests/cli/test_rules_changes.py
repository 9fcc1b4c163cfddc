"""`rules changes` as people and scripts call it."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run

BRIEFS = Path(__file__).parents[2] / "examples" / "briefs"
PRESS = str(BRIEFS / "media-relations-2020.yaml")
YEARS = ("2020-03-04", "2023-01-15", "2026-11-23")
CHANGES = ("rules", "changes", "--lang", "en")
OWN = """\
disables:
- id: newsrooms-scattered
  because: {fr: "Notre presse y est encore.", en: "Our press is still there."}
rules:
- id: our-press-on-x
  from: 2024-01-01
  review_by: 2028-01-01
  when: {goal: media-relations}
  fits: {x/account: +3}
  because: {fr: "La presse locale y veille.", en: "The local press watches there."}
  sources: [channelfit-judgement]
"""


@pytest.fixture
def own(tmp_path: Path) -> str:
    path = tmp_path / "own.yaml"
    path.write_text(OWN, encoding="utf-8")
    return path.name


@pytest.mark.parametrize(("before", "after"), [(YEARS[0], YEARS[1]), (YEARS[1], YEARS[2]), (YEARS[0], YEARS[2])])
def test_every_difference_between_the_years_has_a_rule_or_a_figure(call: Run, before: str, after: str) -> None:
    done = call(*CHANGES, "--from", before, "--to", after, "--format", "json", str(BRIEFS))
    found = json.loads(done.stdout)
    assert (done.returncode, found["schema"], found["from"], found["to"]) == (0, "channelfit/changes/1", before, after)
    assert len(found["briefs"]) == len(list(BRIEFS.glob("*.yaml")))
    known = {*found["rules"], *found["figures"]}
    assert sum(bool(brief["channels"]) for brief in found["briefs"]) > len(found["briefs"]) // 2
    for brief in found["briefs"]:
        for moved in brief["channels"]:
            if "parts" in moved:
                assert sum(part["score"] for part in moved["parts"]) == pytest.approx(moved["change"], abs=1e-9)
                assert {cause["id"] for part in moved["parts"] for cause in part["causes"]} <= known
            else:
                assert moved["causes"]


def test_x_for_the_press_is_right_in_2020_and_no_longer(run: Run) -> None:
    done = run(*CHANGES, "--from", "2020-03-04", "--to", "2026-11-23", PRESS)
    assert (done.returncode, done.stderr) == (0, "")
    said = " ".join(done.stdout.split())
    assert "Networks: X → LinkedIn page" in said
    assert "X: lead → try first (score 51.1 → 9.9)" in said
    assert "where-newsrooms-watched (held until 26 October 2022)" in said


def test_overlays_are_compared_with_the_rulebook_below_them(call: Run, own: str) -> None:
    done = call(*CHANGES, "--to", "2026-11-23", "--rules", own, PRESS)
    said = " ".join(done.stdout.split())
    assert done.returncode == 0
    assert "what own.yaml change on 23 November 2026" in said
    assert "X: try first → lead" in said
    assert "our-press-on-x (added by own.yaml)" in said
    assert "newsrooms-scattered (disabled by own.yaml: Our press is still there.)" in said


def test_dates_and_overlays_are_told_one_after_the_other(call: Run, own: str) -> None:
    done = call(*CHANGES, "--from", "2020-03-04", "--to", "2026-11-23", "--rules", own, "--format", "json", PRESS)
    found = json.loads(done.stdout)
    assert [brief["between"] for brief in found["briefs"]] == ["dates", "overlays"]
    assert found["rulebook"]["overlays"] == [own]
    assert found["rules"]["our-press-on-x"]["origin"] == own


@pytest.mark.parametrize(("channel", "status"), [("x/account", 1), ("press-list", 0)])
@pytest.mark.parametrize("format_", ["text", "json", "markdown"])
def test_a_decision_that_no_longer_holds_is_told_and_is_the_status(call: Run, channel: str, status: int, format_: str) -> None:
    brief = f"goals: [media-relations]\naudiences: [journalists]\nfacts: {{country: FR}}\ndecided: {{channels: [{channel}], on: 2020-03-04}}\n"
    done = call(*CHANGES, "--from", "2020-03-04", "--to", "2026-11-23", "--format", format_, "-", stdin=brief)
    assert done.returncode == status
    assert (f'"holds": {"false" if status else "true"}' if format_ == "json" else "The decision") in done.stdout


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("width", [60, 100])
@pytest.mark.parametrize("more", [(), ("--verbose",), ("--quiet",)])
def test_no_line_is_wider_than_the_screen(call: Run, lang: str, width: int, more: tuple[str, ...]) -> None:
    done = call("rules", "changes", "--from", "2020-03-04", "--to", "2026-11-23", "--lang", lang, *more, PRESS, COLUMNS=str(width))
    assert done.returncode == 0
    assert max(map(len, done.stdout.splitlines())) <= width


def test_nothing_changed_is_said(call: Run) -> None:
    assert "Nothing changed." in call(*CHANGES, "--from", "2026-11-22", "--to", "2026-11-22", PRESS).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((PRESS,), "“--from” is missing"),
        (("--from", "2026-01-01", "--to", "2020-01-01", PRESS), "later than"),
        (("--from", "spring", PRESS), "2026-11-24"),
        (("--from", "2020-01-01"), "BRIEFS"),
        (("--from", "2020-01-01", "nowhere.yaml"), "nowhere.yaml"),
        (("--from", "2020-01-01", "."), "holds no brief"),
        (("--from", "2020-01-01", "--rules", "nowhere", PRESS), "nowhere"),
    ],
)
def test_wrong_usage_is_told_with_a_way_out(call: Run, arguments: tuple[str, ...], said: str) -> None:
    done = call(*CHANGES, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_broken_brief_among_good_ones_is_told_and_the_good_ones_are_compared(call: Run, tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("goals: [media-relation]\naudiences: [journalists]\n", encoding="utf-8")
    done = call(*CHANGES, "--from", "2020-03-04", "--to", "2026-11-23", "broken.yaml", PRESS)
    assert done.returncode == 2
    assert "Networks: X" in done.stdout
    assert "broken.yaml, line 1" in done.stderr


def test_the_days_may_be_set_in_the_configuration(call: Run, tmp_path: Path) -> None:
    (tmp_path / "channelfit.yaml").write_text("rules: {from: 2020-03-04, to: 2026-11-23}\n", encoding="utf-8")
    assert "Networks: X" in call(*CHANGES, PRESS).stdout
