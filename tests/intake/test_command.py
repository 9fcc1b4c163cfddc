"""channelfit import as people and scripts call it."""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
import yaml

from tests.conftest import Run
from tests.intake.opendocument import opendocument
from tests.intake.workbook import workbook

Packed = Callable[[Mapping[str, Sequence[Sequence[object]]]], bytes]

LIST = (
    "Account,Platform,Department,URL,Last post,api_key\n"
    '"=cmd|x",Facebook,Parks,https://www.facebook.com/oakmere,2026-03-04,hush\n'
    "\x1b[31mRed,X,Library,https://twitter.com/oakmere,2026-03-05,hush\n"
    "no,X,Library,https://x.com/Oakmere,2026-04-05,hush\n"
    "Wrong,Instagram,Library,https://www.facebook.com/other,,hush\n"
    "Total,,,,,\n"
)


def keep(tmp_path: Path, content: str | bytes = LIST, name: str = "accounts.csv") -> str:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return name


def test_the_report_keeps_the_contract_and_adds_up(run: Run, tmp_path: Path) -> None:
    done = run("import", keep(tmp_path), "--output", "presence.yaml", "--report", "report.json", "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "")
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert report["schema"] == "channelfit/import/1"
    assert report["rows"] == report["rows_used"] + report["rows_merged"] + len(report["rows_set_aside"]) == 5
    assert (report["rows_used"], report["rows_merged"], report["accounts"]) == (2, 1, 2)
    assert [(item["row"], item["reason"]) for item in report["rows_set_aside"]] == [(5, "label-url-disagree"), (6, "total-row")]
    assert report["disagreements"] == [{"row": 5, "label": "Instagram", "url": "https://www.facebook.com/other"}]
    assert report["dropped_columns"] == ["api_key"]
    assert "hush" not in done.stdout + (tmp_path / "report.json").read_text() + (tmp_path / "presence.yaml").read_text()
    assert "api_key" in done.stdout
    assert "\x1b" not in done.stdout


def test_what_is_written_is_audited(run: Run, tmp_path: Path) -> None:
    run("import", keep(tmp_path), "--output", "presence.yaml", "--as-of", "2026-11-24", "--lang", "fr")
    written = (tmp_path / "presence.yaml").read_text(encoding="utf-8")
    assert written.startswith("# Importé par channelfit depuis accounts.csv, le 24 novembre 2026.\n")
    accounts = yaml.safe_load(written)["accounts"]
    assert [account["id"] for account in accounts] == ["facebook-oakmere", "x-oakmere"]
    assert accounts[0]["display_name"] == "=cmd|x"
    audit = run("audit", "presence.yaml", "--format", "json", "--fail-on", "never", "--as-of", "2026-11-24")
    assert audit.returncode == 0, audit.stderr
    assert json.loads(audit.stdout)["summary"]["accounts"] == 2


def test_activity_reaches_the_checks(run: Run, tmp_path: Path) -> None:
    file = keep(tmp_path, "page,last_post,posts_per_week\noakmereschools,2020-09-13,1.43\n")
    assert run("import", file, "--map", "network==Facebook", "--map", "handle=page", "--output", "presence.yaml").returncode == 0
    audit = run("audit", "presence.yaml", "--format", "json", "--fail-on", "never", "--as-of", "2026-11-24")
    assert "dormant-account" in {finding["check"] for finding in json.loads(audit.stdout)["findings"]}


def test_without_output_the_accounts_go_to_the_screen_and_the_rest_beside_it(run: Run) -> None:
    done = run("import", "-", "--lang", "en", stdin=LIST)
    assert done.returncode == 0
    assert len(yaml.safe_load(done.stdout)["accounts"]) == 2
    assert "5 rows read" in done.stderr
    assert run("import", "-", "--quiet", stdin=LIST).stderr == ""


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_file_that_exists_is_never_overwritten(run: Run, tmp_path: Path, lang: str) -> None:
    (tmp_path / "presence.yaml").write_text("mine", encoding="utf-8")
    done = run("import", keep(tmp_path), "--output", "presence.yaml", "--lang", lang)
    assert done.returncode == 2
    assert "presence-2.yaml" in done.stderr
    assert (tmp_path / "presence.yaml").read_text(encoding="utf-8") == "mine"


def test_no_account_is_3_and_writes_none(run: Run, tmp_path: Path) -> None:
    done = run("import", keep(tmp_path, "Platform,URL\nFacebook,n/a\n"), "--output", "presence.yaml", "--report", "report.json")
    assert done.returncode == 3
    assert not (tmp_path / "presence.yaml").exists()
    assert json.loads((tmp_path / "report.json").read_text())["rows_set_aside"][0]["reason"] == "placeholder"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--map", "urll=URL"], "url"),
        (["--map", "url=Link to"], "URL"),
        (["--map", "url"], "--map"),
        (["--map", "url=URL", "--map", "url=Platform"], "url"),
        (["--map", "network==Facebok Networke"], "Facebok"),
        (["--preset", "usd"], "usdr"),
        (["--preset", "usdr"], "service_url"),
        (["--report", "accounts.csv"], "accounts.csv"),
        (["--output", "a.yaml", "--report", "a.yaml"], "a.yaml"),
    ],
)
def test_wrong_options_are_2_and_name_what_was_meant(run: Run, tmp_path: Path, options: list[str], said: str) -> None:
    done = run("import", keep(tmp_path), "--lang", "en", *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", '{"a": [1, 2'),
        ("a.json", '[{"url": "https://x.com/a", "url": "https://x.com/b"}]'),
        ("a.json", "[" * 5000 + "]" * 5000),
        ("a.jsonl", '{"url": "https://x.com/a"}\nnot json\n'),
        ("a.yaml", "- !!python/object:x {}\n"),
        ("a.yaml", "[" * 500),
        ("a.csv", ""),
        ("a.csv", b"\x00\xff\x00\x81"),
        ("a.xlsx", b"PK\x03\x04nothing"),
        ("a.ods", b"text"),
        ("missing.csv", None),
    ],
)
def test_unusable_files_are_2(run: Run, tmp_path: Path, name: str, content: str | bytes | None) -> None:
    if content is not None:
        keep(tmp_path, content, name)
    done = run("import", name, "--lang", "en")
    assert (done.returncode, done.stdout) == (2, ""), done.stderr
    assert "Traceback" not in done.stderr


def test_a_spreadsheet_without_its_library_names_the_command(run: Run, tmp_path: Path) -> None:
    (tmp_path / "hide").mkdir()
    (tmp_path / "hide" / "python_calamine.py").write_text("raise ImportError", encoding="utf-8")
    path = f"{tmp_path / 'hide'}:{':'.join(sys.path)}"
    done = run("import", keep(tmp_path, b"PK\x03\x04", "a.xlsx"), "--lang", "en", PYTHONPATH=path)
    assert done.returncode == 2
    assert 'pip install "channelfit[spreadsheets]"' in done.stderr


def test_options_in_the_configuration(run: Run, tmp_path: Path) -> None:
    (tmp_path / "channelfit.yaml").write_text("import:\n  map: [network==Facebook, handle=page]\n  report: r.json\n", encoding="utf-8")
    done = run("import", keep(tmp_path, "page\noakmere\n"))
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "r.json").read_text())["accounts"] == 1


@pytest.mark.parametrize(("packed", "name"), [(workbook, "a.xlsx"), (opendocument, "a.ods")])
def test_the_sheet_with_the_accounts_is_found(run: Run, tmp_path: Path, packed: Packed, name: str) -> None:
    pytest.importorskip("python_calamine")
    accounts: list[list[object]] = [
        ["Compte", "Réseau", "URL", "Abonnés"],
        ["Oakmere", "X", "https://x.com/oakmere", 12],
        [],
        ["Bis", "Facebook", "https://fb.com/oakmere", 7],
    ]
    file = keep(tmp_path, packed({"Lisez-moi": [["Bonjour"]], "Comptes": accounts}), name)
    done = run("import", file, "--report", "r.json")
    assert done.returncode == 0, done.stderr
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert (report["sheet"], report["rows"], report["accounts"]) == ("Comptes", 3, 2)
    assert [(item["row"], item["reason"]) for item in report["rows_set_aside"]] == [(3, "empty-row")]
