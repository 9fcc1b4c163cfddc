"""channelfit init: what it writes, what it never touches, what it refuses."""

import os
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.playbook.folders import FILES, contents

LANGUAGES = pytest.mark.parametrize("lang", ["en", "fr"])
PROMISES = {"en": ("Communication playbook", "sh bin/check"), "fr": ("Carnet de communication", "sh bin/check")}


@LANGUAGES
def test_an_empty_folder_becomes_a_playbook(lang: str, run: Run, tmp_path: Path) -> None:
    done = run("init", "playbook", "--no-input", "--lang", lang)
    assert (done.returncode, done.stderr) == (0, "")
    assert tuple(contents(tmp_path / "playbook")) == FILES
    assert all(name in done.stdout for name in (*FILES, *PROMISES[lang]))
    assert f"lang: {lang}" in contents(tmp_path / "playbook")["channelfit.yaml"]


def test_the_script_may_be_run(call: Run, tmp_path: Path) -> None:
    call("init", "--no-input")
    assert os.access(tmp_path / "bin" / "check", os.X_OK)
    assert not os.access(tmp_path / "presence.yaml", os.X_OK)


def test_a_second_run_changes_nothing(call: Run, tmp_path: Path) -> None:
    call("init", "playbook", "--no-input")
    before = contents(tmp_path / "playbook")
    done = call("init", "playbook", "--no-input", "--name", "Another", "--as-of", "2030-01-01")
    assert done.returncode == 0
    assert contents(tmp_path / "playbook") == before
    assert "nothing was written" in done.stdout


def test_what_is_there_is_left_alone_and_named(call: Run, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("ours\n", encoding="utf-8")
    (tmp_path / "presence.yaml").symlink_to("nowhere")
    (tmp_path / "notes.txt").write_text("notes\n", encoding="utf-8")
    done = call("init", "--no-input")
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "ours\n"
    assert not (tmp_path / "presence.yaml").exists()
    assert done.stdout.partition("Left alone")[2].partition("Next")[0].split()[-2:] == ["README.md", "presence.yaml"]
    assert (tmp_path / "rules" / "local.yaml").is_file()


@LANGUAGES
@pytest.mark.parametrize("way", ["", "-", "file", "file/below"])
def test_what_is_no_folder_is_refused(way: str, lang: str, call: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("ours\n", encoding="utf-8")
    done = call("init", way, "--no-input", "--lang", lang)
    assert (done.returncode, done.stdout) == (2, "")
    assert {"en": "to mend it", "fr": "pour corriger"}[lang] in done.stderr
    assert contents(tmp_path) == {"file": "ours\n"}


def test_all_is_written_or_nothing(call: Run, tmp_path: Path) -> None:
    (tmp_path / "rules").write_text("a file in the way\n", encoding="utf-8")
    done = call("init", "--no-input")
    assert (done.returncode, done.stdout) == (2, "")
    assert "rules" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "rules"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_may_not_be_written_to_is_refused(call: Run, tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir(mode=0o500)
    assert call("init", "shut", "--no-input").returncode == 2


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--country", "Belgium", "“Belgium” is no country"),
        ("--country", "UK", "did you mean GB?"),
        ("--name", "  ", "no name"),
        ("--name", "x" * 201, "no name"),
        ("--source", "https://me:secret@example.org/channelfit", "no address"),
        ("--source", "https://example.org/$(touch made)", "no address"),
        ("--source", "https://example.org/x\n- run: touch made", "no address"),
        ("--lang", "de", "“de”"),
        ("--as-of", "soon", "no day"),
    ],
)
def test_answers_that_cannot_be_used(option: str, value: str, said: str, call: Run, tmp_path: Path) -> None:
    done = call("init", "playbook", "--no-input", option, value)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "secret" not in done.stderr
    assert not (tmp_path / "playbook").exists()


def test_quiet_says_the_files_alone(call: Run) -> None:
    assert tuple(call("init", "playbook", "--no-input", "--quiet").stdout.split()) == FILES


def test_settings_may_stand_in_the_configuration(call: Run, tmp_path: Path) -> None:
    (tmp_path / "channelfit.yaml").write_text("init: {name: Montreval, country: BE, no_input: true}\n", encoding="utf-8")
    call("init", "playbook")
    assert "Montreval" in contents(tmp_path / "playbook")["presence.yaml"]
    assert "country=BE" in contents(tmp_path / "playbook")["channelfit.yaml"]


def test_a_pipe_is_never_asked(run: Run) -> None:
    done = run("init", "playbook", stdin="fr\nMontreval\nFR\n\n")
    assert done.returncode == 0
    assert "[" not in done.stdout
    assert "Our town" in done.stdout
