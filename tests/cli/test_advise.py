"""The command as people and scripts call it."""

import json
from pathlib import Path

import pytest
import yaml

from channelfit import __version__
from tests.conftest import Run

PRESS = ("advise", "--goal", "media-relations", "--audience", "journalists")
BRIEF = "title: Press\ngoals: [media-relations]\naudiences: {journalists: 2, partners: 1}\nfacts: {country: FR}\nas_of: 2020-03-04\n"


def test_one_line_gives_a_ranked_answer_with_reasons_and_sources(run: Run) -> None:
    done = run(*PRESS, "--fact", "country=FR", "--as-of", "2020-03-04", "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "")
    assert "press list" in done.stdout
    assert "Twitter" in done.stdout
    assert "Cap'Com" in done.stdout
    assert "4 March 2020" in done.stdout


def test_options_and_brief_give_the_same_answer(run: Run, tmp_path: Path) -> None:
    asked = ("--goal", "media-relations", "--audience", "journalists=2", "--audience", "partners=1", "--fact", "country=FR")
    by_options = run("advise", *asked, "--as-of", "2020-03-04", "--format", "json", "--brief-out", "kept.yaml")
    by_brief = run("advise", "kept.yaml", "--as-of", "2020-03-04", "--format", "json")
    assert by_options.stdout == by_brief.stdout
    assert yaml.safe_load((tmp_path / "kept.yaml").read_text())["audiences"] == {"journalists": 2, "partners": 1}


def test_standard_input(run: Run) -> None:
    done = run("advise", "-", "--format", "json", stdin=BRIEF)
    assert json.loads(done.stdout)["as_of"] == "2020-03-04"


def test_the_json_keeps_the_contract(run: Run) -> None:
    answer = json.loads(run("advise", "-", "--format", "json", "--lang", "fr", "--consider", "facebook/page", stdin=BRIEF).stdout)
    assert answer["schema"] == "channelfit/advice/1"
    assert answer["lang"] == "fr"
    assert set(answer) == {
        "schema", "as_of", "lang", "rulebook", "brief", "ranking", "excluded", "required", "considered", "left_out",
        "runner_up", "questions", "certainty", "method", "advice", "rules", "sources",
    }  # fmt: skip
    assert set(answer["rulebook"]) >= {"name", "version", "digest", "oldest_evidence"}
    assert answer["brief"]["audiences"] == pytest.approx({"journalists": 2 / 3, "partners": 1 / 3})
    for item in answer["ranking"]:
        assert set(item) == {"rank", "channel", "kind", "name", "score", "verdict", "contributions", "conditions", "cautions", "stability"}
        assert item["score"] == pytest.approx(sum(row["score"] for row in item["contributions"]), abs=1e-9)
        for row in item["contributions"]:
            assert {rule["id"] for rule in row["fit"]["rules"]} <= set(answer["rules"])
    assert [item["channel"] for item in answer["considered"]] == ["facebook/page"]
    for rule in answer["rules"].values():
        assert set(rule["because"]) == {"fr", "en"}
        assert set(rule["sources"]) <= set(answer["sources"])


def test_the_same_call_gives_the_same_bytes(run: Run) -> None:
    assert len({run("advise", "-", "--format", "json", stdin=BRIEF).stdout for _ in range(3)}) == 1


@pytest.mark.parametrize(
    ("goal", "audience", "meant"),
    [
        ("presse", "journalistes", ("media-relations", "journalists")),
        ("Concertation", "HABITANTS", ("consultation", "residents")),
        ("dialogue", "jeunes", ("community-dialogue", "youth")),
        ("jobs", "job seekers", ("recruitment", "job-seekers")),
    ],
)
def test_words_people_use_are_understood(call: Run, goal: str, audience: str, meant: tuple[str, str]) -> None:
    answer = json.loads(call("advise", "--goal", goal, "--audience", audience, "--format", "json").stdout)
    assert (list(answer["brief"]["goals"]), list(answer["brief"]["audiences"])) == ([meant[0]], [meant[1]])


@pytest.mark.parametrize(("day", "name"), [("2023-07-23", "Twitter"), ("2023-07-24", "X")])
def test_a_network_has_the_name_of_the_day(call: Run, day: str, name: str) -> None:
    answer = json.loads(call(*PRESS, "--as-of", day, "--format", "json").stdout)
    assert next(item["name"] for item in answer["ranking"] if item["channel"] == "x/account") == name


@pytest.mark.parametrize(
    ("arguments", "environ", "lang"),
    [
        (("--lang", "fr"), {"CHANNELFIT_LANG": "en", "LC_ALL": "en_GB.UTF-8"}, "fr"),
        ((), {"CHANNELFIT_LANG": "fr", "LC_ALL": "en_GB.UTF-8"}, "fr"),
        ((), {"LC_ALL": "fr_FR.UTF-8"}, "fr"),
        ((), {"LC_ALL": "de_DE.UTF-8"}, "en"),
        ((), {"LC_ALL": "", "LANG": "fr_BE.UTF-8"}, "fr"),
    ],
)
def test_the_language_is_taken_from_the_nearest_place(call: Run, arguments: tuple[str, ...], environ: dict[str, str], lang: str) -> None:
    assert json.loads(call(*PRESS, "--format", "json", *arguments, **environ).stdout)["lang"] == lang


@pytest.mark.parametrize(("environ", "coloured"), [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)])
def test_colour_reaches_a_pipe_only_when_asked(run: Run, environ: dict[str, str], coloured: bool) -> None:
    assert ("\x1b[" in run(*PRESS, **environ).stdout) is coloured


def test_colour_never_reaches_a_file(run: Run, tmp_path: Path) -> None:
    run(*PRESS, "--output", "answer.txt", FORCE_COLOR="1")
    assert "\x1b" not in (tmp_path / "answer.txt").read_text()


@pytest.mark.parametrize("width", [60, 100, 160])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_line_is_wider_than_the_screen(call: Run, width: int, lang: str) -> None:
    done = call(*PRESS, "--verbose", "--lang", lang, "--consider", "facebook/page", COLUMNS=str(width))
    assert max(map(len, done.stdout.splitlines())) <= width


def test_what_somebody_asked_for_is_answered(run: Run) -> None:
    done = run("advise", "--goal", "public-information", "--audience", "youth", "--consider", "page facebook", "--fact", "country=FR", "--lang", "fr")
    assert done.returncode == 0
    assert "page Facebook" in done.stdout
    assert "leurs parents" in " ".join(done.stdout.split())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("advise",), "nothing was asked"),
        (("advise", "--goal", "media-relations"), "--audience"),
        (("advise", "--gaol", "media-relations"), "--goal"),
        (("advise", "--goal", "media-relations", "--audience", "journalists", "--format", "jsn"), "json"),
        (("advise", "--goal", "media-relations", "--audience", "journalists", "--as-of", "yesterday"), "2026-"),
        (("advise", "--goal", "media-relations", "--audience", "journalists", "--lang", "de"), "fr or en"),
        (("advise", "--goal", "media-relations=-1", "--audience", "journalists"), "0 or more"),
        (("advise", "brief.yaml", "--goal", "media-relations"), "--goal"),
        (("advise", "one.yaml", "two.yaml"), "two.yaml"),
        (("advice",), "advise"),
        (("advise", "--goal", "media-relations=.nan", "--audience", "journalists"), "out of range"),
        (("advise", "--goal", "media-relations=1e400", "--audience", "journalists"), "out of range"),
        (("advise", "--goal", "media-relations=", "--audience", "journalists"), "a number"),
        (("advise", "--goal", "presse", "--goal", "media-relations", "--audience", "journalists"), "named twice"),
        (("advise", "--goal", "media-relations", "--audience", "journalists", "--fact", "hours_per_week"), "NAME=VALUE"),
        (("advise", "--goal", "media-relations", "--audience", "journalists", "--fact", "country=UK"), "did you mean GB"),
        (("advise", "--goal", "media-relations", "--audience", "journalists", "--format", ""), "known: text"),
        (("advise", "--goal", "x" * 70_000, "--audience", "journalists"), "xxx…"),
        (("advise", "--rules", "more"), "no “more” to take rules from"),
        (("advise", "--lang"), "--help"),
        (("reach",), "advise, audit, import, channels, rules"),
        (("channels", "show"), "channelfit channels show --help"),
        (("channels", "show", "facebok/page"), "facebook/page"),
        (("rules", "show", "no-such-rule"), "no-such-rule"),
    ],
)
def test_wrong_usage_is_told_with_a_way_out(call: Run, arguments: tuple[str, ...], said: str) -> None:
    done = call(*arguments, "--no-input", "--lang", "en") if "--lang" not in arguments else call(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("day", "stale"), [("2026-11-23", False), ("2029-01-15", True)])
def test_rules_past_their_review_are_told(call: Run, day: str, stale: bool) -> None:
    answer = json.loads(call(*PRESS, "--as-of", day, "--format", "json").stdout)
    assert bool(answer["rulebook"].get("past_review")) is stale
    assert ("PAST ITS REVIEW DATE" in call(*PRESS, "--as-of", day, "--lang", "en").stdout) is stale


def test_version(run: Run) -> None:
    done = run("--version")
    assert (done.returncode, done.stdout) == (0, f"channelfit {__version__}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("advise",),
        ("channels",),
        ("channels", "list"),
        ("channels", "show"),
        ("rules",),
        ("rules", "list"),
        ("rules", "show"),
        ("rules", "changes"),
    ],
)
@pytest.mark.parametrize(("lang", "word"), [("fr", "Affiche cette aide"), ("en", "Show this help")])
def test_help_is_in_the_reader_s_language(call: Run, arguments: tuple[str, ...], lang: str, word: str) -> None:
    done = call(*arguments, "--help", CHANNELFIT_LANG=lang)
    assert done.returncode == 0
    assert word in done.stdout


def test_an_answer_without_accents_where_the_screen_knows_none(run: Run) -> None:
    done = run(*PRESS, "--lang", "fr", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "?" in done.stdout
