"""Writes results to the screen or to a file, whole or not at all."""

import errno
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO, TypeAlias

from channelfit.source.place import Problem, Unusable


class ReaderGone(Exception):
    """Whoever read our output has gone: nothing is wrong, and nobody is left to tell."""


Chunks: TypeAlias = Iterable[str]
"""A text in pieces: a long report is never held whole."""


def write(text: Chunks, path: str | None) -> None:
    """To standard output, or to the file `path`. Raises Unusable where it cannot be written."""
    if path is None or path == "-":
        write_screen(text)
    else:
        write_file(Path(path), text)


def write_screen(text: Chunks) -> None:
    out: TextIO | None = sys.stdout  # None when the caller closed it
    if out is None:
        raise Unusable([Problem("screen-unwritable", params={"reason": os.strerror(errno.EBADF)})])
    try:
        out.writelines(text)
        out.flush()
    except BrokenPipeError:
        hush(out)
        raise ReaderGone from None
    except OSError as error:
        hush(out)
        raise Unusable([screen_problem(error)]) from None


def screen_problem(error: OSError) -> Problem:
    return Problem("screen-unwritable", params={"reason": error.strerror or str(error)})


def write_file(path: Path, text: Chunks) -> None:
    """A regular file is replaced whole; a device or a pipe is written to, never replaced."""
    try:
        if path.exists() and not path.is_file():
            with path.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(text)
        else:
            _replace(Path(os.path.realpath(path)), text)
    except OSError as error:
        raise Unusable([Problem("file-unwritable", params={"file": str(path), "reason": error.strerror or str(error)})]) from None


def hush(stream: TextIO | None) -> None:
    """Lets what is still buffered go nowhere, so that leaving does not stumble over it."""
    if stream is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _replace(path: Path, text: Chunks) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}.draft")
    try:
        with draft.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(text)
        if path.exists():
            shutil.copymode(path, draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
