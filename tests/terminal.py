"""The command on a pseudo-terminal where somebody types."""

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

PATIENCE = 60  # seconds


def typed(command: str, lines: str, folder: Path, environ: dict[str, str], *options: str, interrupted_at: str | None = None) -> tuple[int, str]:
    """The status and what the screen showed; somebody may break off where a text appears."""
    ours, theirs = pty.openpty()
    os.write(ours, lines.encode())
    called = [sys.executable, "-m", "channelfit", command, *options]
    with subprocess.Popen(called, cwd=folder, env=environ, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        shown = ""
        for piece in _pieces(ours):
            shown += piece
            if interrupted_at is not None and interrupted_at in shown:
                process.send_signal(signal.SIGINT)
                interrupted_at = None
        os.close(ours)
        return process.wait(), shown


def _pieces(terminal: int) -> Iterator[str]:
    decoder = getincrementaldecoder("utf-8")()
    while select([terminal], [], [], PATIENCE)[0]:
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            return
        if not piece:
            return
        yield decoder.decode(piece)
    pytest.fail("nothing happened for a minute")
