"""A list of findings of any length: in memory while it is short, on disk once it is not."""

import pickle
import weakref
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from tempfile import TemporaryFile
from typing import BinaryIO, cast

from msgspec import Struct

from channelfit.audit.model import Finding
from channelfit.rulebook.checks import Severity

IN_MEMORY = 20_000  # findings


class Packed(Struct, frozen=True):
    """Findings as one process hands them to another, and what is asked of them most: how many there are of each severity."""

    body: bytes
    severities: Counter[Severity]

    def findings(self) -> list[Finding]:
        return cast("list[Finding]", pickle.loads(self.body))  # noqa: S301 packed a moment ago by ourselves


def pack(findings: Collection[Finding]) -> Packed:
    return Packed(pickle.dumps(list(findings), pickle.HIGHEST_PROTOCOL), severities(findings))


def severities(findings: Collection[Finding]) -> Counter[Severity]:
    """How many findings there are of each severity."""
    return findings.severities if isinstance(findings, Spool) else Counter(finding.severity for finding in findings)


class Spool(Collection[Finding]):
    """Findings are appended, then read as often as needed, in the order they came."""

    def __init__(self) -> None:
        self.severities: Counter[Severity] = Counter()
        self._recent: list[Finding] = []
        self._file: BinaryIO | None = None
        self._chunks: list[int] = []

    def extend(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            self._recent.append(finding)
            self.severities[finding.severity] += 1
            if len(self._recent) == IN_MEMORY:
                self._spill()

    def extend_packed(self, packed: Packed) -> None:
        """Findings go to the disk as they come, unread."""
        if packed.severities:
            self._spill()
            self._write(packed.body)
            self.severities.update(packed.severities)

    def __len__(self) -> int:
        return self.severities.total()

    def __iter__(self) -> Iterator[Finding]:
        for start in self._chunks:
            assert self._file is not None
            self._file.seek(start)
            yield from cast("list[Finding]", pickle.load(self._file))  # noqa: S301 written a moment ago by ourselves
        yield from self._recent

    def __contains__(self, finding: object) -> bool:
        return any(one == finding for one in self)

    def _spill(self) -> None:
        if self._recent:
            self._write(pickle.dumps(self._recent, pickle.HIGHEST_PROTOCOL))
            self._recent = []

    def _write(self, body: bytes) -> None:
        if self._file is None:
            self._file = cast("BinaryIO", TemporaryFile())  # noqa: SIM115 it lives as long as the audit
            weakref.finalize(self, self._file.close)
        self._chunks.append(self._file.seek(0, 2))
        self._file.write(body)
