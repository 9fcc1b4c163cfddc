"""Which checks run, how grave they are, what they compare with; and what a baseline leaves out."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

PRESENCE = """\
organisation: {name: Ville, country: FR}
accounts:
- id: fb
  channel: facebook/page
  access: {admins: [{role: CM, level: full, status: active, two_factor: no}]}
  activity: {last_post_on: 2026-07-01}
"""
DAY = ("--as-of", "2026-11-23")


@pytest.fixture(autouse=True)
def presence(tmp_path: Path) -> Path:
    path = tmp_path / "presence.yaml"
    path.write_text(PRESENCE, encoding="utf-8")
    return path


def audited(call: Run, *arguments: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(call("audit", "presence.yaml", "--format", "json", *DAY, *arguments).stdout)
    return data


def found(data: dict[str, Any]) -> dict[str, str]:
    return {finding["check"]: finding["severity"] for finding in data["findings"]}


def test_checks_are_chosen_by_id_and_by_family(call: Run) -> None:
    assert set(found(audited(call, "--select", "two-factor-off"))) == {"two-factor-off"}
    ran = {row["check"] for row in audited(call, "--select", "security", "--ignore", "two-factor-off")["coverage"]}
    assert "shared-password" in ran
    assert not {"two-factor-off", "inactive-account"} & ran


def test_settings_choose_too_and_options_come_first(call: Run, tmp_path: Path) -> None:
    (tmp_path / "channelfit.yaml").write_text("audit: {select: [security, activity], ignore: [two-factor-off]}\n", encoding="utf-8")
    assert "inactive-account" in found(audited(call))
    assert "two-factor-off" not in found(audited(call, "--select", "security"))
    assert "inactive-account" not in found(audited(call, "--select", "security"))


def test_severities_are_the_users_the_nearer_name_first(call: Run, tmp_path: Path) -> None:
    (tmp_path / "channelfit.yaml").write_text("audit: {severity: {security: info, two-factor-off: warning}}\n", encoding="utf-8")
    severities = found(audited(call))
    assert severities["two-factor-off"] == "warning"
    assert severities["inactive-account"] == "warning"


@pytest.mark.parametrize("format_", ["json", "text", "sarif", "markdown"])
def test_a_limit_of_the_users_is_compared_with_and_shown(call: Run, tmp_path: Path, format_: str) -> None:
    (tmp_path / "channelfit.yaml").write_text("audit: {limits: {dormant-account: 144, inactive-account: 137}}\n", encoding="utf-8")
    done = call("audit", "presence.yaml", "--format", format_, "--select", "activity", *DAY)
    assert "dormant-account" in done.stdout
    assert "144" in done.stdout
    assert "183" not in done.stdout


def test_a_limit_not_reached_is_none(call: Run, tmp_path: Path) -> None:
    (tmp_path / "channelfit.yaml").write_text("audit: {limits: {inactive-account: 146}}\n", encoding="utf-8")
    assert "inactive-account" not in found(audited(call))


def test_a_baseline_leaves_out_what_was_known_and_counts_it(call: Run, presence: Path) -> None:
    first = audited(call, "--write-baseline", "known.json")
    assert first["findings"]
    again = call("audit", "presence.yaml", "--format", "json", *DAY, "--baseline", "known.json", "--fail-on", "info")
    data = json.loads(again.stdout)
    assert (again.returncode, data["findings"]) == (0, [])
    assert data["summary"]["baseline"] == len(first["findings"])
    presence.write_text("# moved\n\n" + PRESENCE + "- {id: x, channel: x/account, access: {model: shared-password}}\n", encoding="utf-8")
    fresh = call("audit", "presence.yaml", "--format", "json", *DAY, "--baseline", "known.json", "--write-baseline", "known.json")
    assert fresh.returncode == 1
    assert {finding["account"] for finding in json.loads(fresh.stdout)["findings"]} <= {"x", None}
    settled = call("audit", "presence.yaml", *DAY, "--baseline", "known.json", "--fail-on", "info")
    assert settled.returncode == 0


def test_a_baseline_is_the_same_bytes_for_the_same_findings(call: Run, tmp_path: Path) -> None:
    call("audit", "presence.yaml", *DAY, "--write-baseline", "one.json")
    call("audit", "presence.yaml", *DAY, "--lang", "fr", "--format", "sarif", "--write-baseline", "two.json")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "not json", '{"schema": "channelfit/baseline/2", "findings": []}', '{"schema": "channelfit/baseline/1"}', "\x00"]
)
def test_a_baseline_that_is_none_is_refused(call: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "known.json").write_text(text, encoding="utf-8")
    done = call("audit", "presence.yaml", "--baseline", "known.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "known.json" in done.stderr


def test_no_baseline_is_written_while_a_file_is_broken(call: Run, tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("accounts: [{id: x}]\n", encoding="utf-8")
    call("audit", "presence.yaml", "--write-baseline", "known.json")
    before = (tmp_path / "known.json").read_bytes()
    assert call("audit", "broken.yaml", "--write-baseline", "known.json").returncode == 2
    assert call("audit", "presence.yaml", "broken.yaml", "--write-baseline", "known.json").returncode == 2
    assert (tmp_path / "known.json").read_bytes() == before
