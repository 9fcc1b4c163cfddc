"""What stands in the files of a playbook: CI that parses, commands that exist, the same things in both languages."""

import re
import stat
from collections.abc import Iterator
from datetime import date
from typing import Any, Literal

import pytest
import yaml

from channelfit.playbook import Answers, playbook
from tests.playbook.folders import FILES
from tests.project.documents import ROOT
from tests.project.names import Call, calls, calls_in, commands

SOURCE = "https://forge.example/comms/channelfit"
Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")
HOOKS = ROOT / ".pre-commit-hooks.yaml"
STEP = re.compile(r"^\s*(?:- |run: |if .*; then )*(?:channelfit|check) (\w.*?)(?:; fi.*)?$", re.MULTILINE)  # of a script or of CI
COMMENT = re.compile(r"(?:^|\s)#.*$", re.MULTILINE)


def made(lang: Language) -> dict[str, str]:
    return playbook(Answers("Saint-Aubin", "FR", lang, SOURCE, "1.2.3", date(2026, 11, 24)))


def loaded(lang: Language, name: str) -> Any:
    return yaml.safe_load(made(lang)[name])


def commands_of(lang: Language) -> Iterator[Call]:
    for name, text in made(lang).items():
        yield from calls(text) if name == "README.md" else (call for words in STEP.findall(text) for call in calls_in(f"channelfit {words}"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_yaml_file_parses_elsewhere_too(lang: Language) -> None:
    for name, text in made(lang).items():
        if name.endswith((".yaml", ".yml")):
            assert isinstance(yaml.safe_load(text), dict), name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_command_exists(lang: Language) -> None:
    found = list(commands_of(lang))
    assert {("audit",), ("rules", "check"), ("rules", "test"), ("advise",)} <= {call.words for call in found}
    for call in found:
        assert set(call.options) <= commands()[call.words]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_ci_installs_the_version_that_made_it_and_runs_the_script(lang: Language) -> None:
    github = [step.get("run", "") for step in loaded(lang, ".github/workflows/channelfit.yml")["jobs"]["check"]["steps"]]
    gitlab = loaded(lang, ".gitlab-ci.yml")["channelfit"]["script"]
    for steps in (github, gitlab):
        assert f'pip install "git+{SOURCE}@v1.2.3"' in steps
        assert "sh bin/check" in steps


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_hooks_are_those_of_the_project(lang: Language) -> None:
    (repository,) = loaded(lang, ".pre-commit-config.yaml")["repos"]
    assert (repository["repo"], repository["rev"]) == (SOURCE, "v1.2.3")
    assert [hook["id"] for hook in repository["hooks"]] == [hook["id"] for hook in yaml.safe_load(HOOKS.read_text(encoding="utf-8"))]


def test_both_languages_have_the_same_files_and_run_the_same_things() -> None:
    french, english = made("fr"), made("en")
    assert tuple(french) == tuple(english) == FILES
    for name in (".github/workflows/channelfit.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml", ".gitignore"):
        assert COMMENT.sub("", french[name]) == COMMENT.sub("", english[name])
    spoken = re.compile(r"printf '\\n[A-Z].*|#.*")
    assert spoken.sub("", french["bin/check"]) == spoken.sub("", english["bin/check"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_left_to_fill_in(lang: Language) -> None:
    assert [name for name, text in made(lang).items() if "<<" in text or "None" in text] == []


def test_french_puts_its_spaces() -> None:
    comments = {name: "\n".join(re.findall(r"#\s(.*)$", text, re.MULTILINE)) for name, text in made("fr").items()}
    prose = comments | {"README.md": made("fr")["README.md"]}
    assert {name: found for name, text in prose.items() if (found := re.findall(r"\w* [;!?»](?:\s|$)|« |\w+[a-zé][;!?](?:\s|$)", text))} == {}


def test_no_template_hides() -> None:
    """A file .gitignore among the templates would be obeyed, and a script is made runnable when it is written."""
    templates = [path for path in (ROOT / "src" / "channelfit" / "playbook" / "templates").rglob("*") if path.is_file()]
    assert [path.name for path in templates if any(part.startswith(".") for part in path.relative_to(ROOT).parts)] == []
    assert [path.name for path in templates if path.stat().st_mode & stat.S_IXUSR] == []
