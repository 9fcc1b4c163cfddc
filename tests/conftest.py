"""What several tests share: the built-in rulebook, a small one, and the real command in a scrubbed environment."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from channelfit.rulebook.load import load_rulebook
from channelfit.rulebook.model import Rulebook

SMALL = Path(__file__).parent / "data" / "small"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def rulebook(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    return load_rulebook(cache=tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def small() -> Rulebook:
    return load_rulebook(SMALL)


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shared-cache")


@pytest.fixture
def run(tmp_path: Path, shared_cache: Path) -> Run:
    """Run the real command in an empty folder, with nothing of the tester's environment but what is asked for."""
    home = tmp_path / "home"
    home.mkdir()

    def _run(*arguments: str, stdin: str | bytes | None = None, cwd: Path | None = None, **environ: str) -> subprocess.CompletedProcess[str]:
        clean = {"PATH": os.environ["PATH"], "HOME": str(home), "XDG_CACHE_HOME": str(shared_cache), "LC_ALL": "C.UTF-8", "COLUMNS": "100"}
        if sys.platform == "win32":  # pragma: no cover
            clean["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
        given = stdin.encode() if isinstance(stdin, str) else stdin
        done = subprocess.run(
            [sys.executable, "-m", "channelfit", *arguments],
            cwd=cwd or tmp_path,
            env=clean | environ,
            input=given or b"",
            capture_output=True,
            check=False,
            timeout=120,
        )
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return _run
