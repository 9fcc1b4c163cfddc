"""A finding on a terminal: in full, or on one line."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.text import Text

from channelfit.audit.model import Finding
from channelfit.report.audit.blocks import INDENT, indented, measure, text
from channelfit.report.audit.lines import origin, place
from channelfit.report.audit.report import AuditReport
from channelfit.report.cite import cite_sources
from channelfit.report.snippet import room, snippet
from channelfit.rulebook.model import Source
from channelfit.words.safe import plain_line

STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}
SOURCES = 2  # those that carry most; all of them are for whoever asks
ARROW = "→ "


def finding_on_a_line(finding: Finding, report: AuditReport) -> RenderableType:
    line = text(_line(finding, report), "dim")
    return indented(Text(" ").join((*_headline(finding, report), line)), INDENT - 2)


def finding_in_full(finding: Finding, report: AuditReport, file: str, *, again: bool) -> Iterable[RenderableType]:
    """What is wrong, the line itself, what to do, where in the file and on whose word. Notes, and a line shown just before, go without it."""
    yield indented(Text(" ").join(_headline(finding, report)), INDENT - 2)
    yield indented(text(report.said.message(finding)))
    if report.screen.verbose or not (again or finding.severity == "info"):
        yield from _source_line(finding, measure(report.screen))
    yield indented(Text.assemble(text(ARROW, "green"), text(report.said.fix(finding))))
    if report.screen.verbose:
        yield indented(text(report.words.say("audit.because", because=report.said.because(finding))))
    where = _line(finding, report) if finding.place.file == file else place(report, finding)
    cited = cite_sources(sources_named(finding, report), report.words)
    yield indented(text(" · ".join(filter(None, (where, cited, origin(report, finding)))), "dim"))


def _line(finding: Finding, report: AuditReport) -> str:
    return report.words.say("audit.line", line=finding.place.span.line)


def _headline(finding: Finding, report: AuditReport) -> tuple[Text, ...]:
    severity = report.words.say(f"severity.{finding.severity}").upper()
    title = plain_line(report.said.title(finding))
    return text(severity, STYLES[finding.severity]), text(title, "bold"), text(f"[{finding.check}]", "dim")


def _source_line(finding: Finding, width: int) -> Iterable[RenderableType]:
    """The line itself, cut to the room there is, never wrapped: the marker must stand under its place."""
    left = room(finding.place, width - INDENT + 2)
    for line in snippet(finding.place, left):
        yield indented(Text(line, no_wrap=True, overflow="crop", style="dim"), INDENT - 2)


def sources_named(finding: Finding, report: AuditReport) -> list[Source]:
    """The sources that are shown with a finding."""
    names = report.said.check(finding).sources
    return [report.sources[name] for name in (names if report.screen.verbose else names[:SOURCES])]
