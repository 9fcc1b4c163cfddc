"""Writes results to the screen or to a file, whole or not at all."""

import os
import sys
from pathlib import Path

from channelfit.source.place import Problem, Unusable


def write(text: str, path: str | None) -> None:
    """To standard output, or to the file `path`. Raises Unusable where the file cannot be written."""
    if path is None or path == "-":
        sys.stdout.write(text)
        sys.stdout.flush()
    else:
        write_file(Path(path), text)


def write_file(path: Path, text: str) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}.draft")
    try:
        try:
            draft.write_text(text, encoding="utf-8", newline="\n")
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise Unusable([Problem("file-unwritable", params={"file": str(path), "reason": error.strerror or str(error)})]) from None
