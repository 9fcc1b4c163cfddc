"""The bytes of a file or of standard input, within bounds, as text."""

import errno
import os
import sys
from pathlib import Path
from typing import TextIO

from channelfit.source.limits import FILE_BYTES
from channelfit.source.place import Place, Problem, Span, Unusable

STDIN = "-"
BYTE_ORDER_MARK = "\ufeff"
SHOWN_BYTES = 200


def read_text(path: str) -> str:
    """The text of `path` (`-` is standard input). Raises Unusable, never OSError."""
    return as_text(read_bytes(path), path)


def read_bytes(path: str) -> bytes:
    try:
        raw = _stdin_bytes() if path == STDIN else _file_bytes(path)
    except FileNotFoundError:
        raise Unusable([Problem("file-missing", params={"file": path, "nearby": _nearby(Path(path))})]) from None
    except IsADirectoryError:
        raise Unusable([Problem("file-is-directory", params={"file": path, "nearby": _inside(Path(path))})]) from None
    except PermissionError:
        raise Unusable([Problem("file-forbidden", params={"file": path})]) from None
    except (OSError, ValueError) as error:
        raise Unusable([Problem("file-unreadable", params={"file": path, "reason": getattr(error, "strerror", None) or str(error)})]) from None
    if len(raw) > FILE_BYTES:
        raise Unusable([Problem("file-too-large", params={"file": path, "limit": FILE_BYTES // 2**20})])
    return raw


def as_text(raw: bytes, name: str) -> str:
    """Decode UTF-8 (with or without a byte order mark). Raises Unusable at the first byte that is not text."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unusable([Problem("not-text", _place_of_byte(raw, error.start, name), {"byte": f"0x{raw[error.start]:02x}"})]) from None
    text = text.removeprefix(BYTE_ORDER_MARK)
    if "\0" in text:
        raise Unusable([Problem("not-text", _place_of_byte(raw, raw.index(0), name), {"byte": "0x00"})])
    return text


def _stdin_bytes() -> bytes:
    stdin: TextIO | None = sys.stdin  # None when the caller closed it
    if stdin is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return stdin.buffer.read(FILE_BYTES + 1)


def _file_bytes(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123 Path("") is the working folder
        return file.read(FILE_BYTES + 1)


def _place_of_byte(raw: bytes, offset: int, name: str) -> Place:
    before = raw[:offset]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    start, end = before.rfind(b"\n") + 1, raw.find(b"\n", offset)
    text = raw[start : end if end >= 0 else None][: offset - start + SHOWN_BYTES].decode("utf-8", "replace")
    return Place(name, Span(line, column, line, column + 1), text)


def _nearby(path: Path) -> tuple[str, ...]:
    from difflib import get_close_matches

    if not path.name:
        return ()
    try:
        names = [entry.name for entry in path.parent.iterdir()]
    except OSError:
        return ()
    return tuple(str(path.with_name(name)) for name in get_close_matches(path.name, names, n=1))


def _inside(path: Path) -> tuple[str, ...]:
    try:
        return tuple(str(entry) for entry in sorted(path.glob("*.yaml"))[:3])
    except OSError:
        return ()
