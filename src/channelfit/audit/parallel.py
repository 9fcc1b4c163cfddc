"""Spreads the batches of a long stream over the processors, in order and with few of them under way."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import ClassVar

from channelfit.audit.spool import Packed, pack
from channelfit.audit.streaming import Part, StreamAuditor, Work
from channelfit.inventory.stream import Row

UNDER_WAY = 2  # batches a processor


def parts(batches: Iterable[list[Row]], auditor: StreamAuditor, alone: bool) -> Iterator[Part]:
    """The parts of a stream, one a batch: here where the stream is short, on every processor where that pays."""
    processors = os.cpu_count() or 1
    if alone or processors == 1:
        yield from map(auditor.audit, batches)
        return
    _Worker.work = auditor.audit
    with ProcessPoolExecutor(processors, get_context("fork")) as pool:
        waiting: deque[Future[Part]] = deque()
        for batch in batches:
            waiting.append(pool.submit(_Worker.run, batch))
            if len(waiting) >= processors * UNDER_WAY:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


class _Worker:
    """What a forked process does: it inherits the auditor with all it has read."""

    work: ClassVar[Work]

    @staticmethod
    def run(batch: list[Row]) -> Part:
        part = _Worker.work(batch)
        if not isinstance(part.result.findings, Packed):
            part.result.findings = pack(part.result.findings)
        return part
