"""Accounts seen in the wild, in every form a list of them may have."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run

PRESENCE = """\
organisation: {name: Ville, country: FR}
accounts:
- {id: fb, url: "https://www.facebook.com/saintaubin"}
- {id: x, url: "https://x.com/saintaubin", display_name: Ville de Saint-Aubin}
undeclared:
- {url: "https://www.instagram.com/piscine_sa"}
"""
KNOWN = ["https://m.facebook.com/saintaubin/?ref=page", "http://twitter.com/SaintAubin", "https://instagram.com/piscine_sa/"]
FRESH = "https://www.tiktok.com/@saintaubin"
ALL = [*KNOWN, FRESH, FRESH + "?lang=fr"]
FORMS = {
    "seen.txt": "# seen in November\n\n" + "\n".join(ALL) + "\n",
    "seen.yaml": "\n".join(f"- {url}" for url in ALL),
    "records.yaml": "\n".join(f"- {{url: '{url}', found_on: 2026-11-01}}" for url in ALL),
    "inventory.yaml": "organisation: {name: Veille}\naccounts:\n"
    + "\n".join(f"- {{id: s{at}, url: '{url}', status: active}}" for at, url in enumerate(ALL)),
    "track.yaml": "undeclared:\n" + "\n".join(f"- {{url: '{url}'}}" for url in ALL),
    "seen.json": json.dumps(ALL),
    "seen.csv": "url,uses_logo\n" + "\n".join(f"{url},TRUE" for url in ALL),
    "accounts.csv": "id;url;handle\n" + "\n".join(f"s{at};{url};@s{at}" for at, url in enumerate(ALL)),
    "seen.jsonl": "\n".join(json.dumps({"url": url}) for url in ALL),
    "strings.jsonl": "\n".join(json.dumps(url) for url in ALL),
}


def seen(call: Run, folder: Path, name: str, text: str, *files: str) -> list[str]:
    (folder / "presence.yaml").write_text(PRESENCE, encoding="utf-8")
    (folder / name).write_text(text, encoding="utf-8")
    done = call("audit", "presence.yaml", *files, "--observed", name, "--format", "json", "--as-of", "2026-11-23")
    assert done.stderr == ""
    found = json.loads(done.stdout)["findings"]
    return [finding["subjects"][0] for finding in found if finding["check"] in ("observed-account-undeclared", "observed-look-alike")]


@pytest.mark.parametrize(("name", "text"), FORMS.items(), ids=FORMS)
def test_only_what_nobody_declared_is_found_and_once(call: Run, tmp_path: Path, name: str, text: str) -> None:
    assert seen(call, tmp_path, name, text) == [FRESH]


def test_a_name_alone_may_be_an_account_that_is_known(call: Run, tmp_path: Path) -> None:
    assert seen(call, tmp_path, "seen.txt", "ville de saint aubin\n@SaintAubin\nPiscine municipale\n") == ["Piscine municipale"]


@pytest.mark.parametrize("name", ["::error::x", "javascript:alert(1)", "http://[::1", "=1+1", "<script>", "ﷺ" * 50])
def test_names_that_are_out_to_harm(call: Run, tmp_path: Path, name: str) -> None:
    assert seen(call, tmp_path, "seen.txt", f"{name}\n") == [name]


def test_several_organisations_share_what_was_seen(call: Run, tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text(f"organisation: {{name: Bourg}}\naccounts: [{{url: '{FRESH}'}}]\n", encoding="utf-8")
    assert seen(call, tmp_path, "seen.txt", FORMS["seen.txt"], "other.yaml") == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("seen.csv", "url,colour\nhttps://x.com/a,red\n"),
        ("seen.jsonl", "{\n"),
        ("seen.yaml", "a: b\n"),
        ("seen.yaml", "- [a]\n"),
        ("seen.csv", "url\n" + "x" * 200_000),
    ],
)
def test_a_list_that_cannot_be_read_keeps_nobody_from_the_rest(call: Run, tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / "presence.yaml").write_text(PRESENCE, encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    done = call("audit", "presence.yaml", "--observed", name, "--format", "json")
    assert done.returncode == 2
    assert name in done.stderr
    assert json.loads(done.stdout)["summary"]["accounts"] == 2


def test_a_column_that_could_hold_a_secret_is_refused_unread(call: Run, tmp_path: Path) -> None:
    (tmp_path / "presence.yaml").write_text(PRESENCE, encoding="utf-8")
    (tmp_path / "seen.csv").write_text("url,password\nhttps://x.com/a,hunter2\n", encoding="utf-8")
    done = call("audit", "presence.yaml", "--observed", "seen.csv", "--lang", "en")
    assert (done.returncode, "could hold a secret" in done.stderr, "hunter2" in done.stdout + done.stderr) == (2, True, False)
