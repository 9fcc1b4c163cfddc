"""On a terminal init asks what it is not told, and asks again what it cannot use."""

from pathlib import Path

import pytest

from tests.playbook.folders import contents
from tests.terminal import typed


def test_what_is_answered_stands_in_the_files(tmp_path: Path, scrubbed: dict[str, str]) -> None:
    status, shown = typed("init", "fr\nMontreval\nBelgique\nbe\nhttps://forge.example/channelfit\n", tmp_path, scrubbed)
    made = contents(tmp_path)
    assert status == 0, shown
    assert "Nom de l’organisation" in shown
    assert "« Belgique » n’est pas un pays".replace("« ", "«\u00a0").replace(" »", "\u00a0»") in shown
    assert "lang: fr" in made["channelfit.yaml"]
    assert "country=BE" in made["channelfit.yaml"]
    assert "name: Montreval" in made["presence.yaml"]
    assert "https://forge.example/channelfit" in made[".pre-commit-config.yaml"]


def test_nothing_typed_is_what_is_usual(tmp_path: Path, scrubbed: dict[str, str]) -> None:
    status, shown = typed("init", "\n\n\n\n", tmp_path, scrubbed)
    assert status == 0
    assert "[Our town]" in shown
    assert "name: Our town" in contents(tmp_path)["presence.yaml"]


def test_what_is_given_is_not_asked(tmp_path: Path, scrubbed: dict[str, str]) -> None:
    status, shown = typed("init", "\n", tmp_path, scrubbed, "--lang", "en", "--name", "Montreval", "--country", "FR")
    assert status == 0
    assert "Name of" not in shown
    assert "Address of" in shown


@pytest.mark.parametrize(("options", "environ"), [(("--no-input",), {}), ((), {"CI": "true"})])
def test_nobody_is_asked_who_said_not_to(options: tuple[str, ...], environ: dict[str, str], tmp_path: Path, scrubbed: dict[str, str]) -> None:
    status, shown = typed("init", "", tmp_path, scrubbed | environ, *options)
    assert status == 0
    assert "Our town]" not in shown


def test_an_interruption_leaves_nothing(tmp_path: Path, scrubbed: dict[str, str]) -> None:
    status, _ = typed("init", "en\n", tmp_path, scrubbed, interrupted_at="Name of")
    assert status == 130
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home"]
