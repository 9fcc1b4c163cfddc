"""Every command that a guide shows works as it stands there, from the root of the checkout; every configuration in it is one."""

import json
import shlex
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from tests.conftest import Run
from tests.project.documents import ROOT, blocks
from tests.project.test_hooks import HOOKS

GUIDES = ("authoring.md", "certainty.md", "editors.md", "hooks.md", "pilot.md", "plan.md", "survey.md")


def text_of(guide: str) -> str:
    return (ROOT / "docs" / guide).read_text(encoding="utf-8")


def commands() -> Iterator[Any]:
    for guide in GUIDES:
        for block in blocks(text_of(guide)):
            lines = block.content.splitlines()
            shown = lines if block.language == "sh" else [lines[0].removeprefix("$ ")] if block.language == "console" else []
            yield from (pytest.param(line, id=f"{guide}: {line}") for line in shown)


@pytest.mark.parametrize("command", list(commands()))
def test_a_command_that_is_shown_works(command: str, call: Run) -> None:
    name, *arguments = shlex.split(command)
    assert name == "channelfit"
    done = call(*arguments, cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_hooks_that_are_shown_are_all_there_are() -> None:
    shown = next(yaml.safe_load(block.content) for block in blocks(text_of("hooks.md"), "yaml"))
    assert [hook["id"] for hook in shown["repos"][0]["hooks"]] == [hook["id"] for hook in HOOKS]


def test_the_schemas_that_settings_name_exist() -> None:
    settings = next(json.loads(block.content) for block in blocks(text_of("editors.md"), "json"))
    assert [name for name in settings["yaml.schemas"] if not (ROOT / name).is_file()] == []
