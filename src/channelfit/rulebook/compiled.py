"""The compiled form of a rulebook folder: opened in milliseconds, rebuilt whenever it is stale or damaged.

The YAML stays the only truth. A compiled file carries a stamp (sizes and times of what it was made from), a digest of
their contents, and a checksum of itself; it is used only when the stamp or the digest still holds and the body is whole.
Where the stamp holds nothing is hashed: OpenSSL alone takes longer to load than the rulebook.
"""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from zlib import crc32

import msgspec

from channelfit.rulebook.layers import Layer
from channelfit.rulebook.model import Rulebook

COMPILED = "compiled.bin"
_CODE = Path(__file__).parent


class Header(msgspec.Struct, frozen=True):
    stamp: str
    inputs: str
    body: int


class Inputs:
    """What a compiled form is made from: the knowledge of every layer, and the code that compiles it."""

    def __init__(self, layers: Sequence[Layer]) -> None:
        self.layers = tuple(layers)
        self._code = tuple(sorted(_CODE.rglob("*.py")))

    def stamp(self) -> str:
        return "\n".join(_mark(path) for path in (*(path for layer in self.layers for path in layer.files), *self._code))

    def digest(self) -> str:
        return _digest(*self._knowledge(), (_CODE, self._code))

    def knowledge_digest(self) -> str:
        return "sha256:" + _digest(*self._knowledge())

    def _knowledge(self) -> Iterable[tuple[Path, Sequence[Path]]]:
        return ((layer.root, layer.files) for layer in self.layers)


def _mark(path: Path) -> str:
    status = path.stat()
    return f"{path}\0{status.st_size}\0{status.st_mtime_ns}"


def _digest(*trees: tuple[Path, Iterable[Path]]) -> str:
    import hashlib

    whole = hashlib.sha256()
    for root, paths in trees:
        for path in paths:
            whole.update(path.relative_to(root).as_posix().encode() + b"\0")
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def open_compiled(path: Path, inputs: Inputs) -> Rulebook | None:
    """The rulebook in a compiled file, or None when the file is missing, stale or damaged."""
    try:
        head, _, body = path.read_bytes().partition(b"\n")
        header = msgspec.json.decode(head, type=Header)
        if header.stamp != inputs.stamp() and header.inputs != inputs.digest():
            return None
        if crc32(body) != header.body:
            return None
        return msgspec.msgpack.decode(body, type=Rulebook)
    except (OSError, msgspec.MsgspecError):
        return None


def write_compiled(path: Path, rulebook: Rulebook, inputs: Inputs) -> None:
    """Write the compiled form whole or not at all. A place that cannot be written costs time, never an answer."""
    body = msgspec.msgpack.encode(rulebook)
    header = Header(inputs.stamp(), inputs.digest(), crc32(body))
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError, UnicodeError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            draft.write_bytes(msgspec.json.encode(header) + b"\n" + body)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
