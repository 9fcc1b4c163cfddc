"""A list of findings of any length: in memory while it is short, on disk once it is not."""

import pickle
from collections.abc import Collection, Iterable, Iterator
from tempfile import SpooledTemporaryFile

from channelfit.audit.model import Finding

IN_MEMORY = 32 * 1024 * 1024  # bytes


class Spool(Collection[Finding]):
    """Findings are appended, then read as often as needed, in the order they came."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 it lives as long as the audit
        self._length = 0

    def extend(self, findings: Iterable[Finding]) -> None:
        chunk = tuple(findings)
        if chunk:
            pickle.dump(chunk, self._file, pickle.HIGHEST_PROTOCOL)
            self._length += len(chunk)

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Finding]:
        self._file.seek(0)
        read = 0
        while read < self._length:
            chunk = pickle.load(self._file)  # noqa: S301 written a moment ago by ourselves
            read += len(chunk)
            at = self._file.tell()
            yield from chunk
            self._file.seek(at)

    def __contains__(self, finding: object) -> bool:
        return any(one == finding for one in self)
