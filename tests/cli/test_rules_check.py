"""rules check as people and CI call it: what it says, where, in which format, and the status it leaves."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from channelfit.lint import run as looking
from tests.conftest import Run
from tests.lint.seeded import DATA

DAY = ("--as-of", "2026-11-23")
LATE = str(DATA / "past-review.yaml")
REDIRECT = """
renamed:
- {old: lonely-administrator, new: single-administrator, until_version: '2099.01'}
"""
PRESENCE = """
organisation: {name: Saint-Aubin, country: FR}
accounts:
- id: page
  channel: facebook/page
  access: {admins: [{role: officer}]}
  ignore: [{check: lonely-administrator, because: second seat requested, until: 2027-01-31}]
"""


@pytest.fixture(scope="module")
def linted_once() -> Iterator[None]:
    """The same files are looked over once, for the formats in which that is told."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(looking, "lint", cache(looking.lint))
        yield


def test_the_built_in_rulebook_is_clean(run: Run) -> None:
    done = run("rules", "check", "--strict", *DAY)
    assert (done.returncode, done.stderr) == (0, "")
    assert "0 errors, 0 warnings, 0 notes" in done.stdout


def test_a_warning_fails_only_where_it_is_asked_to(call: Run) -> None:
    assert call("rules", "check", LATE, *DAY).returncode == 0
    strict = call("rules", "check", LATE, "--strict", *DAY)
    assert strict.returncode == 1
    assert "past-review.yaml" in strict.stdout
    assert "review_by: 2026-01-31" in strict.stdout


def test_a_file_that_is_no_yaml_is_unusable_and_the_rest_is_reported(call: Run, tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "broken.yaml").write_text("rules: [", encoding="utf-8")
    (rules / "late.yaml").write_text(Path(LATE).read_text(encoding="utf-8"), encoding="utf-8")
    done = call("rules", "check", str(rules), *DAY)
    assert done.returncode == 2
    assert "broken.yaml" in done.stderr
    assert "[past-review]" in done.stdout


def test_a_folder_without_rules_is_never_a_success(call: Run, tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    assert call("rules", "check", "rules", *DAY).returncode == 3


def test_a_path_that_is_not_there_is_unusable(call: Run) -> None:
    assert call("rules", "check", "nowhere", *DAY).returncode == 2


@pytest.mark.usefixtures("linted_once")
@pytest.mark.parametrize("format_", ["text", "json", "sarif", "github", "gitlab", "junit", "markdown"])
def test_every_format_of_the_audit_names_kind_and_file(call: Run, format_: str) -> None:
    done = call("rules", "check", LATE, "--strict", "--format", format_, *DAY)
    assert done.returncode == 1
    assert "past-review" in done.stdout
    assert "our-print" in done.stdout or format_ in {"github", "gitlab"}


def test_the_json_has_the_shape_of_an_audit(call: Run) -> None:
    tree = json.loads(call("rules", "check", LATE, "--format", "json", *DAY).stdout)
    assert tree["schema"] == "channelfit/audit/1"
    (finding,) = tree["findings"]
    assert (finding["check"], finding["severity"], finding["scope"], finding["subjects"]) == ("past-review", "warning", "rulebook", ["our-print"])
    assert set(finding["message"]) == {"en", "fr"}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_rule_about_rules_has_its_page(call: Run, lang: str) -> None:
    done = call("rules", "show", "shadowed-rule", "--lang", lang)
    assert done.returncode == 0
    assert "shadowed-rule" in done.stdout


def test_an_old_name_leads_to_the_new_one(call: Run, tmp_path: Path) -> None:
    (tmp_path / "redirect.yaml").write_text(REDIRECT, encoding="utf-8")
    (tmp_path / "presence.yaml").write_text(PRESENCE, encoding="utf-8")
    shown = call("rules", "show", "lonely-administrator", "--rules", "redirect.yaml")
    assert "single-administrator" in shown.stdout
    audited = call("audit", "presence.yaml", "--rules", "redirect.yaml", "--select", "lonely-administrator", "--format", "json", *DAY)
    assert json.loads(audited.stdout)["summary"]["ignored"] == 1
