"""SARIF: valid, complete, pointing at the right place, inert."""

import json
import re
from typing import Any

import jsonschema
import pytest
from msgspec.structs import replace

from channelfit.audit.model import Audit, Finding
from channelfit.report.audit.sarif import write
from channelfit.report.check_page import CheckWords
from channelfit.rulebook.text import Language
from channelfit.words import words_for
from channelfit.words.safe import plain_line
from tests.report.audits import AUDITS, DATA, audit_of, audited, hostile, report_on, town, with_more

SCHEMA = json.loads((DATA / "schemas" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
LINK = re.compile(r"(?<!\\)\[[^\]]*(?<!\\)\]\(")


def run_of(found: Audit, lang: Language = "en") -> dict[str, Any]:
    run: dict[str, Any] = json.loads(write(report_on(found, lang)))["runs"][0]
    return run


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", AUDITS)
def test_it_is_valid(name: str, lang: Language) -> None:
    jsonschema.Draft4Validator(SCHEMA).validate(json.loads(write(report_on(AUDITS[name](), lang))))


def test_every_check_that_ran_is_a_rule_with_its_documentation() -> None:
    rules = run_of(audit_of("organisation: {name: Bourg}"), "fr")["tool"]["driver"]["rules"]
    checks = audited().checklist().checks
    assert [rule["id"] for rule in rules] == [check.id for check in checks]
    for rule, check in zip(rules, checks, strict=True):
        for name, text in CheckWords(audited(), words_for("fr")).fields(check):
            assert f"{name}\u00a0: {text}" in rule["help"]["text"]


def test_results_name_their_rule() -> None:
    run = run_of(town())
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_levels_follow_severities() -> None:
    levels = {result["ruleId"]: result["level"] for result in run_of(town())["results"]}
    assert (levels["too-few-admins"], levels["no-policy"], levels["too-many-accounts"]) == ("error", "warning", "note")


def test_regions_are_those_of_the_findings() -> None:
    found = town()
    expected = {
        (f.check, f.place.span.line, f.place.span.column, f.place.span.end_line, f.place.span.end_column) for f in (*found.findings, *found.ignored)
    }
    assert {(result["ruleId"], *region(result).values()) for result in run_of(found)["results"]} == expected


def region(result: dict[str, Any]) -> dict[str, int]:
    physical: dict[str, dict[str, int]] = result["locations"][0]["physicalLocation"]
    return physical["region"]


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("/home/agent/town/a b/é:c.yaml", "a%20b/%C3%A9%3Ac.yaml"),
        ("/home/agent/other/p.yaml", "../other/p.yaml"),
        ("p%20.yaml", "p%2520.yaml"),
        ("sub\\p.yaml", "sub/p.yaml"),
        ("/home/agent/town/\udce9.yaml", "%EF%BF%BD.yaml"),
    ],
)
def test_addresses_are_relative_and_encoded(file: str, uri: str) -> None:
    found = town()
    moved = replace(found, findings=tuple(elsewhere(finding, file) for finding in tuple(found.findings)[:1]), ignored=())
    assert [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run_of(moved)["results"]] == [uri]


def elsewhere(finding: Finding, file: str) -> Finding:
    return replace(finding, place=replace(finding.place, file=file))


def test_what_an_exception_sets_aside_is_suppressed_and_the_rest_is_not() -> None:
    results = run_of(town())["results"]
    assert [result["ruleId"] for result in results if result["suppressions"]] == ["two-factor-off"]
    assert results[-1]["suppressions"][0]["kind"] == "inSource"


def test_what_the_baseline_knows_is_unchanged_and_the_rest_is_new() -> None:
    states = [result["baselineState"] for result in run_of(with_more(town()))["results"]]
    assert sorted(states) == ["new"] * 6 + ["unchanged"]


def test_without_a_baseline_nothing_has_a_state() -> None:
    assert all("baselineState" not in result for result in run_of(town())["results"])


def test_results_are_told_apart_even_when_findings_share_a_fingerprint() -> None:
    found = town()
    twice = replace(found, findings=(*found.findings, *found.findings))
    prints = [result["partialFingerprints"]["primaryLocationLineHash"] for result in run_of(twice)["results"]]
    assert len(set(prints)) == len(prints) == 13


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_name_becomes_a_link_or_a_placeholder(lang: Language) -> None:
    for result in run_of(hostile(), lang)["results"]:
        text = result["message"]["text"]
        assert not LINK.search(text)
        assert not re.search(r"(?<!\{)\{\d+\}(?!\})", text)
        assert plain_line(text) == text


def test_messages_are_in_the_language_of_the_report_and_both_stand_by() -> None:
    french, english = (run_of(town(), lang)["results"][0] for lang in ("fr", "en"))
    assert french["message"]["text"] == english["properties"]["message"]["fr"]
    assert english["message"]["text"] == french["properties"]["message"]["en"]
