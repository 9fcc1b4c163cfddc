"""Requests that cannot be used: exit 2, the place, the nearest name, all problems in one run."""

import pytest

from tests.conftest import Run
from tests.screen.requests import changed

BROKEN = {
    "an unknown key, with the nearest one": (changed(hours_per_weak="3"), ["unknown key “hours_per_weak”", "hours_per_week"]),
    "an unknown network, with the nearest one": (changed(platform="facebok/page"), ["unknown channel “facebok/page”", "facebook/page", "line 12"]),
    "a number that is none": (changed(hours_per_week="a few"), ["“a few” is not what belongs here", "a number"]),
    "a day that is none": (changed(decision_on="next spring"), ["“next spring” is not what belongs here"]),
    "an approval that nobody gives": (changed(approvals="[hierarchy, astrology]"), ["“astrology” is not one of the possible answers", "hierarchy"]),
    "a kind of need that there is not": (changed(need_kind="fame"), ["“fame” is not one of the possible answers", "recognition"]),
    "no request": ("organisation: {name: Saint-Aubin}\n", ["the request itself is missing", "request:"]),
    "a list": ("- request\n", ["is not what belongs here"]),
    "a key twice": (changed() + "as_of: 2026-11-23\n", ["the key “as_of” stands twice"]),
    "a strange key beside the request": ("colour: red\n" + changed(), ["unknown key “colour”"]),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_used_is_refused_with_its_place(name: str, call: Run) -> None:
    text, said = BROKEN[name]
    done = call("screen", "-", stdin=text)
    assert (done.returncode, done.stdout) == (2, "")
    assert "standard input, line" in done.stderr
    assert [part for part in said if part not in done.stderr] == []


def test_every_problem_is_told_in_one_run(call: Run) -> None:
    done = call("screen", "-", stdin=changed(platform="facebok/page", hours_per_week="a few", decision_on="soon"))
    assert "3 problems found" in done.stderr


def test_a_secret_is_refused_and_never_shown(call: Run) -> None:
    done = call("screen", "-", stdin=changed(password="hunter2-hunter2"))
    assert done.returncode == 2
    assert "password" in done.stderr
    assert "hunter2" not in done.stdout + done.stderr


def test_keys_of_ones_own_are_left_alone(call: Run) -> None:
    assert call("screen", "-", stdin="x-ticket: 42\n" + changed(**{"x-seen-by": "somebody"})).returncode == 0


@pytest.mark.parametrize("said", ["Page Facebook", "facebook/page", "FACEBOOK"])
def test_a_network_may_be_called_as_people_call_it(said: str, call: Run) -> None:
    assert call("screen", "-", stdin=changed(platform=said)).returncode == 0


@pytest.mark.parametrize("answer", ["yes", "oui", "true", "by mail of 3 November", "[by mail, on paper]"])
def test_yes_may_be_said_in_words(answer: str, call: Run) -> None:
    assert call("screen", "-", stdin=changed(hierarchy_approval=answer)).returncode == 0


@pytest.mark.parametrize("answer", ["no", "non", "false"])
def test_no_is_no_in_every_spelling(answer: str, call: Run) -> None:
    assert '"hierarchy-said-no"' in call("screen", "-", "--format", "json", stdin=changed(hierarchy_approval=answer)).stdout


@pytest.mark.parametrize(
    ("field", "value", "most"),
    [
        ("original_share", "80", "1"),
        ("hours_per_week", "169", "168"),
        ("response_target_hours", "100000", "720"),
        ("posts_per_week", "5000", "1,000"),
    ],
)
def test_a_number_that_cannot_be_is_refused(field: str, value: str, most: str, call: Run) -> None:
    done = call("screen", "-", "--lang", "en", stdin=changed(**{field: value}))
    assert (done.returncode, f"{value} is above {most}" in done.stderr) == (2, True), done.stderr


@pytest.mark.parametrize(("path", "text", "said"), [("nowhere.yaml", "", "there is no request “nowhere.yaml”"), ("-", "", "is empty")])
def test_a_request_that_is_not_there_is_no_brief(path: str, text: str, said: str, call: Run) -> None:
    done = call("screen", path, "--lang", "en", stdin=text)
    assert (done.returncode, said in done.stderr, "goals" in done.stderr, "advise" in done.stderr) == (2, True, False, False), done.stderr
