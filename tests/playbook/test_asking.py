"""On a terminal init asks what it is not told, and asks again what it cannot use."""

import os
import pty
import signal
import subprocess
import sys
from codecs import getincrementaldecoder
from collections.abc import Iterator
from pathlib import Path
from select import select

import pytest

from tests.playbook.folders import contents


def typed(lines: str, folder: Path, environ: dict[str, str], *options: str, interrupted_at: str | None = None) -> tuple[int, str]:
    """The status and what the screen showed, on a terminal where somebody types these lines, and may break off at a question."""
    ours, theirs = pty.openpty()
    os.write(ours, lines.encode())
    command = [sys.executable, "-m", "channelfit", "init", *options]
    with subprocess.Popen(command, cwd=folder, env=environ, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        shown = ""
        for piece in pieces(ours):
            shown += piece
            if interrupted_at is not None and interrupted_at in shown:
                process.send_signal(signal.SIGINT)
                interrupted_at = None
        os.close(ours)
        return process.wait(), shown


def pieces(terminal: int) -> Iterator[str]:
    """What appears, until the other side has gone; for a minute at most."""
    decoder = getincrementaldecoder("utf-8")()
    while select([terminal], [], [], 60)[0]:
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            return
        if not piece:
            return
        yield decoder.decode(piece)
    pytest.fail("nothing happened for a minute")


def test_what_is_answered_stands_in_the_files(tmp_path: Path, scrubbed: dict[str, str]) -> None:
    status, shown = typed("fr\nMontreval\nBelgique\nbe\nhttps://forge.example/channelfit\n", tmp_path, scrubbed)
    made = contents(tmp_path)
    assert status == 0, shown
    assert "Nom de l’organisation" in shown
    assert "« Belgique » n’est pas un pays".replace("« ", "«\u00a0").replace(" »", "\u00a0»") in shown
    assert "lang: fr" in made["channelfit.yaml"]
    assert "country=BE" in made["channelfit.yaml"]
    assert "name: Montreval" in made["presence.yaml"]
    assert "https://forge.example/channelfit" in made[".pre-commit-config.yaml"]


def test_nothing_typed_is_what_is_usual(tmp_path: Path, scrubbed: dict[str, str]) -> None:
    status, shown = typed("\n\n\n\n", tmp_path, scrubbed)
    assert status == 0
    assert "[Our town]" in shown
    assert "name: Our town" in contents(tmp_path)["presence.yaml"]


def test_what_is_given_is_not_asked(tmp_path: Path, scrubbed: dict[str, str]) -> None:
    status, shown = typed("\n", tmp_path, scrubbed, "--lang", "en", "--name", "Montreval", "--country", "FR")
    assert status == 0
    assert "Name of" not in shown
    assert "Address of" in shown


@pytest.mark.parametrize(("options", "environ"), [(("--no-input",), {}), ((), {"CI": "true"})])
def test_nobody_is_asked_who_said_not_to(options: tuple[str, ...], environ: dict[str, str], tmp_path: Path, scrubbed: dict[str, str]) -> None:
    status, shown = typed("", tmp_path, scrubbed | environ, *options)
    assert status == 0
    assert "Our town]" not in shown


def test_an_interruption_leaves_nothing(tmp_path: Path, scrubbed: dict[str, str]) -> None:
    status, _ = typed("en\n", tmp_path, scrubbed, interrupted_at="Name of")
    assert status == 130
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home"]
