"""Playbooks made for a test, and their own script run in them with the installed command."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

FILES = (
    ".github/workflows/channelfit.yml", ".gitignore", ".gitlab-ci.yml", ".pre-commit-config.yaml", "README.md", "bin/check",
    "briefs/consultation.yaml", "briefs/information.yaml", "briefs/page.yaml",
    "channelfit.yaml", "presence.yaml", "rules/local.cases.yaml", "rules/local.yaml",
)  # fmt: skip


def contents(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def checked(folder: Path, environ: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """What `sh bin/check` says, with a command channelfit on the path as an installation puts it there."""
    return checked_with(f'exec {shlex.quote(sys.executable)} -m channelfit "$@"', folder, environ)


def checked_with(does: str, folder: Path, environ: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """What the script says where the command does something else."""
    commands = folder.parent / "commands"
    commands.mkdir(exist_ok=True)
    command = commands / "channelfit"
    command.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    command.chmod(0o755)
    path = f"{commands}{os.pathsep}{environ['PATH']}"
    return subprocess.run(
        ["sh", "bin/check"], cwd=folder, env=environ | {"PATH": path}, capture_output=True, encoding="utf-8", check=False, timeout=240
    )


def replace(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
