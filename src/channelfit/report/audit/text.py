"""An audit on a terminal: what to mend, account by account, then the sums and what to declare first."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.text import Text

from channelfit.audit.model import Finding
from channelfit.report.audit.blocks import INDENT, bullet, indented, lay_out, text
from channelfit.report.audit.groups import grouped
from channelfit.report.audit.lines import declare_first, not_run, place, still_open, summary
from channelfit.report.audit.report import AuditReport
from channelfit.report.cite import MARKS, cite_sources
from channelfit.report.snippet import room, snippet
from channelfit.report.table_text import definitions
from channelfit.words.safe import plain_line

STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}


def write(report: AuditReport) -> str:
    return lay_out(_blocks(report), report.screen)


def _blocks(report: AuditReport) -> Iterable[RenderableType]:
    words = report.words
    yield text(words.say("audit.title", day=words.day(report.audit.as_of)), style="bold")
    for heading, findings in grouped(report):
        yield text()
        yield text(heading, style="bold underline")
        for finding in findings:
            yield from _finding(finding, report)
    yield from _foot(report)
    if report.screen.verbose:
        yield from _coverage(report)


def _finding(finding: Finding, report: AuditReport) -> Iterable[RenderableType]:
    yield indented(_headline(finding, report), INDENT - 2)
    yield indented(text(report.said.message(finding)))
    yield indented(text(place(report, finding), style="dim"))
    yield from _source_line(finding, report.screen.width)
    for key, said in _explained(finding, report):
        yield indented(text(report.words.say(f"audit.{key}", **{key: said}), style="dim" if key == "sources" else ""))


def _headline(finding: Finding, report: AuditReport) -> Text:
    severity = report.words.say(f"severity.{finding.severity}").upper()
    title = plain_line(report.said.title(finding))
    parts = (text(severity, STYLES[finding.severity]), text(title, "bold"), text(f"[{finding.check}]", "dim"))
    return Text(" ").join(parts)


def _source_line(finding: Finding, width: int) -> Iterable[RenderableType]:
    """The line itself, cut to the room there is, never wrapped: the marker must stand under its place."""
    left = room(finding.place, width - INDENT + 2)
    for line in snippet(finding.place, left):
        yield indented(Text(line, no_wrap=True, overflow="crop", style="dim"), INDENT - 2)


def _explained(finding: Finding, report: AuditReport) -> Iterable[tuple[str, str]]:
    yield "fix", report.said.fix(finding)
    if report.screen.verbose:
        yield "because", report.said.because(finding)
    yield "sources", cite_sources((report.sources[name] for name in report.said.check(finding).sources), report.words)


def _foot(report: AuditReport) -> Iterable[RenderableType]:
    yield text()
    yield text(summary(report), style="bold")
    if not report.audit.findings:
        yield text(report.words.say("audit.good"), style="green")
    yield from (text(line) for line in (still_open(report), not_run(report)) if line)
    wanted = declare_first(report)
    if wanted:
        yield text()
        yield text(report.words.say("audit.wanted"), style="bold")
        yield from (bullet(text(line)) for line in wanted)
    yield from (text(line, style="dim") for line in _legend(report))


def _legend(report: AuditReport) -> list[str]:
    """What the marks on the sources named mean."""
    named = {report.sources[name].how_verified for finding in report.audit.findings for name in report.said.check(finding).sources}
    return [report.words.say(f"legend.{grade}") for grade in MARKS if grade in named]


def _coverage(report: AuditReport) -> Iterable[RenderableType]:
    words = report.words
    yield text()
    yield text(words.say("audit.coverage"), style="bold")
    covered = [words.say("audit.covered", decided=words.number(row.decided), open=words.number(row.not_declared)) for row in report.audit.coverage]
    yield definitions([(row.check, line) for row, line in zip(report.audit.coverage, covered, strict=True)])
