"""pilot design and pilot review as people type them."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.conftest import Run
from tests.pilot.made import USE
from tests.project.documents import ROOT

BRIEF = "goals: [community-dialogue]\naudiences: [residents]\nfacts: {country: FR}\n"
DESIGN = ("pilot", "design", "-", "--channel", "facebook/group", "--as-of", "2026-09-07", "--lang", "en")
PILOTS = ROOT / "examples" / "pilots"
HOSTILE = "<script>alert(1)</script> \x1b[31m [a](http://x) =1+1"


def tree(call: Run, *options: str, brief: str = BRIEF) -> dict[str, object]:
    done = call(*DESIGN, *options, stdin=brief)
    assert (done.returncode, done.stderr) == (0, "")
    found = yaml.safe_load(done.stdout)
    assert isinstance(found, dict)
    return found


def test_from_a_brief_to_a_decision(run: Run, tmp_path: Path) -> None:
    done = run(*DESIGN, "--against", "page facebook", "--output", "pilot.yaml", stdin=BRIEF)
    assert (done.returncode, done.stderr) == (0, "")
    assert "channelfit pilot review pilot.yaml" in " ".join(done.stdout.split())
    path = tmp_path / "pilot.yaml"
    text = path.read_text(encoding="utf-8")
    first = yaml.safe_load(text)["looks"][0]
    observed = (
        f"observed:\n- {{look: 1, on: 2026-10-01, facebook/group: {{x: {first['n']}, n: {first['n']}}}, facebook/page: {{x: 3, n: {first['n']}}}}}\n"
    )
    path.write_text(text.replace("observed: []\n", observed), encoding="utf-8")
    answer = json.loads(run("pilot", "review", "pilot.yaml", "--format", "json", "--as-of", "2026-10-02").stdout)
    assert list(answer)[:7] == ["schema", "decision", "observed", "probability", "interval", "look", "design"]
    assert (answer["schema"], answer["decision"], answer["observed"]) == ("channelfit/pilot/1", "continue", {"x": first["n"], "n": first["n"]})
    assert answer["design"] == yaml.safe_load(text)["design"]


@pytest.mark.parametrize("template", ["tone", "reach", "answers", "traffic"])
@pytest.mark.parametrize("against", [(), ("--against", "facebook/page")])
def test_every_template_makes_a_pilot(template: str, against: tuple[str, ...], call: Run) -> None:
    found = tree(call, "--template", template, *against)
    assert found["template"] == template
    assert found["arms"] == ["facebook/group", *against[1:]]
    assert not any("{" in said for said in found["hypothesis"].values())  # type: ignore[attr-defined]
    assert all(found["metric"][key][lang] for key in ("numerator", "denominator") for lang in ("fr", "en"))  # type: ignore[index]


@pytest.mark.parametrize(
    ("channel", "against", "template", "fitting"),
    [
        ("print", None, "tone", "answers, reach"),
        ("print", None, "traffic", "answers, reach"),
        ("newsletter", None, "tone", "answers, reach, traffic"),
        ("facebook/page", "newsletter", "tone", "answers, reach, traffic"),
    ],
)
def test_a_template_that_the_channel_does_not_bear_is_refused(channel: str, against: str | None, template: str, fitting: str, call: Run) -> None:
    other = ("--against", against) if against else ()
    done = call("pilot", "design", "-", "--channel", channel, *other, "--template", template, "--lang", "en", stdin=BRIEF)
    assert (done.returncode, done.stdout) == (2, "")
    said = " ".join(done.stderr.split())
    assert f"“{template}” cannot be counted on “{against or channel}”" in said
    assert f"{fitting} to mend it" in said


def test_where_the_usual_template_does_not_fit_another_is_taken(call: Run) -> None:
    done = call("pilot", "design", "-", "--channel", "newsletter", "--as-of", "2026-09-07", stdin=BRIEF)
    assert yaml.safe_load(done.stdout)["template"] == "answers"


def test_the_first_template_is_the_tone_of_comments(call: Run) -> None:
    assert tree(call)["template"] == "tone"


def test_the_same_question_gives_the_same_file(call: Run) -> None:
    assert call(*DESIGN, stdin=BRIEF).stdout == call(*DESIGN, stdin=BRIEF).stdout


def test_a_metric_of_ones_own(call: Run) -> None:
    found = tree(call, "--metric", "kept appointments / appointments made", "--p0", "0,5", "--p1", "0.7", "--weeks", "6")
    assert found["metric"]["denominator"] == {"fr": "appointments made", "en": "appointments made"}  # type: ignore[index]
    assert (found["least"], found["useful"], found["duration"]["weeks"]) == (0.5, 0.7, 6)  # type: ignore[index]
    assert "template" not in found
    stroke = tree(call, "--metric", "visits in/out / visits/week", "--p0", "0.5", "--p1", "0.7")
    assert (stroke["metric"]["numerator"]["en"], stroke["metric"]["denominator"]["en"]) == ("visits in/out", "visits/week")  # type: ignore[index]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--metric", "likes", "--p0", "0.2", "--p1", "0.4"), "no denominator"),
        (("--metric", " / comments", "--p0", "0.2", "--p1", "0.4"), "no numerator"),
        (("--metric", "likes/posts", "--p0", "0.2", "--p1", "0.4"), "spaces around the stroke"),
        (("--metric", "likes / posts / days", "--p0", "0.2", "--p1", "0.4"), "more than one share"),
        (("--metric", "likes / posts"), "--p0"),
        (("--metric", "likes / posts", "--template", "tone"), "both given"),
        (("--template", "tune"), "tone"),
        (("--p0", "60"), "--p0"),
        (("--p0", "nan"), "--p0"),
        (("--p1", "much"), "--p1"),
        (("--p0", "0.8"), "above"),
        (("--p0", "0.74"), "1000"),
        (("--weeks", "3"), "at least 4"),
        (("--weeks", "six"), "whole number"),
        (("--template", "answers", "--weeks", "5"), "at least 6"),
        (("--starts", "soon"), "2026-"),
        (("--starts", "2026-09-06"), "cannot start on 2026-09-06"),
        (("--against", "facebok/page"), "facebook/page"),
        (("--against", "facebook/group"), "against itself"),
    ],
)
def test_a_mistake_is_shown(options: tuple[str, ...], said: str, call: Run) -> None:
    done = call(*DESIGN, *options, stdin=BRIEF)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in " ".join(done.stderr.split())


def test_counts_are_never_written_over(call: Run, tmp_path: Path) -> None:
    path = tmp_path / "run.yaml"
    for _ in range(2):  # nothing counted yet: designed again
        assert call(*DESIGN, "--output", "run.yaml", stdin=BRIEF).returncode == 0
    for counts in ("observed:\n- {look: 1, on: 2026-09-22, x: 3, n: 10}\n", "observed:\n- {look: 1, on: 2026-09-22, x: 3, n: 10\n"):
        counted = path.read_text(encoding="utf-8").replace("observed: []\n", counts)
        path.write_text(counted, encoding="utf-8")
        done = call(*DESIGN, "--output", "run.yaml", stdin=BRIEF)
        assert (done.returncode, done.stdout) == (2, "")
        assert "run.yaml" in done.stderr
        assert path.read_text(encoding="utf-8") == counted
        path.write_text(counted.replace(counts, "observed: []\n"), encoding="utf-8")


def test_what_is_ruled_out_is_not_tried(call: Run) -> None:
    done = call(*DESIGN, stdin="goals: [internal-information]\naudiences: [staff]\nfacts: {country: FR}\n")
    if "unknown goal" in done.stderr:
        done = call(*DESIGN, stdin=(ROOT / "examples" / "briefs" / "internal-communication.yaml").read_text(encoding="utf-8"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "channelfit rules show" in done.stderr
    gone = call("pilot", "design", "-", "--channel", "google-plus/page", stdin=BRIEF)
    assert gone.returncode == 2


def test_the_configuration_sets_options(call: Run, tmp_path: Path) -> None:
    (tmp_path / "channelfit.yaml").write_text("pilot: {template: reach, weeks: 8, p0: 0.25, starts: 2026-10-05}\n", encoding="utf-8")
    found = tree(call)
    assert (found["template"], found["least"], found["duration"]) == ("reach", 0.25, {"starts_on": "2026-10-05", "weeks": 8, "cycle_weeks": 4})


@pytest.mark.parametrize("pilot", sorted(PILOTS.glob("*.yaml")), ids=lambda path: path.stem)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_examples_are_reviewed_at_every_width(pilot: Path, lang: str, call: Run) -> None:
    for width in ("60", "100", "160"):
        done = call("pilot", "review", str(pilot), "--lang", lang, "--as-of", "2026-11-24", COLUMNS=width)
        assert (done.returncode, done.stderr) == (0, "")
        assert max(map(len, done.stdout.splitlines())) <= int(width)
        assert "\x1b" not in done.stdout
        assert done.stdout.count("O") >= 1
    coloured = call("pilot", "review", str(pilot), "--lang", lang, "--as-of", "2026-11-24", FORCE_COLOR="1").stdout
    plain = call("pilot", "review", str(pilot), "--lang", lang, "--as-of", "2026-11-24").stdout
    assert "\x1b[" in coloured
    assert [line.rstrip() for line in re.sub(r"\x1b\[[\d;]*m", "", coloured).splitlines()] == plain.splitlines()
    brief = call("pilot", "review", str(pilot), "--lang", lang, "--as-of", "2026-11-24", "--quiet").stdout
    assert 1 <= len(brief.splitlines()) <= 4


def test_the_chance_of_being_adopted_is_that_of_the_end(call: Run) -> None:
    shown = call("pilot", "review", str(PILOTS / "reach-young-people.yaml"), "--lang", "en", "--as-of", "2026-11-24").stdout
    assert "by the end, after 40" in " ".join(shown.split())


def test_the_sign_of_a_number_is_the_only_one_before_it(call: Run) -> None:
    shown = call("pilot", "review", str(PILOTS / "tone-group-against-page.yaml"), "--lang", "en", "--as-of", "2026-11-24").stdout
    labels = [line.split("  ")[1] for line in shown.splitlines() if re.match(r"  \S.* to .*\d\s*[#=]*$", line)]
    assert labels[:3] == ["−10 to −5", "−5 to 0", "0 to 5"]


def test_the_three_examples_come_to_three_decisions(call: Run) -> None:
    said = {path.stem: json.loads(call("pilot", "review", str(path), "--format", "json").stdout)["decision"] for path in PILOTS.glob("*.yaml")}
    assert said == {"tone-group-against-page": "adopt", "reach-young-people": "continue", "answers-by-newsletter": "stop"}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_page_that_prints_without_asking_anybody(lang: str, call: Run, tmp_path: Path) -> None:
    brief = f"title: {json.dumps(HOSTILE)}\n{BRIEF}"
    metric = "<img src=x onerror=alert(1)> {{ 7*7 }} [b](http://x) / visits &c"
    text = call(*DESIGN, "--metric", metric, "--p0", "0.3", "--p1", "0.5", stdin=brief).stdout
    first = yaml.safe_load(text)["looks"][0]
    (tmp_path / "p.yaml").write_text(
        text.replace("observed: []", f"observed: [{{look: 1, on: 2026-10-30, x: {first['n'] // 3}, n: {first['n']}}}]"), encoding="utf-8"
    )
    done = call("pilot", "review", "p.yaml", "--format", "html", "--lang", lang, "--as-of", "2026-11-24", "--output", "p.html")
    assert (done.returncode, done.stderr) == (0, "")
    page = (tmp_path / "p.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert f'<html lang="{lang}">' in page
    assert re.findall(r"(?i)<(script|img|link|iframe|object)|\s(?:src|href|on\w+)=\"", page) == []
    assert re.findall(r"url\(|@import|http-equiv=\"refresh", page) == []
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
    assert "{{ 7*7 }}" in page
    shown = call("pilot", "review", "p.yaml", "--lang", lang, "--as-of", "2026-11-24").stdout
    assert "\x1b" not in shown


@pytest.fixture
def asked(call: Run, tmp_path: Path) -> Callable[..., str]:
    """A pilot of a town that asks for use, with so many of the first twenty."""

    def _asked(said: int, audiences: str = "youth") -> str:
        (tmp_path / "town").mkdir(exist_ok=True)
        (tmp_path / "town" / "use.yaml").write_text(USE, encoding="utf-8")
        brief = f"goals: [public-information]\naudiences: [{audiences}]\nfacts: {{country: FR}}\n"
        options = ("--channel", "instagram/account", "--template", "use", "--weeks", "8", "--rules", "town", "--as-of", "2026-09-07", "--lang", "en")
        done = call("pilot", "design", "-", *options, "--output", "use.pilot.yaml", stdin=brief)
        assert (done.returncode, done.stderr) == (0, "")
        path = tmp_path / "use.pilot.yaml"
        counts = f"observed:\n- {{look: 1, on: 2026-10-01, x: {said // 2}, n: 10}}\n- {{look: 2, on: 2026-10-20, x: {said}, n: 20}}\n"
        path.write_text(path.read_text(encoding="utf-8").replace("observed: []\n", counts), encoding="utf-8")
        return " ".join(done.stdout.split())

    return _asked


REVIEW = ("pilot", "review", "use.pilot.yaml", "--as-of", "2026-11-24", "--rules", "town", "--lang", "en")


def test_a_count_of_use_is_laid_on_presence(asked: Callable[..., str], call: Run, tmp_path: Path) -> None:
    assert "is the presence of young people on “Instagram”" in asked(8)
    answer = json.loads(call(*REVIEW, "--format", "json", "--update", "ours").stdout)
    (file,) = (tmp_path / "ours").glob("*.yaml")
    before, after = (answer["presence"][when]["share"] for when in ("before", "after"))
    assert 0.4 < after < before, "eight of twenty pull at the figure of the country, and no more than twenty answers can"
    advised = call("advise", "--goal", "public-information", "--audience", "youth", "--fact", "country=FR", "--rules", "ours", "--format", "json")
    ranking = {item["channel"]: item["contributions"][0]["presence"] for item in json.loads(advised.stdout)["ranking"]}
    assert ranking["instagram/account"]["evidence"][0] == file.stem
    assert ranking["instagram/account"]["share"] == pytest.approx(after)
    kept = file.read_bytes()
    assert call(*REVIEW, "--update", "ours").returncode == 0
    assert file.read_bytes() == kept
    figure = call("pilot", "review", str(PILOTS / "tone-group-against-page.yaml"), "--update", "ours")
    assert figure.returncode == 0
    assert len(list((tmp_path / "ours").glob("*.yaml"))) == 2
    assert "0 errors, 0 warnings" in call("rules", "check", "ours", "--lang", "en").stdout


@pytest.mark.parametrize(("said", "disagrees"), [(8, True), (15, False)])
def test_a_count_at_odds_with_the_surveys_is_shown_beside_them(said: int, disagrees: bool, asked: Callable[..., str], call: Run) -> None:
    asked(said)
    presence = json.loads(call(*REVIEW, "--format", "json").stdout)["presence"]
    assert (presence["disagree"], presence["tail"] < 0.05) == (disagrees, disagrees)
    assert presence["surveys"]["share"] == pytest.approx(presence["before"]["share"])
    shown = " ".join(call(*REVIEW).stdout.split())
    assert f"({said} of 20)" in shown
    assert ("Your count and the surveys disagree" in shown) == disagrees


def test_use_by_several_audiences_is_the_presence_of_none(asked: Callable[..., str], call: Run) -> None:
    assert "several audiences together (young people and residents)" in asked(8, "youth, residents")
    assert "presence" not in json.loads(call(*REVIEW, "--format", "json").stdout)
    assert "several audiences together" in " ".join(call(*REVIEW).stdout.split())


def test_whoever_recalls_a_post_is_not_whoever_uses_the_network(call: Run, tmp_path: Path) -> None:
    pilot = str(PILOTS / "reach-young-people.yaml")
    answer = call("pilot", "review", pilot, "--format", "json", "--as-of", "2026-11-24", "--update", "ours")
    assert "presence" not in json.loads(answer.stdout)
    (file,) = (tmp_path / "ours").glob("*.yaml")
    assert list(yaml.safe_load(file.read_text(encoding="utf-8"))) == ["sources", "figures"]


@pytest.mark.parametrize(("pilot", "said"), [("tone-group-against-page", "{facebook/group: 1}"), ("answers-by-newsletter", "{newsletter: -1}")])
def test_a_figure_says_what_a_rule_of_ones_own_could_say(pilot: str, said: str, call: Run) -> None:
    shown = " ".join(call("pilot", "review", str(PILOTS / f"{pilot}.yaml"), "--as-of", "2026-11-24", "--lang", "en").stdout.split())
    assert f"fits: {said}, sources: [pilot-" in shown


def test_a_file_of_something_else_is_never_overwritten(call: Run, tmp_path: Path) -> None:
    pilot = str(PILOTS / "reach-young-people.yaml")
    call("pilot", "review", pilot, "--update", "ours")
    (file,) = (tmp_path / "ours").glob("*.yaml")
    file.write_text("rules: []\n", encoding="utf-8")
    done = call("pilot", "review", pilot, "--update", "ours")
    assert done.returncode == 2
    assert file.read_text(encoding="utf-8") == "rules: []\n"
