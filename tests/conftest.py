"""What several tests share: the built-in rulebook, a small one, and the command, called or run, in a scrubbed environment."""

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from channelfit.cases import read
from channelfit.cli.main import RUBBISH
from channelfit.cli.run import run as run_command
from channelfit.lint import proofs
from channelfit.rulebook import gather
from channelfit.rulebook.load import load_rulebook
from channelfit.rulebook.model import Rulebook
from channelfit.source.parse import parse, parse_whole
from tests.built_in import built_in

SMALL = Path(__file__).parent / "data" / "small"
FILES_KEPT = 256

Run = Callable[..., subprocess.CompletedProcess[str]]

gc.set_threshold(RUBBISH)  # as the command itself does


def pytest_collection_finish() -> None:
    """The tests stay to the end: nothing among them is rubbish to look for."""
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def parsed_once() -> Iterator[None]:
    """Parsing is pure, and the files of the built-in rulebook are the same all along: each is parsed once."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (gather, proofs):
            patch.setattr(module, "parse", lru_cache(FILES_KEPT)(parse))
        patch.setattr(read, "parse_whole", lru_cache(FILES_KEPT)(parse_whole))
        yield


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return built_in()


@pytest.fixture(scope="session")
def small() -> Rulebook:
    return load_rulebook(SMALL)


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shared-cache")


@pytest.fixture
def scrubbed(tmp_path: Path, shared_cache: Path) -> dict[str, str]:
    """Nothing of the tester's environment but what is needed to start."""
    home = tmp_path / "home"
    home.mkdir()
    clean = {"PATH": os.environ["PATH"], "HOME": str(home), "XDG_CACHE_HOME": str(shared_cache), "LC_ALL": "C.UTF-8", "COLUMNS": "100"}
    if sys.platform == "win32":  # pragma: no cover
        clean["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
    return clean


@pytest.fixture
def run(tmp_path: Path, scrubbed: dict[str, str]) -> Run:
    """Run the real command as a process of its own, in an empty folder."""

    def _run(*arguments: str, stdin: str | bytes | None = None, cwd: Path | None = None, **environ: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "channelfit", *arguments],
            cwd=cwd or tmp_path,
            env=scrubbed | environ,
            input=_bytes(stdin),
            capture_output=True,
            check=False,
            timeout=120,
        )
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return _run


@pytest.fixture
def call(tmp_path: Path, scrubbed: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """The same as `run` without a process, ten times as fast: for tables of many small cases."""

    def _call(*arguments: str, stdin: str | bytes | None = None, cwd: Path | None = None, **environ: str) -> subprocess.CompletedProcess[str]:
        out, err = (TextIOWrapper(BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
        with monkeypatch.context() as patch:
            for name in set(os.environ) - set(scrubbed):
                patch.delenv(name)
            for name, value in (scrubbed | environ).items():
                patch.setenv(name, value)
            patch.chdir(cwd or tmp_path)
            for name, stream in (("stdin", TextIOWrapper(BytesIO(_bytes(stdin)))), ("stdout", out), ("stderr", err)):
                patch.setattr(sys, name, stream)
            status = run_command(arguments)
        said, complained = (stream.buffer.getvalue().decode() for stream in (out, err))
        return subprocess.CompletedProcess(arguments, status, said, complained)

    return _call


def _bytes(stdin: str | bytes | None) -> bytes:
    return stdin.encode() if isinstance(stdin, str) else stdin or b""
