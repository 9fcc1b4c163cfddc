"""What the documents show of the audit works: an inventory, a configuration, the recipes for CI."""

import json
import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from channelfit.report.audit import WRITERS
from tests.conftest import Run
from tests.project import names
from tests.project.documents import CONTRIBUTING, README, ROOT, blocks

TEXT = README.read_text(encoding="utf-8")
TOWN = ROOT / "examples" / "presence" / "ville-saint-aubin.yaml"
DAY = ("--as-of", "2026-11-24")
BLOCKS = [block.content for block in blocks(TEXT, "yaml")]
RECIPES = [content for content in BLOCKS if content.startswith(("# .github/", "# .gitlab-ci"))]
CALL = re.compile(r"(?:run: |- )channelfit (.*)$", re.MULTILINE)


def only(starting: str) -> str:
    (content,) = (content for content in BLOCKS if content.startswith(starting))
    return content


def test_the_inventory_shown_is_one(call: Run, tmp_path: Path) -> None:
    (tmp_path / "presence.yaml").write_text(only("organisation:"), encoding="utf-8")
    done = call("audit", "presence.yaml", "--format", "json", *DAY)
    assert (done.returncode, done.stderr) == (1, "")
    audit = json.loads(done.stdout)
    assert audit["summary"]["ignored"] == 1
    assert {finding["check"] for finding in audit["findings"]} == {"charter-missing"}


def test_the_configuration_of_the_audit_shown_is_one(call: Run, tmp_path: Path) -> None:
    call("audit", str(TOWN), "--write-baseline", "known.json", *DAY)
    (tmp_path / "channelfit.yaml").write_text(only("audit:"), encoding="utf-8")
    done = call("audit", str(TOWN), "--format", "json", *DAY)
    assert (done.returncode, done.stderr) == (1, "")
    audit = json.loads(done.stdout)
    assert audit["summary"]["baseline"] > 0
    assert {finding["check"] for finding in audit["findings"]} == {"single-administrator"}, "three are asked for: what was in order no longer is"


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.splitlines()[0].removeprefix("# "))
def test_a_recipe_is_yaml_and_its_commands_are_ours(recipe: str) -> None:
    assert isinstance(yaml.safe_load(recipe), dict)
    assert CALL.findall(recipe)
    for arguments in CALL.findall(recipe):
        assert set(names.OPTION.findall(arguments)) <= names.commands()["audit",]
        assert re.findall(r"--format (\w+)", arguments)[0] in WRITERS


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.splitlines()[0].removeprefix("# "))
def test_a_recipe_runs_and_fails_at_its_last_step_only(call: Run, recipe: str, tmp_path: Path) -> None:
    shutil.copy(TOWN, tmp_path / "presence.yaml")
    done = [call(*shlex.split(arguments), *DAY) for arguments in CALL.findall(recipe)]
    assert [(step.returncode, step.stderr) for step in done] == [*[(0, "")] * (len(done) - 1), (1, "")]
    assert all((tmp_path / name).is_file() for name in _artefacts(recipe))


def _artefacts(recipe: str) -> list[str]:
    """The files that the recipe hands on."""
    return re.findall(r"(?:sarif_file|codequality|junit): ([\w.]+)", recipe)


def test_there_is_a_recipe_for_either_forge() -> None:
    tools: list[Any] = [yaml.safe_load(recipe) for recipe in RECIPES]
    assert ["jobs" in tool for tool in tools] == [True, False]
    assert [len(_artefacts(recipe)) for recipe in RECIPES] == [1, 2]


def test_the_case_of_a_check_that_is_shown_holds(call: Run, tmp_path: Path) -> None:
    shown = (block.content for block in blocks(CONTRIBUTING.read_text(encoding="utf-8"), "yaml"))
    cases = [case for content in shown if "organisation:" in content for case in yaml.safe_load(content)]
    (tmp_path / "ours.yaml").write_text("rules: []\n", encoding="utf-8")
    (tmp_path / "shown.cases.yaml").write_text(yaml.safe_dump({"cases": cases}, allow_unicode=True), encoding="utf-8")
    done = call("rules", "test", "shown.cases.yaml", "--rules", ".", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["summary"]["passed"] == len(cases) > 0


def test_every_format_has_its_line() -> None:
    told = re.findall(r"^\| `(\w+)` \| ", TEXT.partition("### Audit in CI")[2].partition("\nGitHub,")[0], re.MULTILINE)
    assert sorted(told) == sorted(WRITERS)


def test_the_keys_of_the_audit_are_the_ones_told(call: Run) -> None:
    told = re.findall(r"^\| `(\w+)` \| ", TEXT.partition("As JSON (`channelfit/audit/1`)")[2].partition("\n### ")[0], re.MULTILINE)
    audit = json.loads(call("audit", str(TOWN), "--format", "json", *DAY).stdout)
    assert set(told) <= set(audit)
    assert set(audit) - set(told) == {"schema", "as_of", "rulebook"}
