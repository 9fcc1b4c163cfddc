"""Where the answer goes: screens that are closed, full or gone, files, devices, pipes; and what an interruption leaves."""

import os
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.conftest import Run

PRESS = ("advise", "--goal", "media-relations", "--audience", "journalists", "--lang", "en")
COMMAND = f"{sys.executable} -m channelfit"


def shell(line: str, cache: Path) -> subprocess.CompletedProcess[str]:
    environ = {"PATH": os.environ["PATH"], "XDG_CACHE_HOME": str(cache), "LC_ALL": "C.UTF-8", "COMMAND": COMMAND, "PRESS": " ".join(PRESS)}
    return subprocess.run(["bash", "-c", line], env=environ, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize(
    ("line", "status", "said"),
    [
        ("$COMMAND $PRESS >&-", 2, "standard output cannot be written"),
        ("$COMMAND $PRESS > /dev/full", 2, "standard output cannot be written"),
        ("$COMMAND --help > /dev/full", 2, "standard output cannot be written"),
        ("$COMMAND advise - --lang en <&-", 2, "cannot be read"),
        ("$COMMAND advise nowhere.yaml 2>&-", 2, ""),
        ("$COMMAND advise nowhere.yaml 2> /dev/full", 2, ""),
        ("$COMMAND rules list --format json | head -1; exit ${PIPESTATUS[0]}", 0, ""),
        ("$COMMAND $PRESS --verbose | true; exit ${PIPESTATUS[0]}", 0, ""),
        ("$COMMAND --help | true; exit ${PIPESTATUS[0]}", 0, ""),
        ("mkdir $XDG_CACHE_HOME/gone; cd $XDG_CACHE_HOME/gone; rmdir ../gone; $COMMAND $PRESS", 0, ""),
        ("COLUMNS=² $COMMAND $PRESS", 0, ""),
        ("COLUMNS=99999999999999 $COMMAND --help", 0, ""),
    ],
)
def test_the_status_is_kept_and_nothing_is_thrown(shared_cache: Path, line: str, status: int, said: str) -> None:
    done = shell(line, shared_cache)
    assert done.returncode == status
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


def test_a_device_is_written_to_and_never_replaced(run: Run) -> None:
    before = Path(os.devnull).stat()
    assert run(*PRESS, "--output", os.devnull).returncode == 0
    after = Path(os.devnull).stat()
    assert (after.st_ino, stat.S_ISCHR(after.st_mode)) == (before.st_ino, True)


def test_a_named_pipe_is_written_to_and_never_replaced(run: Run, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text(encoding="utf-8")), daemon=True)
    reader.start()
    assert run(*PRESS, "--output", "pipe").returncode == 0
    reader.join(timeout=30)
    assert "Media relations" in read[0]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_link_is_followed_and_rights_are_kept(run: Run, tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("before", encoding="utf-8")
    (tmp_path / "real.txt").chmod(0o640)
    (tmp_path / "link.txt").symlink_to("real.txt")
    run(*PRESS, "--output", "link.txt")
    assert (tmp_path / "link.txt").is_symlink()
    assert "Media relations" in (tmp_path / "real.txt").read_text(encoding="utf-8")
    assert stat.S_IMODE((tmp_path / "real.txt").stat().st_mode) == 0o640


@pytest.mark.parametrize("option", ["--output", "--brief-out"])
@pytest.mark.parametrize("place", ["", "folder", "nowhere/answer"])
def test_a_place_that_cannot_be_written(run: Run, tmp_path: Path, option: str, place: str) -> None:
    (tmp_path / "folder").mkdir()
    done = run(*PRESS, option, place)
    assert (done.returncode, done.stdout) == (2, "")
    assert "cannot be written" in done.stderr
    assert not list(tmp_path.rglob("*.draft"))


@pytest.mark.parametrize("after", [0.5, 1.0])  # Python itself has to have started, on a busy machine too
def test_an_interruption_is_answered(shared_cache: Path, after: float) -> None:
    environ = {"PATH": os.environ["PATH"], "XDG_CACHE_HOME": str(shared_cache), "LC_ALL": "C.UTF-8"}
    pipe = subprocess.PIPE
    with subprocess.Popen([*COMMAND.split(), "advise", "-"], env=environ, stdin=pipe, stdout=pipe, stderr=pipe) as command:
        time.sleep(after)
        command.send_signal(signal.SIGINT)
        _, said = command.communicate()
    assert command.returncode == 130
    assert b"Traceback" not in said


def test_a_fault_of_ours_is_one_paragraph_and_a_file(run: Run, tmp_path: Path) -> None:
    """Nothing is known to fail, so a part is broken on purpose."""
    (tmp_path / "sitecustomize.py").write_text(
        "import channelfit.rulebook.load as load\ndef broken(**_):\n    raise ZeroDivisionError('on purpose')\nload.load_rulebook = broken\n",
        encoding="utf-8",
    )
    done = run(*PRESS, PYTHONPATH=str(tmp_path), TMPDIR=str(tmp_path))
    assert (done.returncode, done.stdout) == (4, "")
    assert "channelfit itself failed" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    [details] = tmp_path.glob("channelfit-*.txt")
    assert str(details) in done.stderr
    assert "on purpose" in details.read_text(encoding="utf-8")
