"""Outcomes as Markdown, for the comment of a pull request. Nothing from a file acts in it."""

from collections.abc import Iterable, Iterator

from channelfit.cases.model import Outcome
from channelfit.report.cases.report import CasesReport
from channelfit.report.markdown import inert


def write(report: CasesReport) -> str:
    return "\n".join(_lines(report)) + "\n"


def _lines(report: CasesReport) -> Iterator[str]:
    say = report.words.say
    yield from (f"# {inert(say('cases.title'))}", "", f"**{inert(report.summary())}**", "")
    yield from (f"- {inert(line)}" for line in report.layers())
    for outcome in report.of("failed"):
        yield from _failed(outcome, report)
    waiting = report.of("todo", "todo-passes")
    if waiting:
        yield from ("", f"## {inert(say('cases.waiting'))}", "")
        yield from (_todo(outcome, report) for outcome in waiting)
    yield from _coverage(report)


def _failed(outcome: Outcome, report: CasesReport) -> Iterator[str]:
    yield from ("", f"## {inert(outcome.case.name)}", "", f"{inert(report.place(outcome))} – {inert(report.layer(outcome.case.origin))}", "")
    yield _row(report.words.say(f"cases.{name}") for name in ("expected-word", "got-word", "decided"))
    yield "|---|---|---|"
    for miss in outcome.misses:
        yield _row((report.expected(miss), report.got(miss), " · ".join(report.decided(miss))))


def _todo(outcome: Outcome, report: CasesReport) -> str:
    status = report.words.say(f"cases.is-{outcome.status}")
    return f"- {inert(f'{status} – {report.place(outcome)} – {outcome.case.name} – {outcome.case.todo}')}"


def _coverage(report: CasesReport) -> Iterator[str]:
    if report.coverage is None:
        return
    yield from ("", f"**{inert(report.measure())}**")
    for heading, entries in report.covered():
        yield from ("", inert(heading), "", *(f"- {inert(entry.id)}" for entry in entries))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(inert(cell) for cell in cells)} |"
