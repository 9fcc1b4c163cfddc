"""Findings as JSON, to the letter of the format, and what does not change them."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

DAY = ("--as-of", "2026-11-23")
PRESENCE = """\
organisation: {name: Ville, country: FR, incident_plan_url: }
accounts:
- id: fb
  channel: facebook/page
  access: {admins: [{role: CM, level: full, status: active, two_factor: no}]}
  ignore: [{check: two-factor-off, because: on its way, until: 2027-01-31}]
undeclared:
- {url: "https://www.instagram.com/piscine_sa", uses_logo: yes, kind: staff-created}
"""
KEYS = [
    "check",
    "severity",
    "scope",
    "subjects",
    "account",
    "file",
    "line",
    "column",
    "end_line",
    "end_column",
    "message",
    "fix",
    "sources",
    "fingerprint",
]


def audited(call: Run, *arguments: str, **settings: Any) -> dict[str, Any]:
    done = call("audit", *arguments, "--format", "json", *DAY, **settings)
    assert done.stderr == ""
    data: dict[str, Any] = json.loads(done.stdout)
    return data


@pytest.fixture
def presence(tmp_path: Path) -> Path:
    path = tmp_path / "presence.yaml"
    path.write_text(PRESENCE, encoding="utf-8")
    return path


def test_keys_their_order_and_what_they_hold(call: Run, presence: Path) -> None:
    data = audited(call, presence.name)
    assert list(data) == ["schema", "as_of", "rulebook", "summary", "findings", "coverage"]
    assert (data["schema"], data["as_of"]) == ("channelfit/audit/1", "2026-11-23")
    assert {"name", "version", "digest"} <= data["rulebook"].keys()
    summary = data["summary"]
    assert list(summary) == ["accounts", "error", "warning", "info", "ignored", "not_declared", "scopes_not_run"]
    assert (summary["accounts"], summary["ignored"], summary["scopes_not_run"]) == (1, 1, [])
    for severity in ("error", "warning", "info"):
        assert summary[severity] == sum(finding["severity"] == severity for finding in data["findings"])
    assert summary["not_declared"] == sum(row["not_declared"] for row in data["coverage"])
    for row in data["coverage"]:
        assert list(row) == ["check", "decided", "not_declared"]


def test_a_finding_says_what_where_and_on_whose_word(call: Run, presence: Path) -> None:
    findings = audited(call, presence.name)["findings"]
    assert {finding["scope"] for finding in findings} >= {"account", "organisation", "undeclared"}
    for finding in findings:
        assert list(finding) == KEYS
        assert finding["file"] == "presence.yaml"
        assert list(finding["message"]) == list(finding["fix"]) == ["en", "fr"]
        assert finding["sources"]
        assert finding["account"] == (finding["subjects"][0] if finding["scope"] == "account" else None)
        lines = PRESENCE.splitlines()
        assert 1 <= finding["line"] <= finding["end_line"] <= len(lines)
        assert 1 <= finding["column"] <= len(lines[finding["line"] - 1])
        assert finding["end_column"] <= len(lines[finding["end_line"] - 1]) + 1
    (alone,) = [finding for finding in findings if finding["check"] == "single-administrator"]
    assert (alone["line"], alone["subjects"], alone["account"]) == (5, ["fb"], "fb")


def test_the_same_files_give_the_same_bytes(run: Run, presence: Path) -> None:
    said = {
        run("audit", presence.name, "--format", "json", *DAY, PYTHONHASHSEED=seed, CHANNELFIT_LANG=lang).stdout
        for seed in "017"
        for lang in ("fr", "en")
    }
    assert len(said) == 1


def test_standard_input_is_called_as_it_was_typed(call: Run) -> None:
    one, other = (audited(call, "-", "--lang", lang, stdin=PRESENCE) for lang in ("fr", "en"))
    assert one == other
    assert {finding["file"] for finding in one["findings"]} == {"-"}


def test_totals_are_over_all_files_and_folders(call: Run, tmp_path: Path) -> None:
    folder = tmp_path / "town" / "sports"
    folder.mkdir(parents=True)
    for place, name in ((folder.parent, "a"), (folder, "b"), (folder, ".hidden")):
        (place / f"{name}.yaml").write_text(PRESENCE.replace("id: fb", f"id: {name}"), encoding="utf-8")
    (folder.parent / "notes.txt").write_text("nothing to read", encoding="utf-8")
    data = audited(call, "town")
    assert data["summary"]["accounts"] == 2
    assert {finding["file"] for finding in data["findings"]} == {"town/a.yaml", "town/sports/b.yaml"}
    assert audited(call, "town/a.yaml", "town", "./town/a.yaml")["summary"]["accounts"] == 2


def test_files_of_several_organisations_are_told_apart(call: Run, tmp_path: Path) -> None:
    for name in ("Bourg", "Ville"):
        (tmp_path / f"{name}.yaml").write_text(PRESENCE.replace("name: Ville", f"name: {name}"), encoding="utf-8")
    findings = audited(call, "Bourg.yaml", "Ville.yaml")["findings"]
    plans = [finding["subjects"] for finding in findings if finding["check"] == "incident-plan-missing"]
    assert plans == [["Bourg"], ["Ville"]]
    assert len({finding["fingerprint"] for finding in findings}) == len(findings)


def test_a_file_without_an_organisation_joins_the_only_one(call: Run, tmp_path: Path, presence: Path) -> None:
    (tmp_path / "more.yaml").write_text(
        "accounts: [{id: x, channel: facebook/page, moderation: {charter_url: , comments: open}}]\n", encoding="utf-8"
    )
    both, alone = audited(call, presence.name, "more.yaml"), audited(call, "more.yaml")
    (mine,) = [finding for finding in both["findings"] if finding["check"] == "charter-missing"]
    assert mine["file"] == "more.yaml"
    theirs = [finding["fingerprint"] for finding in alone["findings"] if finding["check"] == "charter-missing"]
    assert mine["fingerprint"] not in theirs


def test_account_checks_find_the_same_in_files_read_apart_and_together(call: Run, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(PRESENCE.replace("id: fb", f"id: {name}"), encoding="utf-8")

    def marks(*files: str) -> set[str]:
        return {finding["fingerprint"] for finding in audited(call, *files)["findings"] if finding["scope"] == "account"}

    assert marks("a.yaml", "b.yaml") == marks("a.yaml") | marks("b.yaml")
    assert marks("a.yaml").isdisjoint(marks("b.yaml"))


def test_the_day_is_that_of_the_option_of_the_file_of_the_settings(call: Run, tmp_path: Path, presence: Path) -> None:
    def day(*options: str) -> str:
        return str(json.loads(call("audit", presence.name, "--format", "json", *options).stdout)["as_of"])

    (tmp_path / "channelfit.yaml").write_text("as_of: 2024-01-01\n", encoding="utf-8")
    assert day() == "2024-01-01"
    presence.write_text(f"as_of: 2025-02-02\n{PRESENCE}", encoding="utf-8")
    assert day() == "2025-02-02"
    assert day("--as-of", "2026-03-03") == "2026-03-03"
    presence.write_text(f"as_of: 2025-02-30\n{PRESENCE}", encoding="utf-8")
    assert call("audit", presence.name).returncode == 2
