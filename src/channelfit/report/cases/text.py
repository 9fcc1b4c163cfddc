"""Outcomes as text: what failed, where, what came instead and why; the sums last."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding

from channelfit.cases.model import Outcome
from channelfit.report.cases.report import CasesReport
from channelfit.report.table_text import definitions, render, text
from channelfit.words.safe import plain_line

STYLES = {"failed": "bold red", "todo": "yellow", "todo-passes": "bold yellow", "passed": "green"}


def write(report: CasesReport) -> str:
    return render(list(_blocks(report)), report.screen.width, report.screen.colour)


def _blocks(report: CasesReport) -> Iterator[RenderableType]:
    screen = report.screen
    for outcome in report.outcomes:
        if outcome.status != "passed":
            yield from _told(outcome, report)
        elif screen.verbose:
            yield _head(outcome, report)
    if not screen.quiet:
        yield from _coverage(report)
        yield from (text(line, "dim") for line in report.layers())
    yield text(report.summary(), "bold")
    if report.coverage is not None:
        yield text(report.measure(), "bold red" if report.too_low else "bold")


def _head(outcome: Outcome, report: CasesReport) -> RenderableType:
    """The status, the place and the name; the layer where it is an overlay."""
    layer = f" ({plain_line(outcome.case.origin)})" if outcome.case.origin else ""
    status = report.words.say(f"cases.is-{outcome.status}")
    return text(f"{status}  {plain_line(report.place(outcome))}{layer}  {plain_line(outcome.case.name)}", STYLES[outcome.status])


def _told(outcome: Outcome, report: CasesReport) -> Iterator[RenderableType]:
    yield _head(outcome, report)
    if outcome.case.todo is not None:
        yield _indented(report.words.say("cases.todo-because", reason=outcome.case.todo))
    if outcome.status != "failed" or report.screen.quiet:
        return
    for miss in outcome.misses:
        said = ((report.words.say("cases.expected-word"), report.expected(miss)), (report.words.say("cases.got-word"), report.got(miss)))
        yield Padding(definitions(said), (0, 0, 0, 4))
        yield from (_indented(line, 6, "dim") for line in report.decided(miss))
    yield text()


def _indented(line: str, by: int = 4, style: str = "") -> RenderableType:
    return Padding(text(line, style), (0, 0, 0, by))


def _coverage(report: CasesReport) -> Iterator[RenderableType]:
    for heading, entries in report.covered():
        yield text(heading, "bold")
        yield from (_indented(plain_line(f"{entry.id} ({entry.origin})" if entry.origin else entry.id)) for entry in entries)
        yield text()
