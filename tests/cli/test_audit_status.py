"""Every exit status of the audit, by the command itself: what is found, what is broken, what is not there to be checked."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import Run

HEAD = "organisation: {name: Ville, country: FR}\n"
ALONE = "access: {admins: [{role: CM, level: full, status: active, two_factor: yes}]}"
ERROR = f"{HEAD}accounts: [{{id: fb, channel: facebook/page, {ALONE}}}]\n"  # single-administrator
CLEAN = f"{HEAD}accounts: [{{id: fb, channel: facebook/page}}]\n"
BROKEN = "accounts: [{id: x, chanel: facebook/page}]\n"
FAILS = {"error": ["error"], "warning": ["error", "warning"], "info": ["error", "warning", "info"], "never": []}


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("threshold", FAILS)
@pytest.mark.parametrize("severity", ["error", "warning", "info"])
def test_findings_at_or_above_the_threshold_fail(call: Run, tmp_path: Path, severity: str, threshold: str) -> None:
    write(tmp_path, presence=ERROR, channelfit=f"audit: {{severity: {{single-administrator: {severity}}}}}\n")
    done = call("audit", "presence.yaml", "--select", "single-administrator", "--fail-on", threshold)
    assert done.returncode == (1 if severity in FAILS[threshold] else 0)


def test_only_errors_fail_unless_asked(run: Run, tmp_path: Path) -> None:
    write(tmp_path, presence=ERROR, clean=CLEAN)
    assert run("audit", "presence.yaml").returncode == 1
    assert run("audit", "clean.yaml", "--select", "single-administrator").returncode == 0


@pytest.mark.parametrize("text", [HEAD, "accounts: []\n", "accounts:\nundeclared:\n", "organisation:\n"])
def test_nothing_to_check_is_no_success(call: Run, tmp_path: Path, text: str) -> None:
    write(tmp_path, presence=text)
    assert call("audit", "presence.yaml", "--fail-on", "never").returncode == 3


def test_findings_on_an_organisation_without_accounts_weigh_more(call: Run, tmp_path: Path) -> None:
    write(tmp_path, presence="organisation: {name: V, policy_url: }\n")
    assert call("audit", "presence.yaml", "--fail-on", "info").returncode == 1


def test_undeclared_entries_are_something_to_check(call: Run, tmp_path: Path) -> None:
    write(tmp_path, presence="undeclared: [{url: 'https://example.org'}]\n")
    assert call("audit", "presence.yaml", "--fail-on", "never").returncode == 0


def test_a_folder_with_nothing_in_it(call: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write(tmp_path, clean=CLEAN, error=ERROR)
    alone = call("audit", "empty", "--lang", "en")
    assert (alone.returncode, alone.stdout) == (3, "")
    assert "holds no inventory" in alone.stderr
    assert call("audit", "empty", "clean.yaml", "--fail-on", "never").returncode == 3
    beside = call("audit", "empty", "error.yaml", "--lang", "en")
    assert (beside.returncode, "single-administrator" in beside.stdout, "holds no inventory" in beside.stderr) == (1, True, True)


@pytest.mark.parametrize("broken", ["broken.yaml", "nowhere.yaml"])
def test_a_broken_file_among_good_ones_is_told_and_the_good_ones_are_reported(run: Run, tmp_path: Path, broken: str) -> None:
    write(tmp_path, presence=ERROR, broken=BROKEN)
    done = run("audit", broken, "presence.yaml", "--lang", "en")
    assert done.returncode == 2
    assert broken in done.stderr
    assert "single-administrator" in done.stdout


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--select", "single-administrater"), "single-administrator"),
        (("--ignore", "secutity"), "security"),
        (("--fail-on", "warnings"), "warning"),
        (("--format", "sarf"), "sarif"),
        (("--lang", "de"), "fr"),
        (("--as-of", "yesterday"), "yesterday"),
        (("--selct", "x"), "--select"),
        (("--baseline", "nowhere.json"), "nowhere.json"),
        (("--observed", "nowhere.txt"), "nowhere.txt"),
        (("--output", "nowhere/out.txt"), "nowhere/out.txt"),
    ],
)
def test_options_that_mean_nothing(call: Run, tmp_path: Path, options: tuple[str, ...], said: str) -> None:
    write(tmp_path, presence=CLEAN)
    done = call("audit", "presence.yaml", *options)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("setting", "place"),
    [
        ("audit: {select: [nothing-such]}", "line 1, column 18"),
        ("audit: {ignore: [nothing-such]}", "line 1, column 18"),
        ("audit: {severity: {nothing-such: info}}", "line 1, column 20"),
        ("audit: {severity: {single-administrator: grave}}", "line 1, column 42"),
        ("audit: {severity: {single-administrator: [info]}}", "line 1, column 42"),
        ("audit: {limits: {nothing-such: 3}}", "line 1, column 18"),
        ("audit: {limits: {shared-password: 3}}", "line 1, column 18"),
        ("audit: {limits: {dormant-account: long}}", "line 1, column 35"),
        ("audit: {limits: {dormant-account: -1}}", "line 1, column 35"),
        ("audit: {fail_on: sometimes}", "line 1, column 18"),
        ("audit: {colour: red}", "line 1, column 9"),
        ("limits: {dormant-account: 3}", "line 1, column 1"),
    ],
)
def test_settings_that_mean_nothing_are_pointed_at(call: Run, tmp_path: Path, setting: str, place: str) -> None:
    write(tmp_path, presence=CLEAN, channelfit=f"{setting}\n")
    done = call("audit", "presence.yaml", "--lang", "en")
    assert done.returncode == 2
    assert f"channelfit.yaml, {place}" in done.stderr


def test_without_a_file_the_command_says_what_it_wants(call: Run) -> None:
    done = call("audit", "--lang", "en")
    assert (done.returncode, "PRESENCE" in done.stderr) == (2, True)


def test_interrupted(tmp_path: Path, scrubbed: dict[str, str]) -> None:
    command = [sys.executable, "-m", "channelfit", "audit", "-"]
    with subprocess.Popen(command, cwd=tmp_path, env=scrubbed, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        time.sleep(2)
        os.kill(process.pid, signal.SIGINT)
        said, complained = process.communicate(timeout=30)
    assert (process.returncode, said) == (130, b"")
    assert b"Traceback" not in complained


def test_an_empty_file_is_a_broken_one(call: Run, tmp_path: Path) -> None:
    write(tmp_path, presence="# all gone\n")
    done = call("audit", "presence.yaml", "--lang", "en")
    assert (done.returncode, "list the accounts in it" in done.stderr) == (2, True)
    gone = call("audit", "presance.yaml", "--lang", "fr")
    assert (gone.returncode, "vouliez-vous dire presence.yaml" in gone.stderr, "--goal" in gone.stderr) == (2, True, False)
