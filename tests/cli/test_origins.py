"""What a user's own rules change is listed, and every explanation names them."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run

OWN = str(Path(__file__).parents[1] / "data" / "overlay" / "own.yaml")
PRESS = ("advise", "--goal", "media-relations", "--audience", "journalists", "--fact", "country=FR", "--as-of", "2026-11-23", "--lang", "en")
ACCOUNTS = "organisation: {name: Bourg, country: FR}\naccounts: [{id: one, channel: x/account, capacity: {manager: ann}}]\n"


def listed(call: Run, *more: str) -> list[list[str]]:
    done = call("rules", "list", "--origin", "--format", "json", *more)
    return [[change["section"], change["id"], change["how"], change["origin"]] for change in json.loads(done.stdout)["changes"]]


def test_what_an_overlay_changes_is_listed(call: Run) -> None:
    assert listed(call, "--rules", OWN) == [
        ["evidence", "own-press-on-x", "added", OWN],
        ["rules", "our-press-on-x", "added", OWN],
        ["rules", "where-newsrooms-watched", "replaced", OWN],
        ["rules", "newsrooms-scattered", "disabled", OWN],
        ["checks", "own-name-on-x", "added", OWN],
        ["checks", "single-administrator", "disabled", OWN],
    ]


@pytest.mark.parametrize("format_", ["text", "markdown"])
@pytest.mark.parametrize(("lang", "said"), [("fr", "désactivation"), ("en", "disabled")])
def test_the_list_is_for_people_too(call: Run, format_: str, lang: str, said: str) -> None:
    assert said in call("rules", "list", "--origin", "--format", format_, "--lang", lang, "--rules", OWN, COLUMNS="200").stdout


def test_without_an_overlay_the_list_is_empty(call: Run) -> None:
    assert listed(call) == []
    assert "Nothing is laid on top" in call("rules", "list", "--origin", "--lang", "en").stdout


def test_the_answer_names_the_overlays_and_the_rules_that_come_from_them(call: Run) -> None:
    answer = json.loads(call(*PRESS, "--rules", OWN, "--format", "json").stdout)
    assert answer["rulebook"]["overlays"] == [OWN]
    assert {name for name, rule in answer["rules"].items() if "origin" in rule} == {"our-press-on-x", "where-newsrooms-watched"}
    plain = json.loads(call(*PRESS, "--format", "json").stdout)
    assert "overlays" not in plain["rulebook"]
    assert not any("origin" in rule for rule in plain["rules"].values())


@pytest.mark.parametrize("format_", ["text", "markdown"])
def test_explanations_name_the_overlay(call: Run, format_: str) -> None:
    said = " ".join(call(*PRESS, "--rules", OWN, "--format", format_, COLUMNS="400").stdout.replace("\\", "").split())
    assert f"with {OWN} on top" in said
    assert f"The local press watches there. [our judgement; your rules: {OWN}]" in said
    assert f"your rules: {OWN}]" in said.partition("presence: journalists 66%")[2].partition("]")[0] + "]"


@pytest.mark.parametrize(
    ("name", "lang", "said"),
    [
        ("newsrooms-scattered", "en", f"disabled by {OWN}"),
        ("newsrooms-scattered", "fr", "Notre presse y est encore."),
        ("where-newsrooms-watched", "en", "the built-in one says (until)"),
        ("where-newsrooms-watched", "fr", "posée par"),
        ("our-press-on-x", "en", OWN),
        ("single-administrator", "en", "There is one of us."),
        ("own-name-on-x", "en", OWN),
    ],
)
@pytest.mark.parametrize("format_", ["text", "markdown", "json"])
def test_the_page_of_a_rule_says_who_disagrees(call: Run, name: str, lang: str, said: str, format_: str) -> None:
    done = call("rules", "show", name, "--rules", OWN, "--lang", lang, "--format", format_, COLUMNS="400")
    assert done.returncode == 0
    if format_ == "json":
        page = json.loads(done.stdout)
        assert OWN in {page.get("origin"), *(change["origin"] for change in page.get("changes", ()))}
    else:
        assert said in done.stdout.replace("\\", "")


def test_a_rule_nobody_knows_is_still_unknown(call: Run) -> None:
    assert call("rules", "show", "newsrooms-scatered", "--rules", OWN).returncode == 2


@pytest.mark.parametrize("format_", ["text", "markdown", "json", "sarif"])
def test_findings_name_the_overlay_of_their_check(call: Run, format_: str) -> None:
    done = call("audit", "-", "--rules", OWN, "--format", format_, "--select", "own-name-on-x", "--lang", "en", stdin=ACCOUNTS, COLUMNS="300")
    assert OWN in done.stdout.replace("\\", "")
    if format_ == "json":
        found = json.loads(done.stdout)
        assert found["rulebook"]["overlays"] == [OWN]
        assert [finding["origin"] for finding in found["findings"]] == [OWN]
