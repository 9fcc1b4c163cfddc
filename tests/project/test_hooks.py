"""The hooks and the action of the project: each entry runs, on a sample playbook, as it stands in the file."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.project.documents import ROOT

PLAYBOOK = Path(__file__).parents[1] / "data" / "playbook"
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


@pytest.fixture
def playbook(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PLAYBOOK, tmp_path / "playbook"))


def started(words: list[str], folder: Path, environ: dict[str, str], **more: str) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{environ['PATH']}"
    return subprocess.run(words, cwd=folder, env=environ | {"PATH": path} | more, capture_output=True, text=True, check=False, timeout=120)


def files_of(hook: dict[str, Any], folder: Path) -> list[str]:
    names = sorted(str(path.relative_to(folder).as_posix()) for path in folder.rglob("*.yaml"))
    return [name for name in names if re.search(hook["files"], name)]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_a_hook_passes_on_the_sample_playbook(hook: dict[str, Any], playbook: Path, scrubbed: dict[str, str]) -> None:
    files = files_of(hook, playbook)
    assert files, "the hook would never run"
    done = started([*shlex.split(hook["entry"]), *(files if hook.get("pass_filenames", True) else [])], playbook, scrubbed)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_hooks_are_these() -> None:
    names = ["audit", "rules-check", "rules-test", "advise-check"]
    assert [hook["id"] for hook in HOOKS] == [f"channelfit-{name}" for name in names]
    assert all(hook["language"] == "python" for hook in HOOKS)


def test_an_inventory_with_an_error_fails_its_hook(playbook: Path, scrubbed: dict[str, str]) -> None:
    text = (playbook / "presence.yaml").read_text(encoding="utf-8")
    (playbook / "presence.yaml").write_text(text.replace("display_name:", "access: {admins: [{role: webmaster}]}, display_name:"), encoding="utf-8")
    assert started([*shlex.split(HOOKS[0]["entry"]), "presence.yaml"], playbook, scrubbed).returncode == 1


@pytest.mark.parametrize("arguments", [ACTION["inputs"]["arguments"]["default"], "advise briefs/traffic.yaml --quiet", "rules list --quiet"])
def test_the_action_runs_what_it_is_given(arguments: str, playbook: Path, scrubbed: dict[str, str]) -> None:
    done = started(["bash", "-e", "-c", ACTION["runs"]["steps"][-1]["run"]], playbook, scrubbed, ARGUMENTS=arguments)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_arguments_of_the_action_are_never_run(playbook: Path, scrubbed: dict[str, str]) -> None:
    for arguments in ("rules list; touch made", "rules list $(touch made)", "rules list `touch made`"):
        started(["bash", "-e", "-c", ACTION["runs"]["steps"][-1]["run"]], playbook, scrubbed, ARGUMENTS=arguments)
    assert not (playbook / "made").exists()


def test_the_steps_of_the_action_take_inputs_by_their_environment() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert not any("${{" in step.get("run", "") for step in ACTION["runs"]["steps"])
    used = set(re.findall(r"inputs\.([\w-]+)", (ROOT / "action.yml").read_text(encoding="utf-8")))
    assert used == set(ACTION["inputs"])
