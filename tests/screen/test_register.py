"""The register in figures, and the path of an account found in the wild."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelfit.inventory.model import Record
from channelfit.screen.register import _contributors, _year
from tests.conftest import Run

REGISTER = """
organisation: {name: Saint-Aubin, country: FR}
as_of: 2026-11-23
undeclared:
- {id: pool, url: https://instagram.com/pool_sa, found_on: 2026-09-01, kind: staff-created, author_unit: Pool, need: show our work,
   need_kind: recognition, contacted_on: 2026-09-03, uses_logo: no, shows_minors: no, audience_internal: no}
- {id: old, url: https://instagram.com/old_sa, found_on: 2026-01-01, decision: merge, done_on: 2026-02-10}
- {id: older, url: https://instagram.com/older_sa, found_on: 2026-01-01, decision: close, done_on: 2026-01-21}
requests:
- {id: a, received_on: 2026-03-01, outcome: redirect, decided_on: 2026-03-09, stops: [too-few-hours, objective-is-recognition], became: contributing}
- {id: b, received_on: 2026-03-01, outcome: redirect, decided_on: 2026-03-13, stops: [too-few-hours]}
- {id: c, received_on: 2026-10-01}
- {id: d, received_on: 2025-10-01, outcome: open, decided_on: 2025-10-02, became: opened}
contributors:
- {name: one, unit: Pool, trained_on: 2026-05-01, in_job_description: yes, credited: yes, contributions: 12}
- {name: two, unit: Pool, trained_on: 2024-05-01, contributions: 3}
"""


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "presence.yaml"
    path.write_text(REGISTER, encoding="utf-8")
    return path


def test_the_figures_are_those_of_the_file(register: Path, call: Run) -> None:
    found = json.loads(call("screen", "--register", register.name, "--format", "json").stdout)
    assert found["schema"] == "channelfit/register/1"
    this, last = found["years"]
    assert (this["year"], this["received"], this["median_days"]) == (2026, 3, 10)
    assert this["outcomes"] == {"redirect": 2, "undecided": 1}
    assert this["reasons"] == {"too-few-hours": 2, "objective-is-recognition": 1}
    assert (last["year"], last["became"]) == (2025, {"opened": 1})
    assert found["wild"] == {"found": 3, "open": 1, "done": 2, "median_days": 30, "conversion": 0.5}
    assert found["contributors"] == {"people": 2, "units": 1, "trained": 1, "in_job_description": 1, "credited": 1, "contributions": 15}


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_the_figures_are_told_in_words(lang: str, form: str, register: Path, call: Run) -> None:
    done = call("screen", "--register", register.name, "--lang", lang, "--format", form)
    assert (done.returncode, "2026" in done.stdout, "too-few-hours 2" in done.stdout) == (0, True, True)


def test_an_inventory_without_a_register_says_so(tmp_path: Path, call: Run) -> None:
    (tmp_path / "bare.yaml").write_text("organisation: {name: Saint-Aubin}\n", encoding="utf-8")
    assert "Begin the register" in call("screen", "--register", "bare.yaml").stdout


OUTCOME = st.sampled_from(["open", "pilot", "redirect", "defer", "refuse", None])


@given(st.lists(OUTCOME))
def test_every_request_counts_once(outcomes: list[str | None]) -> None:
    requests = [Record({"outcome": outcome} if outcome else {}) for outcome in outcomes]
    year = _year(2026, requests)
    assert sum(year.outcomes.values()) == year.received == len(outcomes)


@given(st.dates(date(2001, 1, 1), date(2099, 12, 31)))
def test_a_year_is_a_year_on_any_day(day: date) -> None:
    """The day itself counts as trained; so does every day since, and none of tomorrow."""
    assert _contributors([Record({"trained_on": day})], day).trained == 1
    assert _contributors([Record({"trained_on": date(day.year - 2, 12, 31)})], date(day.year, 12, 31)).trained == 0


def test_a_wild_account_begins_a_request(register: Path, call: Run) -> None:
    done = call("screen", "--from-undeclared", register.name, "pool", "--request-out", "request.yaml")
    assert done.returncode == 0
    assert "Make its author a relay" in done.stdout
    assert "By 8 September 2026, communications" in done.stdout
    found = json.loads(call("screen", "request.yaml", "--format", "json").stdout)
    assert found["outcome"] == "defer"
    assert "objective-is-recognition" in [stop["rule"] for stop in found["stops"]]
    assert "request.unit" not in found["missing"]


def test_the_path_names_checks_of_the_audit(register: Path, call: Run) -> None:
    found = json.loads(call("screen", "--from-undeclared", register.name, "https://instagram.com/pool_sa", "--format", "json").stdout)
    assert (found["next_step"], found["path"][0]["due_on"]) == ("step-contributor", "2026-09-08")
    audited = json.loads(call("audit", register.name, "--format", "json").stdout)
    checks = {row["check"] for row in audited["coverage"]}
    assert {name for step in found["path"] for name in step["checks"]} <= checks


def test_an_account_nobody_found_is_told_with_the_nearest(register: Path, call: Run) -> None:
    done = call("screen", "--from-undeclared", register.name, "poool")
    assert (done.returncode, "did you mean pool?" in done.stderr) == (2, True)


def test_the_audit_reads_the_register(register: Path, call: Run) -> None:
    found = json.loads(call("audit", register.name, "--format", "json", "--select", "requests").stdout)["findings"]
    assert [finding["check"] for finding in found] == ["request-undecided"]
    assert found[0]["line"] == 12


WILD = """
as_of: 2026-11-23
undeclared:
- {id: fake, url: https://facebook.com/ville.rivemont, found_on: 2026-11-20, kind: impersonation}
- {id: friends, url: https://instagram.com/amis_ville, found_on: 2026-11-20, kind: fan, uses_logo: no}
- {id: gone, url: https://instagram.com/gone_ville, kind: legacy, decision: close, done_on: 2026-11-02}
- {id: undated, url: https://instagram.com/undated_ville, kind: staff-created}
- {id: tomorrow, url: https://instagram.com/tomorrow_ville, found_on: 2026-12-24}
"""


@pytest.mark.parametrize(
    ("name", "steps", "found_on"),
    [
        ("fake", ["keep-evidence", "report-it", "warn-the-public"], "2026-11-20"),
        ("friends", ["ask-for-a-line"], "2026-11-20"),
        ("undated", ["talk", "secure", "decide", "carry-out", "offer"], None),
        ("http://www.instagram.com/Amis_Ville/?hl=fr", ["ask-for-a-line"], "2026-11-20"),
    ],
)
def test_every_kind_has_its_path_and_no_day_is_invented(name: str, steps: list[str], found_on: str | None, call: Run, tmp_path: Path) -> None:
    (tmp_path / "wild.yaml").write_text(WILD, encoding="utf-8")
    found = json.loads(call("screen", "--from-undeclared", "wild.yaml", name, "--format", "json").stdout)
    assert ([step["step"] for step in found["path"]], found["found_on"]) == (steps, found_on)
    assert [step["due_on"] is None for step in found["path"]] == [found_on is None] * len(steps)


def test_what_was_decided_and_done_is_told(call: Run, tmp_path: Path) -> None:
    (tmp_path / "wild.yaml").write_text(WILD, encoding="utf-8")
    shown = call("screen", "--from-undeclared", "wild.yaml", "gone", "--lang", "en").stdout
    assert "decided to: close; done on 2 November 2026" in " ".join(shown.split())
    assert "Who does what" not in shown


def test_nothing_is_found_tomorrow(call: Run, tmp_path: Path) -> None:
    (tmp_path / "wild.yaml").write_text(WILD, encoding="utf-8")
    done = call("screen", "--from-undeclared", "wild.yaml", "tomorrow", "--lang", "en")
    assert (done.returncode, "wild.yaml, line 8" in done.stderr, "2026-12-24" in done.stderr) == (2, True, True), done.stderr


def test_a_register_that_cannot_be_is_refused_with_all_that_is_wrong(call: Run, tmp_path: Path) -> None:
    lines = "requests: [{id: a, received_on: 2026-03-09, decided_on: 2026-03-01, stops: [too-few-hour]}]\n"
    (tmp_path / "presence.yaml").write_text(lines, encoding="utf-8")
    done = call("screen", "--register", "presence.yaml", "--lang", "en")
    assert (done.returncode, "before it was received" in done.stderr, "did you mean too-few-hours?" in done.stderr) == (2, True, True), done.stderr
