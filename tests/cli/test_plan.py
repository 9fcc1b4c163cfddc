"""`channelfit plan` as people and scripts call it."""

import json
from datetime import date
from math import fsum, prod
from pathlib import Path
from typing import Any

import pytest

from channelfit.inventory.load import Loader
from channelfit.rulebook.model import Rulebook
from tests.conftest import Run
from tests.project.documents import ROOT

BRIEF, RUN_TODAY = str(ROOT / "examples" / "briefs" / "roadworks.yaml"), str(ROOT / "examples" / "presence" / "road-service.yaml")
TOWN = str(ROOT / "examples" / "presence" / "ville-saint-aubin.yaml")
DAY = ("--as-of", "2026-11-24", "--lang", "en")
PAGE, GROUP = "facebook/page", "facebook/group"
NOBODY = "goals: [community-dialogue]\naudiences: [residents]\nfacts: {country: FR}\n"

NO_GROUPS = """
rules:
- id: no-groups
  from: 2020-01-01
  review_by: 2030-01-01
  excludes: {channels: [facebook/group]}
  because: {fr: Non., en: No.}
  sources: [ours]
sources: {ours: {title: Ours, publisher: Us, kind: judgement, how_verified: own, year: 2026}}
"""


def planned(call: Run, *arguments: str, **more: Any) -> dict[str, Any]:
    done = call("plan", *arguments, "--format", "json", *DAY, **more)
    assert (done.returncode, done.stderr) == (0, "")
    return dict(json.loads(done.stdout))


def worth(answer: dict[str, Any], levels: dict[str, str]) -> float:
    """The objective, from nothing but `cells`."""
    return fsum(cell["weight"] * (1 - prod(1 - cell["effect"][name][level] for name, level in levels.items())) for cell in answer["cells"])


def test_a_page_becomes_a_group(run: Run) -> None:
    """The seed's own story, from the first command to the last."""
    done = run("plan", BRIEF, "--presence", RUN_TODAY, *DAY)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Merge Facebook page into Facebook group" in done.stdout
    assert "All the way to the plan: merge Facebook page into Facebook group; close X" in done.stdout
    answer = planned(run, BRIEF, "--presence", RUN_TODAY)
    merger = next(step for step in answer["steps"] if step["do"] == "merge")
    assert (merger["channel"], merger["into"], merger["level"], merger["fits"]) == (PAGE, GROUP, "normal", True)
    assert merger["gain"] > 0
    assert [item["channel"] for item in answer["today"]["channels"]] == [PAGE, "x/account"]
    assert GROUP in {item["channel"] for item in answer["channels"]}


def test_the_json_recomputes_from_cells_and_costs(call: Run) -> None:
    answer = planned(call, BRIEF, "--presence", TOWN, "--hours", "12")
    levels = {item["channel"]: item["level"] for item in answer["channels"]}
    assert answer["schema"] == "channelfit/plan/1"
    assert answer["hours"] == 12
    assert worth(answer, levels) == pytest.approx(answer["objective"], abs=1e-12)
    assert sum(item["gain_in_order"] for item in answer["channels"]) == pytest.approx(answer["objective"], abs=1e-12)
    for point in answer["frontier"]:
        assert worth(answer, point["levels"]) == pytest.approx(point["objective"], abs=1e-12)
        assert sum(answer["costs"][name][level] for name, level in point["levels"].items()) <= point["hours"]
    assert {name for cell in answer["cells"] for name in cell["effect"]} == set(answer["costs"])


def test_the_same_call_gives_the_same_bytes(call: Run) -> None:
    assert len({call("plan", BRIEF, "--presence", RUN_TODAY, "--format", "json", *DAY).stdout for _ in range(2)}) == 1


@pytest.mark.parametrize(
    ("arguments", "brief", "hours"),
    [
        (("--hours", "7,5"), NOBODY, 7.5),
        (("--hours", "7.8"), NOBODY, 7.5),
        (("--hours", "1e9"), NOBODY, 1e9),
        (("--hours", "3"), NOBODY.replace("FR", "FR, hours_per_week: 9"), 3),
        ((), NOBODY.replace("FR", "FR, hours_per_week: 9"), 9),
        (("--fact", "hours_per_week=4"), NOBODY, 4),
        (("--presence", RUN_TODAY), NOBODY, 10),
    ],
)
def test_where_the_hours_come_from(call: Run, arguments: tuple[str, ...], brief: str, hours: float) -> None:
    assert planned(call, "-", *arguments, stdin=brief)["hours"] == hours


def test_hours_and_wishes_may_be_configured(call: Run, tmp_path: Path) -> None:
    (tmp_path / "channelfit.yaml").write_text(
        "plan: {hours: 6, require: [imprimé], exclude: [x/account], min_reach: [residents=10%]}\n", encoding="utf-8"
    )
    answer = planned(call, "-", stdin=NOBODY)
    assert (answer["hours"], answer["required"], answer["excluded"], answer["minima"]) == (6, ["print"], ["x/account"], {"residents": 0.1})
    assert planned(call, "-", "--hours", "8", "--require", "sms", stdin=NOBODY)["required"] == ["sms"]


def test_the_country_is_that_of_the_brief_or_else_of_the_organisation(call: Run) -> None:
    said, unsaid = (planned(call, "-", "--presence", RUN_TODAY, stdin=brief) for brief in (NOBODY, NOBODY.replace("country: FR", "")))
    assert unsaid == said
    assert unsaid["brief"]["facts"] == {"country": "FR"}
    elsewhere = planned(call, "-", "--presence", RUN_TODAY, stdin=NOBODY.replace("FR", "BE"))
    assert elsewhere["brief"]["facts"] == {"country": "BE"}


def test_a_duty_that_is_excluded_is_said_at_once(call: Run) -> None:
    warning = NOBODY.replace("community-dialogue", "official-warning").replace("FR", "FR, digital_exclusion: true")
    exclude = [part for name in ("print", "telephone", "in-person") for part in ("--exclude", name)]
    answer = planned(call, "-", "--hours", "6", *exclude, stdin=warning)
    (broken,) = answer["broken"]
    assert broken["rules"] == ["somebody-offline-must-be-served"]
    assert set(broken["one_of"]) == {"print", "telephone", "in-person"}
    said = call("plan", "-", "--hours", "6", *exclude, *DAY, stdin=warning).stdout
    assert said.index("somebody-offline-must-be-served") < said.index("HOW FAR TO GO")


def test_who_serves_a_duty_is_told(call: Run) -> None:
    warning = NOBODY.replace("community-dialogue", "official-warning").replace("FR", "FR, digital_exclusion: true")
    answer = planned(call, "-", "--hours", "6", stdin=warning)
    taken = {item["channel"] for item in answer["channels"]}
    assert answer["required"] == []
    assert all(duty["served_by"] and set(duty["served_by"]) == set(duty["one_of"]) & taken for duty in answer["duties"])
    assert len(answer["duties"]) == 2


def test_more_hours_than_there_is_to_do(call: Run) -> None:
    answer = planned(call, BRIEF, "--hours", "100000", "--require", "print", "--min-reach", "residents=0.99", "--exclude", "sms")
    assert {item["level"] for item in answer["channels"]} == {"strong"}


def test_rounding_is_said(call: Run) -> None:
    assert "7.80 was taken as 7.5\u00a0h" in call("plan", "-", "--hours", "7.8", *DAY, stdin=NOBODY).stdout


def test_words_people_use_are_understood(call: Run) -> None:
    answer = planned(
        call, "-", "--hours", "12", "--require", "groupe facebook", "--exclude", "twitter", "--min-reach", "habitants=20 %", stdin=NOBODY
    )
    assert answer["required"] == [GROUP]
    assert answer["minima"] == {"residents": 0.2}
    assert {item["of"] for item in answer["prices"]} >= {"require", "minimum"}


def test_a_minimum_that_cannot_be_met_shows_the_best_that_can_be_had(call: Run) -> None:
    answer = planned(call, BRIEF, "--hours", "2", "--min-reach", "residents=0.9")
    assert answer["status"] == "infeasible"
    (unmet,) = answer["best_for"]
    assert (unmet["audience"], unmet["least"]) == ("residents", 0.9)
    assert 0 < unmet["reach"] < 0.9
    assert unmet["proven"] is True
    said = call("plan", BRIEF, "--hours", "2", "--min-reach", "residents=0.9", *DAY).stdout
    assert "90% at least cannot be reached in those hours" in said


def test_duties_beyond_the_hours_are_said(call: Run) -> None:
    answer = planned(call, BRIEF, "--hours", "1", "--require", "print")
    unpaid = {"channels": ["print"], "duties": [{"channel": "print", "rules": []}], "hours_needed": 4}
    assert (answer["status"], answer["unpaid"]) == ("infeasible", unpaid)
    said = " ".join(call("plan", BRIEF, "--hours", "1", "--require", "print", *DAY).stdout.split())
    assert "takes 4 h at least" in said


@pytest.mark.parametrize("format_", ["text", "markdown", "json"])
def test_nothing_worth_doing_is_an_answer(call: Run, format_: str) -> None:
    done = call("plan", "-", "--hours", "0", "--format", format_, *DAY, stdin=NOBODY)
    assert (done.returncode, done.stderr) == (0, "")
    assert "too few for any channel" in done.stdout or json.loads(done.stdout)["channels"] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), ("for how many hours", "--hours 12")),
        (("--hours", "many"), ("“many” is no number of hours", "7.5")),
        (("--hours", "-3"), ("“-3” is no number of hours",)),
        (("--hours", "nan"), ("“nan” is no number of hours",)),
        (("--hours", "5", "--require", "facebok page"), ("command line, line 1, column 11", "did you mean facebook/page")),
        (("--hours", "5", "--exclude", "x/acount"), ("command line, line 1, column 11", "did you mean x/account")),
        (("--hours", "5", "--min-reach", "residnts=0.5"), ("no audience “residnts”", "did you mean residents")),
        (("--hours", "5", "--min-reach", "journalists=0.5"), ("no audience “journalists”", "known: residents")),
        (("--hours", "5", "--min-reach", "residents=60"), ("“60” is no share", "line 1, column 23")),
        (("--hours", "5", "--min-reach", "residents"), ("“residents” is no share",)),
        (("--hours", "1e13"), ("“1e13” is no number of hours",)),
        (
            ("--hours", "5", "--min-reach", "residents=20%", "--min-reach", "habitants=90%"),
            ("has a minimum already", "line 2, column 13"),
        ),
        (("--hours", "5", "--presence", "-"), ("both to be read from standard input", "as a file")),
        (("--hours", "5", "--require", "sms", "--exclude", "sms"), ("both required and excluded",)),
        (("--hours", "5", "--require", "google-plus/page"), ("does not exist",)),
        (("--hours", "5", "--presence", "nowhere.yaml"), ("no file “nowhere.yaml”",)),
        (("--hours", "5", "--presence", "list.csv"), ("channelfit import list.csv",)),
        (("--hours", "5", "--format", "svg"), ("unknown format “svg”",)),
    ],
)
def test_what_cannot_be_planned_is_said_and_mended(call: Run, arguments: tuple[str, ...], said: tuple[str, ...]) -> None:
    done = call("plan", "-", *arguments, *DAY, stdin=NOBODY)
    assert (done.returncode, done.stdout) == (2, "")
    for words in said:
        assert words in done.stderr


def test_what_a_rule_rules_out_cannot_be_required(run: Run) -> None:
    staff = "goals: [internal-communication]\naudiences: [staff]\nfacts: {country: FR}\n"
    done = run("plan", "-", "--hours", "5", "--require", PAGE, *DAY, stdin=staff)
    assert (done.returncode, done.stdout) == (2, "")
    assert "rules it out" in done.stderr
    assert "channelfit rules show" in done.stderr


def test_what_a_rule_costs_is_told(call: Run, tmp_path: Path) -> None:
    """By comparison with the plan without the rule."""
    (tmp_path / "ours.yaml").write_text(NO_GROUPS, encoding="utf-8")
    bound, free = planned(call, BRIEF, "--rules", "ours.yaml"), planned(call, BRIEF)
    price = next(item for item in bound["prices"] if item["of"] == "veto")
    assert price["rule"] == "no-groups"
    assert price["loss"] == pytest.approx(free["objective"] - bound["objective"])
    assert price["loss"] > 0.01
    assert "The rule no-groups, which rules out Facebook group" in call("plan", BRIEF, "--rules", "ours.yaml", *DAY).stdout


def test_more_accounts_than_hours_are_freed_first(call: Run) -> None:
    said = call("plan", BRIEF, "--presence", TOWN, "--hours", "12", *DAY).stdout
    assert "first comes what frees hours" in said
    freed = [line for line in said.splitlines() if "\u00a0h, for " in line]
    assert len(freed) >= 3
    assert all("−" in line for line in freed)


def test_markdown_has_the_table_and_the_chart(call: Run) -> None:
    said = call("plan", BRIEF, "--presence", RUN_TODAY, "--format", "markdown", "--as-of", "2026-11-24", "--lang", "fr").stdout
    assert "| canal | effort | heures | apporte | sans lui |\n|---|---|---:|---:|---:|\n| groupe Facebook | normal | 5" in said
    assert "```text\n" in said
    assert "← votre temps" in said


def test_python_plans_and_audits_too(rulebook: Rulebook) -> None:
    import channelfit
    from channelfit import Brief, Edition, Wishes, audit, plan

    day = date(2026, 11, 24)
    found = plan(Brief({"public-information": 1}, {"youth": 1}, {"country": "FR"}), Edition(rulebook, day, "FR"), Wishes(hours=6))
    assert found.channels
    assert audit([Loader(rulebook, "fr").open(TOWN)], rulebook, day).findings
    assert all(callable(getattr(channelfit, name)) for name in channelfit.__all__)


def test_a_brief_is_needed(run: Run) -> None:
    assert run("plan", "--hours", "5").returncode == 2


def test_hostile_names_are_inert(call: Run) -> None:
    brief = 'title: "\\e[31m<b>[x](http://evil.example)"\n' + NOBODY
    for format_ in ("text", "markdown"):
        said = call("plan", "-", "--hours", "5", "--format", format_, *DAY, stdin=brief).stdout
        assert "\x1b" not in said
    assert "<b>" not in said
    assert "[x](http" not in said


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("width", [60, 100, 160])
def test_it_fits_the_screen_and_explains_itself(call: Run, lang: str, width: int) -> None:
    arguments = ("plan", BRIEF, "--presence", TOWN, "--verbose", "--as-of", "2026-11-24", "--lang", lang)
    said = call(*arguments, COLUMNS=str(width)).stdout
    assert max(map(len, said.splitlines())) <= width
    assert "Sainsbury" in said
    assert "█" in said
    quiet = call(*arguments[:-4], "--quiet", "--lang", lang, COLUMNS=str(width)).stdout
    assert len(quiet) < len(said) / 2
