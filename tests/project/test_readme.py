"""What the documents show is what happens, and what they name exists."""

import json
import re
from pathlib import Path

import pytest

from channelfit.advice.read_brief import read_brief
from channelfit.cli.app import COMMANDS
from channelfit.rulebook.model import Rulebook
from channelfit.source.parse import parse
from tests.conftest import Run
from tests.project import names
from tests.project.documents import README, ROOT, blocks, documents, retaken

SOURCES = [*(ROOT / "src").rglob("*.py"), *(ROOT / "tests").rglob("*.py"), ROOT / ".ci" / "run"]
USERS_OWN = {"channelfit.yaml", "brief.yaml", "presence.yaml"}  # files of the reader's, not of the checkout
NO_PATH = re.compile(r"channelfit/\w+/\d|\.venv/")  # schemas are named like paths, and the reader makes .venv
DOCUMENTS = pytest.mark.parametrize("path", documents(), ids=lambda path: path.relative_to(ROOT).as_posix())


@DOCUMENTS
def test_what_is_shown_is_what_happens(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text == retaken(text), "to mend it: python -m tests.project.refresh"


def test_what_is_shown_does_not_change_with_the_day() -> None:
    for block in blocks(README.read_text(encoding="utf-8"), "console"):
        command = block.content.partition("\n")[0]
        assert "--as-of" in command or "error:" in block.content


@DOCUMENTS
def test_commands_and_their_options_exist(path: Path) -> None:
    for call in names.calls(path.read_text(encoding="utf-8")):
        assert call.words in names.commands()
        assert set(call.options) <= names.commands()[call.words]


@DOCUMENTS
def test_options_exist(path: Path) -> None:
    known = {option for options in names.commands().values() for option in options}
    assert names.options(path.read_text(encoding="utf-8")) <= known


@DOCUMENTS
def test_variables_of_the_environment_are_read_somewhere(path: Path) -> None:
    source = "\n".join(file.read_text(encoding="utf-8") for file in SOURCES if "project" not in file.parts)
    assert {name for name in names.variables(path.read_text(encoding="utf-8")) if f'"{name}"' not in source} == set()


@DOCUMENTS
def test_paths_exist(path: Path, rulebook: Rulebook) -> None:
    known = USERS_OWN | {sheet.id for sheet in rulebook.sheets}
    named = {name for name in names.paths(path.read_text(encoding="utf-8")) - known if not NO_PATH.match(name)}
    assert {name for name in named if not _exists(name, path.parent)} == set()


def _exists(name: str, folder: Path) -> bool:
    return any(any(base.glob(name.rstrip("/"))) if "*" in name else (base / name).exists() for base in (ROOT, folder))


def test_briefs_shown_are_briefs(rulebook: Rulebook) -> None:
    shown = [block.content for block in blocks(README.read_text(encoding="utf-8"), "yaml") if "goals:" in block.content]
    assert shown
    for content in shown:
        assert read_brief(parse(content, "README.md"), rulebook).goals


def test_the_configuration_shown_is_one(run: Run, tmp_path: Path) -> None:
    shown = [block.content for block in blocks(README.read_text(encoding="utf-8"), "yaml") if "advise:" in block.content]
    assert len(shown) == 1
    (tmp_path / "channelfit.yaml").write_text(shown[0], encoding="utf-8")
    assert run("advise", "--goal", "media-relations", "--audience", "journalists").returncode == 0


def test_the_keys_of_the_json_are_the_ones_told(run: Run) -> None:
    told = re.findall(r"^\| `(\w+)` \|", README.read_text(encoding="utf-8").partition("### JSON")[2].partition("\n### ")[0], re.MULTILINE)
    brief = str(ROOT / "examples" / "briefs" / "traffic-information.yaml")
    assert told == list(json.loads(run("advise", brief, "--format", "json").stdout))


def test_every_command_named_exists() -> None:
    """A command that does not exist is not named, neither as a stub nor as a plan."""
    named = {name for path in documents() for name in re.findall(r"[`$] ?channelfit ([a-z]+)", path.read_text(encoding="utf-8"))}
    assert named >= {"advise", "audit"}
    assert named <= set(COMMANDS)
