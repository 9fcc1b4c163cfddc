"""Decisions on record: what holds, what no longer does, what changed since, and the status that a pipeline sees."""

import json

import pytest

from tests.conftest import Run

PRESS = "goals: [media-relations]\naudiences: {journalists: 2, partners: 1}\nfacts: {country: FR, hours_per_week: 8}\n"
CHECK = ("advise", "-", "--check", "--lang", "en")


def decided(channels: str, on: str = "2020-03-04", brief: str = PRESS) -> str:
    return f"{brief}decided: {{channels: [{channels}], on: {on}, because: the press is there}}\n"


@pytest.mark.parametrize(
    ("brief", "day", "status"),
    [
        (decided("x/account"), "2020-03-04", 0),
        (decided("x/account"), "2026-11-23", 1),
        (decided("press-list, telephone"), "2026-11-23", 0),
        (decided("press-list, x/account"), "2026-11-23", 1),
        (decided("press-list", on="2027-05-01"), "2026-11-23", 0),
        (decided("press-list", on=""), "2026-11-23", 0),
        (PRESS, "2026-11-23", 3),
        (PRESS + "decided:\n", "2026-11-23", 3),
        (decided("x/acount"), "2026-11-23", 2),
    ],
)
@pytest.mark.parametrize("format_", ["text", "json", "markdown"])
def test_the_status_says_whether_the_decision_holds(call: Run, brief: str, day: str, status: int, format_: str) -> None:
    assert call(*CHECK, "--as-of", day, "--format", format_, stdin=brief).returncode == status


def test_a_real_process_leaves_with_the_status(run: Run) -> None:
    done = run(*CHECK, "--as-of", "2026-11-23", stdin=decided("x/account"))
    assert (done.returncode, done.stderr) == (1, "")
    said = " ".join(done.stdout.split())
    assert "The decision no longer holds." in said
    assert "X: avoid. On 4 March 2020 it was: lead. What changed:" in said
    assert "where-newsrooms-watched (held until 26 October 2022)" in said
    assert "Reason noted at the time: the press is there" in said


def test_without_a_decision_there_is_nothing_to_check(call: Run) -> None:
    done = call(*CHECK, stdin=PRESS)
    assert (done.returncode, done.stdout) == (3, "")
    assert "records no decision" in done.stderr


def test_json_gains_the_decision_only_when_it_is_checked(call: Run) -> None:
    ask = ("advise", "-", "--format", "json", "--as-of", "2026-11-23")
    plain = json.loads(call(*ask, stdin=decided("x/account, press-list")).stdout)
    checked = json.loads(call(*ask, "--check", stdin=decided("x/account, press-list")).stdout)
    decision = checked.pop("decision")
    assert checked == plain
    assert (decision["holds"], decision["on"]) == (False, "2020-03-04")
    assert [(item["channel"], item["holds"], item["verdict"]) for item in decision["channels"]] == [
        ("x/account", False, "avoid"),
        ("press-list", True, "lead"),
    ]
    changes = decision["channels"][0]["changes"]
    assert sum(part["score"] for part in changes["parts"]) == pytest.approx(changes["change"], abs=1e-9)
    named = {cause["id"] for part in changes["parts"] for cause in part["causes"]}
    assert named == {*decision["rules"], *decision["figures"]}


def test_a_channel_ruled_out_breaks_the_decision_with_its_reason(call: Run) -> None:
    brief = "goals: [internal-communication]\naudiences: [staff]\nfacts: {country: FR, personal_data: true}\n"
    done = call(*CHECK, "--as-of", "2026-11-23", "--format", "json", stdin=decided("facebook/group", brief=brief))
    decision = json.loads(done.stdout)["decision"]
    assert done.returncode == 1
    assert decision["channels"][0]["excluded_by"]


DUTY = """\
rules:
- id: house-wants-print
  from: 2025-01-01
  review_by: 2028-01-01
  when: {goal: media-relations}
  requires: [print]
  because: {fr: "Le conseil l’a voté.", en: "The council voted it."}
  sources: [channelfit-judgement]
"""


@pytest.mark.parametrize(("on", "status"), [("2024-06-01", 1), ("2025-06-01", 0)])
def test_a_duty_that_came_since_breaks_the_decision_and_an_older_one_is_told(
    call: Run, tmp_path_factory: pytest.TempPathFactory, on: str, status: int
) -> None:
    house = tmp_path_factory.mktemp("house") / "house.yaml"
    house.write_text(DUTY, encoding="utf-8")
    done = call(*CHECK, "--as-of", "2026-11-23", "--rules", str(house), stdin=decided("press-list", on=on))
    assert done.returncode == status
    assert "The council voted it." in " ".join(done.stdout.split())


def test_the_check_may_be_set_in_the_configuration(call: Run, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("playbook")
    (folder / "channelfit.yaml").write_text("advise: {check: true, as_of: 2026-11-23}\n", encoding="utf-8")
    assert call("advise", "-", stdin=decided("x/account"), cwd=folder).returncode == 1
