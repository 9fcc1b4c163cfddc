"""The import asks on a terminal: shown what it took for what, a person agrees, declines, or leaves."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pexpect
import pytest

from channelfit.cli.import_run import NOTHING

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a thing of Unix"),
    pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning"),  # the worker that forks has threads; its child runs a program at once
]

Spawned: TypeAlias = "pexpect.spawn[str]"
Asked = Callable[..., Spawned]
QUESTIONS = {"en": r"Import with these columns\? \[Y/n\]", "fr": r"Importer avec ces colonnes\s\? \[O/n\]"}
LIST = "Service,Réseau,Adresse,Mot de passe\nVoirie,X,https://x.com/oakmere,hush\n"
PATIENCE = 60  # seconds, for a machine with other work


@pytest.fixture
def asked(tmp_path: Path, scrubbed: dict[str, str]) -> Iterator[Asked]:
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    children: list[Spawned] = []

    def _asked(*options: str) -> Spawned:
        arguments = ["-m", "channelfit", "import", "list.csv", "--output", "presence.yaml", *options]
        child = pexpect.spawn(sys.executable, arguments, cwd=str(tmp_path), env=scrubbed, encoding="utf-8", timeout=PATIENCE, echo=False)
        children.append(child)
        return child

    yield _asked
    for child in children:
        child.close(force=True)


def said(child: Spawned) -> str:
    """What it says until it ends."""
    child.expect(pexpect.EOF)
    child.close()
    return str(child.before)


def test_the_columns_are_shown_before_anything_is_made_of_them(asked: Asked, tmp_path: Path) -> None:
    child = asked("--lang", "en")
    child.expect(QUESTIONS["en"])
    for line in ("Service → unit in charge", "Réseau → network", "Adresse → address"):
        assert line in str(child.before)
    assert "hush" not in str(child.before)
    assert not (tmp_path / "presence.yaml").exists()
    child.sendline("y")
    assert "written: presence.yaml" in said(child)
    assert child.exitstatus == 0


@pytest.mark.parametrize(
    ("lang", "answer", "status"),
    [("en", "yes", 0), ("en", "", 0), ("fr", "oui", 0), ("en", "n", 2), ("fr", "non", 2), ("en", "perhaps", 2)],
)
def test_an_answer(asked: Asked, tmp_path: Path, lang: str, answer: str, status: int) -> None:
    child = asked("--lang", lang)
    child.expect(QUESTIONS[lang])
    child.sendline(answer)
    text = said(child)
    assert child.exitstatus == status, text
    assert (tmp_path / "presence.yaml").exists() == (status == 0)
    assert ("--map url=" in text) == (status == 2)


def test_leaving_is_130_and_writes_nothing(asked: Asked, tmp_path: Path) -> None:
    child = asked("--lang", "en", "--report", "report.json")
    child.expect(QUESTIONS["en"])
    child.sendintr()
    assert "interrupted" in said(child)
    assert (child.exitstatus, child.signalstatus) == (130, None)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["list.csv"]


def test_the_end_of_input_is_no_yes(asked: Asked, tmp_path: Path) -> None:
    child = asked("--lang", "en")
    child.expect(QUESTIONS["en"])
    child.sendeof()
    assert "Traceback" not in said(child)
    assert child.exitstatus == 2
    assert not (tmp_path / "presence.yaml").exists()


def test_whoever_wants_no_question_gets_none(asked: Asked, tmp_path: Path) -> None:
    child = asked("--no-input", "--lang", "en")
    assert "[Y/n]" not in said(child)
    assert child.exitstatus == 0
    assert (tmp_path / "presence.yaml").exists()


def test_nothing_to_import_is_said_after_the_question(asked: Asked, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Réseau,Adresse\nX,https://x.com/oakmere/status/1\n", encoding="utf-8")
    child = asked("--lang", "en")
    child.expect(QUESTIONS["en"])
    child.sendline("y")
    said(child)
    assert child.exitstatus == NOTHING
    assert not (tmp_path / "presence.yaml").exists()
