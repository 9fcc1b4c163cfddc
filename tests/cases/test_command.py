"""channelfit rules test, as a process."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import xmlschema

from tests.conftest import Run

JUNIT = Path(__file__).parents[1] / "data" / "schemas" / "junit-10.xsd"
RULE = """rules:
- id: our-own-rule
  from: 2010-01-01
  review_by: 2030-01-01
  when: {goal: listening}
  fits: {telephone: +3}
  because: {en: People who call are heard at once., fr: Qui appelle est entendu tout de suite.}
  sources: [capcom-seed-2020]
"""
BRIEF = "  brief: {goals: [listening], audiences: [residents], facts: {country: FR}, as_of: 2026-11-23}\n"
GOOD = f"- name: the telephone is heard\n{BRIEF}  expect: {{fires: [our-own-rule]}}\n"
BAD = f"- name: <b>nobody</b> calls\n{BRIEF}  expect: {{silent: [our-own-rule], before: [[x/account, telephone]]}}\n"
TODO = f"- name: one day\n  todo: we wait for figures\n{BRIEF}  expect: {{silent: [our-own-rule]}}\n"
TODO_PASSES = f"- name: already\n  todo: we wait for figures\n{BRIEF}  expect: {{fires: [our-own-rule]}}\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "own.yaml").write_text(RULE, encoding="utf-8")
    return tmp_path / "ours"


def write(folder: Path, *cases: str) -> None:
    (folder / "own.cases.yaml").write_text("cases:\n" + "".join(cases), encoding="utf-8")


@pytest.mark.parametrize(
    ("cases", "status", "said"),
    [
        ((GOOD,), 0, "1 case: 1 passed"),
        ((GOOD, BAD), 1, "2 cases: 1 passed, 1 failed"),
        ((TODO,), 0, "1 case: 1 to do"),
        ((TODO_PASSES,), 0, "1 case: 1 to do that passes"),
        (("- name: x\n  breif: {}\n",), 2, ""),
    ],
)
def test_exit_codes(run: Run, own: Path, cases: tuple[str, ...], status: int, said: str) -> None:
    write(own, *cases)
    done = run("rules", "test", "--rules", "ours", "own")
    assert done.returncode == status, done.stdout + done.stderr
    assert said in done.stdout
    assert ("own.cases.yaml, line 2" in done.stderr) is (status == 2)


def test_no_case_is_no_success(run: Run) -> None:
    done = run("rules", "test", "no such case")
    assert (done.returncode, done.stderr) == (3, "")
    assert "No case to run" in done.stdout


def test_a_failure_says_where_what_and_why(run: Run, own: Path) -> None:
    write(own, BAD)
    said = run("rules", "test", "--rules", "ours", "own", COLUMNS="200").stdout
    for part in ("ours/own.cases.yaml:2 (ours)", "expected  before: x/account > telephone", "comes before", "presence", "our-own-rule +3"):
        assert part in said


@pytest.mark.parametrize("name", ["telephone is HEARD", "own", "ours/own.cases.yaml", "our-own-rule"])
def test_a_name_is_a_part_of_a_case_a_file_or_a_rule(call: Run, own: Path, name: str) -> None:
    write(own, GOOD)
    found = json.loads(call("rules", "test", name, "--rules", "ours", "--format", "json").stdout)["cases"]
    assert "the telephone is heard" in [case["name"] for case in found]
    assert len(found) < 50


def test_cases_beside_a_single_file_are_run(call: Run, own: Path) -> None:
    write(own, GOOD)
    (own / "other.yaml").write_text("rules: []\n", encoding="utf-8")
    (own / "other.cases.yaml").write_text("cases:\n- name: x\n", encoding="utf-8")
    assert call("rules", "test", "--rules", "ours/own.yaml", "own").returncode == 0


def test_built_in_cases_run_too_and_each_layer_is_told(run: Run, own: Path) -> None:
    write(own, GOOD)
    done = run("rules", "test", "--rules", "ours")
    assert "ours: 1 case, 0 failed" in done.stdout
    assert "built-in: " in done.stdout


def test_an_overlay_that_changes_an_answer_restates_the_case(call: Run, own: Path) -> None:
    (own / "own.yaml").write_text(RULE.replace("listening", "media-relations").replace("telephone: +3", "press-list: -3"), encoding="utf-8")
    write(own, GOOD.replace("listening", "media-relations"))
    broken = [case for case in json.loads(call("rules", "test", "--rules", "ours", "--format", "json").stdout)["cases"] if case["status"] == "failed"]
    assert broken
    restated = [f"- name: {json.dumps(case['name'])}\n  todo: we disagree\n{BRIEF}  expect: {{first: x/account}}\n" for case in broken]
    write(own, *restated)
    assert call("rules", "test", "--rules", "ours").returncode == 0


def test_what_is_expected_of_a_disabled_rule_is_set_aside(call: Run, own: Path) -> None:
    reason = "{id: telegram-and-signal-are-minority-tools, because: {en: Not here., fr: Pas ici.}}"
    (own / "own.yaml").write_text(f"disables: [{reason}]\n", encoding="utf-8")
    assert "telegram-and-signal" not in call("rules", "test", "--rules", "ours").stdout


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("--coverage",), 0, "rounded down"),
        (("--coverage", "100"), 1, "At least 100% was asked for."),
        (("--coverage=0",), 0, "rounded down"),
        (("--coverage", "ages"), 0, "rounded down"),
        (("--coverage=much",), 2, ""),
        (("--coverage", "101"), 2, ""),
    ],
)
def test_coverage(call: Run, arguments: tuple[str, ...], status: int, said: str) -> None:
    name = () if "ages" in arguments else ("ages",)
    done = call("rules", "test", *name, *arguments)
    assert done.returncode == status, done.stderr
    assert said in done.stdout
    assert ("in no case" in done.stdout) is (status < 2)


def test_coverage_can_be_configured(call: Run, tmp_path: Path) -> None:
    (tmp_path / "channelfit.yaml").write_text("rules: {coverage: 99.5}\n", encoding="utf-8")
    assert call("rules", "test", "ages").returncode == 1


def test_json(call: Run, own: Path) -> None:
    write(own, GOOD, BAD, TODO)
    tree = json.loads(call("rules", "test", "--rules", "ours", "own", "--format", "json", "--coverage").stdout)
    assert tree["summary"] == {"cases": 3, "passed": 1, "failed": 1, "todo": 1, "todo_passes": 0}
    assert [(case["status"], case["origin"], len(case["failures"])) for case in tree["cases"]] == [
        ("passed", "ours", 0),
        ("failed", "ours", 2),
        ("todo", "ours", 1),
    ]
    assert tree["coverage"]["percent"] == 0
    assert "our-own-rule" not in tree["coverage"]["never_true"]


def test_junit_is_valid(call: Run, own: Path, tmp_path: Path) -> None:
    write(own, GOOD, BAD, TODO)
    call("rules", "test", "--rules", "ours", "own", "--format", "junit", "--output", "junit.xml")
    xmlschema.XMLSchema(JUNIT).validate(tmp_path / "junit.xml")
    root = ET.fromstring((tmp_path / "junit.xml").read_text(encoding="utf-8"))
    assert [(root.get("tests"), root.get("failures")), len(list(root.iter("skipped")))] == [("3", "1"), 1]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_markdown_is_inert(call: Run, own: Path, lang: str) -> None:
    write(own, BAD, TODO)
    said = call("rules", "test", "--rules", "ours", "own", "--format", "markdown", "--lang", lang, "--coverage").stdout
    assert "<b>" not in said
    assert "| " in said


def test_cases_are_examples_of_their_rule(call: Run, own: Path) -> None:
    write(own, GOOD)
    assert "the telephone is heard" in call("rules", "show", "our-own-rule", "--rules", "ours").stdout
    assert "the telephone is heard" in call("rules", "show", "our-own-rule", "--rules", "ours", "--format", "markdown").stdout
    example = json.loads(call("rules", "show", "our-own-rule", "--rules", "ours", "--format", "json").stdout)["examples"][0]
    assert (example["file"], example["line"], example["case"]["expect"]) == ("ours/own.cases.yaml", 2, {"fires": ["our-own-rule"]})
