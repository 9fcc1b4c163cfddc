"""Findings too many to be read one by one: check by check, how often and where first."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from rich.console import RenderableType
from rich.text import Text

from channelfit.audit.model import Finding
from channelfit.report.audit.blocks import bullet, text
from channelfit.report.audit.lines import place
from channelfit.report.audit.paragraphs import STYLES
from channelfit.report.audit.report import SEVERITIES, AuditReport

TOO_MANY = 3_000  # findings; past that nobody reads on
EXAMPLES = 3


@dataclass
class Heap:
    """The findings of one check: how many, and the first few."""

    number: int = 0
    first: list[Finding] = field(default_factory=list)

    def add(self, finding: Finding) -> None:
        self.number += 1
        if len(self.first) < EXAMPLES:
            self.first.append(finding)


def crowd(report: AuditReport) -> Iterable[RenderableType]:
    """A block a check, the gravest and most frequent first. The findings are gone through once."""
    heaps: dict[str, Heap] = {}
    for finding in report.audit.findings:
        heaps.setdefault(finding.check, Heap()).add(finding)
    yield text(report.words.say("audit.crowd", n=report.words.number(len(report.audit.findings))), style="dim")
    for heap in sorted(heaps.values(), key=lambda heap: (SEVERITIES.index(heap.first[0].severity), -heap.number)):
        yield from _block(heap, report)


def _block(heap: Heap, report: AuditReport) -> Iterable[RenderableType]:
    first, words, said = heap.first[0], report.words, report.said
    severity = words.say(f"severity.{first.severity}").upper()
    yield text()
    title = f"{said.title(first)} [{first.check}] – {words.number(heap.number)} ×"
    yield Text.assemble(text(severity, STYLES[first.severity]), " ", text(title, "bold"))
    yield from (bullet(text(f"{place(report, finding)} – {said.message(finding)}")) for finding in heap.first)
    yield text(f"→ {said.fix(first)}")
