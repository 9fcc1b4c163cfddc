"""A pilot whose rule was changed, or whose counts break it, is refused, with the place and what to do."""

import re
from pathlib import Path

import pytest
import yaml

from channelfit.pilot.read import read_pilot
from channelfit.pilot.seal import fingerprint, seals
from channelfit.rulebook.model import Rulebook
from channelfit.source.parse import parse_whole
from channelfit.source.place import Unusable
from tests.conftest import Run
from tests.pilot.made import START
from tests.project.documents import ROOT
from tests.schemas.files import content

PILOTS = ROOT / "examples" / "pilots"
ONE = (PILOTS / "reach-young-people.yaml").read_text(encoding="utf-8")
TWO = (PILOTS / "tone-group-against-page.yaml").read_text(encoding="utf-8")
SEALED = sorted(content(ONE)["sealed"])
LATER = START.replace(year=2027)


def refused(text: str, rulebook: Rulebook) -> list[tuple[str, str]]:
    """The codes of the problems with the texts of their lines."""
    try:
        _, _, counts = read_pilot(parse_whole(text, "pilot.yaml"), rulebook)
        counts.read(LATER)
    except Unusable as unusable:
        return [(problem.code, problem.place.text.strip() if problem.place else "") for problem in unusable.problems]
    return []


def counted(text: str, *observations: str) -> str:
    return text[: text.index("\nobserved:")] + "\nobserved:\n" + "".join(f"- {item}\n" for item in observations)


@pytest.mark.parametrize("text", [ONE, TWO])
def test_what_was_designed_is_read(text: str, rulebook: Rulebook) -> None:
    assert refused(text, rulebook) == []


@pytest.mark.parametrize("field", SEALED)
def test_a_changed_rule_is_named(field: str, rulebook: Rulebook) -> None:
    tree = content(ONE)
    tree[field] = _changed(tree[field])
    text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)
    with pytest.raises(Unusable) as refusal:
        read_pilot(parse_whole(text, "pilot.yaml"), rulebook)
    first = refusal.value.problems[0]
    changed = [problem for problem in refusal.value.problems if problem.code == "pilot-changed"]
    assert first.place is not None
    assert [problem.params["field"] for problem in changed] == [field]
    assert changed[0].place is not None
    assert changed[0].place.text.startswith(f"{field}:")


def _changed(value: object) -> object:
    if isinstance(value, dict):
        name = next(iter(value))
        return {**value, name: _changed(value[name])}
    if isinstance(value, list):
        return [_changed(value[0]), *value[1:]]
    return f"{value} now" if isinstance(value, str) else value * 1.01  # type: ignore[operator]


@pytest.mark.parametrize("field", SEALED)
def test_a_field_taken_out_or_put_in_is_a_change(field: str, rulebook: Rulebook) -> None:
    tree = content(ONE)
    del tree[field]
    assert "pilot-changed" in {code for code, _ in refused(yaml.safe_dump(tree, allow_unicode=True), rulebook)}


def test_a_seal_that_was_forged_with_its_field_is_found_by_the_fingerprint(rulebook: Rulebook) -> None:
    tree = content(ONE)
    tree["least"] = 0.1
    tree["sealed"] = seals({name: value for name, value in tree.items() if name not in ("sealed", "design", "observed", "title")})
    assert ("pilot-changed", f"design: {tree['design']}") in refused(yaml.safe_dump(tree, allow_unicode=True, width=200), rulebook)
    tree["design"] = fingerprint(tree["sealed"])
    assert refused(yaml.safe_dump(tree, allow_unicode=True), rulebook) == []  # whoever reseals designs anew: version control shows it


def test_how_it_is_written_is_nothing(rulebook: Rulebook) -> None:
    tree = content(ONE)
    tree["title"] = "Another title"
    tree["x-notes"] = {"who": "us"}
    tree["duration"]["x-room"] = "the town hall"
    text = yaml.safe_dump(dict(reversed(tree.items())), allow_unicode=True, default_flow_style=True, sort_keys=False, width=60)
    assert refused(text, rulebook) == []


@pytest.mark.parametrize(
    ("text", "observations", "code", "place"),
    [
        (ONE, ["{look: 1, on: 2026-09-22, x: 11, n: 10}"], "pilot-more-than-all", "11, n"),
        (ONE, ["{look: 1, on: 2026-09-22, x: 3, n: 9}"], "pilot-look-size", "9}"),
        (ONE, ["{look: 1, on: 2026-09-20, x: 3, n: 10}"], "pilot-too-soon", "2026-09-20"),
        (ONE, ["{look: 1, on: 2026-09-06, x: 3, n: 10}"], "pilot-before-start", "2026-09-06"),
        (ONE, ["{look: 1, on: 2027-09-22, x: 3, n: 10}"], "pilot-future", "2027-09-22"),
        (ONE, ["{look: 1, on: tomorrow, x: 3, n: 10}"], "wrong-type", "tomorrow"),
        (ONE, ["{look: 6, on: 2026-09-22, x: 3, n: 10}"], "pilot-look-undeclared", "6, on"),
        (ONE, ["{look: 2, on: 2026-10-22, x: 3, n: 20}"], "pilot-look-order", "2, on"),
        (ONE, ["{look: 1, on: 2026-09-22, x: 3.5, n: 10}"], "wrong-type", "3.5"),
        (ONE, ["{look: 1, on: 2026-09-22, x: -1, n: 10}"], "number-too-small", "-1"),
        (ONE, ["{look: 1, on: 2026-09-22, x: 3}"], "pilot-count-missing", "{look"),
        (ONE, ["{on: 2026-09-22, x: 3, n: 10}"], "pilot-count-missing", "{on"),
        (ONE, ["{look: 1, on: 2026-09-22, x: 3, n: 10, y: 2}"], "unknown-key", "y: 2"),
        (ONE, ["{look: 1, on: 2026-09-22, x: 3, n: 10}", "{look: 2, on: 2026-10-22, x: 2, n: 20}"], "pilot-count-moved", "2, n: 20"),
        (ONE, ["{look: 1, on: 2026-09-22, x: 3, n: 10}", "{look: 2, on: 2026-10-22, x: 14, n: 20}"], "pilot-count-moved", "14, n"),
        (ONE, ["{look: 1, on: 2026-10-22, x: 3, n: 10}", "{look: 2, on: 2026-10-21, x: 6, n: 20}"], "pilot-backwards", "2026-10-21"),
        (ONE, ["{look: 1, on: 2026-09-22, x: 3, n: 10}", "{look: 1, on: 2026-09-22, x: 3, n: 10}"], "pilot-look-order", "1, on"),
        (ONE, ["{look: 1, on: 2026-09-22, x: 0, n: 10}", "{look: 2, on: 2026-10-22, x: 6, n: 20}"], "pilot-over", "2, on"),
        (TWO, ["{look: 1, on: 2026-09-23, facebook/group: {x: 33, n: 32}, facebook/page: {x: 20, n: 32}}"], "pilot-more-than-all", "33, n"),
        (TWO, ["{look: 1, on: 2026-09-23, facebook/group: {x: 26, n: 32}}"], "pilot-count-missing", "{look"),
        (TWO, ["{look: 1, on: 2026-09-23, facebook/group: {x: 26}, facebook/page: {x: 20, n: 32}}"], "pilot-count-missing", "{x: 26}"),
        (TWO, ["{look: 1, on: 2026-09-23, facebook/group: {x: 26, n: 32}, facebook/page: {x: 20, n: 31}}"], "pilot-look-size", "31}"),
    ],
)
def test_a_count_that_breaks_the_rule_is_refused(text: str, observations: list[str], code: str, place: str, rulebook: Rulebook) -> None:
    with pytest.raises(Unusable) as refusal:
        read_pilot(parse_whole(counted(text, *observations), "pilot.yaml"), rulebook)[2].read(LATER)
    (problem,) = refusal.value.problems
    assert problem.code == code
    assert problem.place is not None
    assert problem.place.text == f"- {observations[-1]}"
    assert problem.place.text[problem.place.span.column - 1 :].startswith(place)


@pytest.mark.parametrize("key", ["numerator", "denominator"])
def test_a_metric_without_denominator_is_no_metric(key: str, rulebook: Rulebook) -> None:
    tree = content(ONE)
    del tree["metric"][key]
    assert "pilot-no-denominator" in {code for code, _ in refused(yaml.safe_dump(tree, allow_unicode=True), rulebook)}


def test_a_secret_is_refused_and_not_shown(call: Run, tmp_path: Path) -> None:
    (tmp_path / "pilot.yaml").write_text(f"{ONE}x-password: hunter2hunter2\n", encoding="utf-8")
    done = call("pilot", "review", "pilot.yaml", "--as-of", "2026-12-01")
    assert done.returncode == 2
    assert "hunter2" not in done.stderr + done.stdout


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_nothing_counted_is_nothing_to_review(lang: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "pilot.yaml").write_text(re.sub(r"\nobserved:.*", "\nobserved: []\n", ONE, flags=re.DOTALL), encoding="utf-8")
    done = run("pilot", "review", "pilot.yaml", "--lang", lang)
    assert (done.returncode, done.stdout) == (3, "")
    assert "observed" in done.stderr


@pytest.mark.parametrize(
    "text", ["", "[]", "a: 1", "looks: 3\nsealed: 1\ndesign: x\n", "arms: {a: 1}\nlooks: [1]\nprior: x\nsealed: {}\ndesign: [1]\n"]
)
def test_whatever_is_no_pilot_is_refused(text: str, call: Run) -> None:
    done = call("pilot", "review", "-", stdin=text)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_a_whole_number_is_whole_however_it_is_written(rulebook: Rulebook) -> None:
    assert refused(counted(ONE, "{look: 1.0, on: 2026-09-22, x: 3.0, n: 10.0}"), rulebook) == []


def test_a_count_without_its_look_is_shown_how_to_say_it(call: Run) -> None:
    text = counted(TWO, "{look: 1, on: 2026-09-23, facebook/group: {x: 26, n: 32}, facebook/page: {x: 20, n: 32}}", "{on: 2026-10-06}")
    said = " ".join(call("pilot", "review", "-", "--lang", "en", stdin=text).stderr.split())
    assert "{look: 2, on: 2026-10-05, facebook/group: {x: …, n: 64}, facebook/page: {x: …, n: 64}}" in said


@pytest.mark.parametrize(
    ("name", "says"), [("none.yaml", "design a pilot first"), ("empty.yaml", "restore the file that channelfit pilot design wrote")]
)
def test_a_pilot_that_is_not_there_is_missed_as_a_pilot(name: str, says: str, call: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.yaml").touch()
    done = call("pilot", "review", name, "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert says in " ".join(done.stderr.split())
    assert "--brief-out" not in done.stderr
