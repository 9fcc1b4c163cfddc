"""A list of findings of any length: in memory while it is short, on disk once it is not."""

import pickle
import weakref
from collections.abc import Collection, Iterable, Iterator
from tempfile import TemporaryFile
from typing import BinaryIO, cast

from channelfit.audit.model import Finding

IN_MEMORY = 20_000  # findings


class Spool(Collection[Finding]):
    """Findings are appended, then read as often as needed, in the order they came."""

    def __init__(self) -> None:
        self._recent: list[Finding] = []
        self._file: BinaryIO | None = None
        self._chunks: list[int] = []
        self._length = 0

    def extend(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            self._recent.append(finding)
            self._length += 1
            if len(self._recent) == IN_MEMORY:
                self._spill()

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Finding]:
        for start in self._chunks:
            assert self._file is not None
            self._file.seek(start)
            yield from cast("list[Finding]", pickle.load(self._file))  # noqa: S301 written a moment ago by ourselves
        yield from self._recent

    def __contains__(self, finding: object) -> bool:
        return any(one == finding for one in self)

    def _spill(self) -> None:
        if self._file is None:
            self._file = cast("BinaryIO", TemporaryFile())  # noqa: SIM115 it lives as long as the audit
            weakref.finalize(self, self._file.close)
        self._chunks.append(self._file.seek(0, 2))
        pickle.dump(self._recent, self._file, pickle.HIGHEST_PROTOCOL)
        self._recent = []
