"""Writes the files of a folder: all that are missing, or none; what is there is never touched."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from channelfit.source.place import Problem, Unusable

SCRIPT = "#!"
RUNNABLE = 0o111


class Laid(Struct, frozen=True):
    """The files written, and those that were there already."""

    written: tuple[str, ...]
    kept: tuple[str, ...]


def lay_down(folder: Path, files: Mapping[str, str]) -> Laid:
    """Raises Unusable where something stands in the way; then nothing of it is left behind."""
    missing = {name: text for name, text in files.items() if not os.path.lexists(folder / name)}
    made: list[Path] = []
    try:
        for name, text in missing.items():
            _write(folder / name, text, made)
    except OSError as error:
        _take_back(made)
        raise Unusable([Problem("init-blocked", params={"file": str(error.filename or folder), "reason": error.strerror or str(error)})]) from None
    except BaseException:
        _take_back(made)
        raise
    return Laid(tuple(missing), tuple(name for name in files if name not in missing))


def _write(path: Path, text: str, made: list[Path]) -> None:
    for parent in reversed([parent for parent in path.parents if not parent.is_dir()]):
        parent.mkdir()
        made.append(parent)
    path.touch(exist_ok=False)
    made.append(path)
    path.write_text(text, encoding="utf-8", newline="\n")
    if text.startswith(SCRIPT):
        mode = path.stat().st_mode
        path.chmod(mode | (mode >> 2 & RUNNABLE))  # whoever may read it may run it


def _take_back(made: Iterable[Path]) -> None:
    for path in reversed(list(made)):
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink(missing_ok=True)
