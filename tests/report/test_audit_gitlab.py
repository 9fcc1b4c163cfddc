"""Code Quality, as GitLab's documentation asks for it."""

import json
from typing import Any

import pytest
from msgspec.structs import replace

from channelfit.audit.model import Audit
from channelfit.report.audit.gitlab import write
from channelfit.rulebook.text import Language
from tests.report.audits import audit_of, hostile, report_on, town

SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


def entries_of(found: Audit, lang: Language = "en") -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads(write(report_on(found, lang)))
    return entries


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("found", [town(), hostile()], ids=["town", "hostile"])
def test_entries_have_what_gitlab_reads(found: Audit, lang: Language) -> None:
    entries = entries_of(found, lang)
    assert len(entries) == len(found.findings)
    for entry in entries:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in SEVERITIES
        assert entry["location"]["path"] == "accounts/presence.yaml"
        assert entry["location"]["lines"]["begin"] >= 1
        assert "\n" not in entry["description"]


def test_lines_are_those_of_the_findings() -> None:
    lines = {entry["check_name"]: entry["location"]["lines"]["begin"] for entry in entries_of(town())}
    assert (lines["too-few-admins"], lines["two-factor-off"], lines["wild-account"]) == (8, 8, 23)


def test_two_findings_that_share_a_fingerprint_stay_apart_and_the_first_keeps_it() -> None:
    found = town()
    prints = [entry["fingerprint"] for entry in entries_of(replace(found, findings=(*found.findings, *found.findings)))]
    assert len(set(prints)) == len(prints) == 2 * len(found.findings)
    assert {finding.fingerprint for finding in found.findings} < set(prints)


def test_nothing_found_is_an_empty_list() -> None:
    assert entries_of(audit_of("organisation: {name: Bourg}")) == []
