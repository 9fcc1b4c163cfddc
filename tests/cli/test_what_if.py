"""--what-if through the command: both answers, every form, every mistake."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run

ASKED = ("advise", "--goal", "service-alerts", "--audience", "commuters", "--fact", "country=FR", "--fact", "hours_per_week=12")
BRIEF = "goals: [service-alerts]\naudiences: [commuters]\nfacts: {country: FR, hours_per_week: 12}\nas_of: 2026-11-23\n"


@pytest.fixture
def brief(tmp_path: Path) -> str:
    (tmp_path / "brief.yaml").write_text(BRIEF, encoding="utf-8")
    return "brief.yaml"


def test_both_answers_stand_side_by_side(call: Run, brief: str) -> None:
    before = json.loads(call("advise", brief, "--format", "json").stdout)
    after = json.loads(call("advise", brief, "--fact", "hours_per_week=2", "--format", "json").stdout)
    both = json.loads(call("advise", brief, "--what-if", "hours_per_week=2", "--format", "json").stdout)
    supposed = both.pop("what_if")
    assert both == before
    assert supposed["facts"] == {"hours_per_week": 2}
    for side, answer in (("before", before), ("after", after)):
        ranks = {item["channel"]: (item["rank"], item["score"], item["verdict"]) for item in answer["ranking"]}
        told = {
            item["channel"]: tuple(item[f"{name}_{side}"] for name in ("rank", "score", "verdict"))
            for item in supposed["ranking"]
            if f"rank_{side}" in item
        }
        assert told == ranks
    assert {rule["id"] for item in supposed["changes"]["channels"] for part in item.get("parts", ()) for rule in part["causes"]} <= set(
        supposed["changes"]["rules"]
    )


def test_another_country_is_another_edition(call: Run, brief: str) -> None:
    supposed = json.loads(call("advise", brief, "--what-if", "country=CN", "--format", "json").stdout)["what_if"]
    gone = [item for item in supposed["ranking"] if "rank_after" not in item]
    assert any(item["channel"] == "facebook/page" for item in gone)
    causes = {cause["how"] for item in supposed["changes"]["channels"] if "after" not in item for cause in item["causes"]}
    assert causes == {"not-here"}


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("width", ["60", "100", "160"])
def test_it_stands_before_the_answer_and_fits(call: Run, brief: str, lang: str, width: str) -> None:
    said = call("advise", brief, "--what-if", "hours_per_week=2", "--what-if", "hostile_comments=yes", "--lang", lang, COLUMNS=width).stdout
    lines = said.splitlines()
    title = next(place for place, line in enumerate(lines) if line.startswith(("What if", "Et si")))
    assert title < next(place for place, line in enumerate(lines) if line in ("NETWORKS", "RÉSEAUX"))
    assert max(map(len, lines)) <= int(width)


def test_what_changes_nothing_says_so(call: Run, brief: str) -> None:
    assert "Nothing would change." in call("advise", brief, "--what-if", "hours_per_week=12", "--lang", "en").stdout


def test_in_short_it_is_the_table_and_the_ranking(call: Run, brief: str) -> None:
    said = call("advise", brief, "--what-if", "hours_per_week=2", "--quiet", "--lang", "en").stdout
    assert "What if – hours a week: 2, not 12" in said
    assert "SURE" not in said
    assert "in 100 tries" not in said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("hours_per_wek=2", "did you mean hours_per_week?"),
        ("moderation=sometimes", "office-hours"),
        ("hours_per_week=some", "expected: a number"),
        ("hours_per_week=-1", "--what-if hours_per_week=-1"),
        ("country=UK", "did you mean GB?"),
        ("country", "write --what-if country=VALUE"),
        ("minors=", "nothing is supposed of “minors”"),
        ("minors= ", "--what-if minors=VALUE"),
    ],
)
def test_what_cannot_be_supposed(call: Run, brief: str, typed: str, said: str) -> None:
    done = call("advise", brief, "--what-if", typed, "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_fact_is_supposed_once(call: Run, brief: str, tmp_path: Path) -> None:
    done = call("advise", brief, "--what-if", "minors=yes", "--what-if", "minors=no", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert "“minors” is supposed twice" in done.stderr
    assert "command line, line 2" in done.stderr
    (tmp_path / "channelfit.yaml").write_text("advise:\n  what_if: [minors=yes, minors=no]\n", encoding="utf-8")
    assert "channelfit.yaml, line 2, column 25" in call("advise", brief, "--lang", "en").stderr


def test_a_list_may_be_supposed_to_hold_nothing(call: Run, brief: str) -> None:
    assert json.loads(call("advise", brief, "--what-if", "languages=", "--format", "json").stdout)["what_if"]["facts"] == {"languages": []}


def test_a_decision_is_held_against_what_is(call: Run, brief: str) -> None:
    done = call("advise", brief, "--check", "--what-if", "hours_per_week=2")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--what-if" in done.stderr


def test_it_can_be_configured_and_what_is_typed_wins(call: Run, brief: str, tmp_path: Path) -> None:
    (tmp_path / "channelfit.yaml").write_text("advise: {what_if: [hours_per_week=2], format: json}\n", encoding="utf-8")
    assert json.loads(call("advise", brief).stdout)["what_if"]["facts"] == {"hours_per_week": 2}
    assert json.loads(call("advise", brief, "--what-if", "minors=yes").stdout)["what_if"]["facts"] == {"minors": True}
    (tmp_path / "channelfit.yaml").write_text("advise:\n  what_if: [hours_per_wek=2]\n", encoding="utf-8")
    done = call("advise", brief, "--lang", "en")
    assert done.returncode == 2
    assert "channelfit.yaml, line 2, column 13" in done.stderr


def test_a_value_from_outside_is_inert(call: Run, brief: str) -> None:
    said = call("advise", brief, "--what-if", "languages=\x1b[31m[bold]x", "--format", "markdown").stdout
    assert "\x1b" not in said
    assert "[bold]" not in said
