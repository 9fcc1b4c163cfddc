"""An audit as Markdown, for the comment of a pull request. Nothing from a file acts in it."""

from collections.abc import Iterable

from channelfit.audit.model import Finding
from channelfit.report.audit.lines import declare_first, not_run, origin, place, still_open, subjects, summary
from channelfit.report.audit.report import AuditReport
from channelfit.report.markdown import inert

COLUMNS = ("severity", "subject", "finding", "mend", "where")
COVERAGE = ("check", "decided", "open")


def write(report: AuditReport) -> str:
    return "\n".join(_lines(report)) + "\n"


def _lines(report: AuditReport) -> Iterable[str]:
    yield f"# {inert(report.title)}"
    yield from ("", f"**{inert(summary(report))}**", "")
    findings = report.worst_first()
    yield from _table(findings, report) if findings else (inert(report.good),)
    yield from _open(report)
    yield from _coverage(report)


def _table(findings: Iterable[Finding], report: AuditReport) -> Iterable[str]:
    yield _row(report.subject if name == "subject" else report.words.say(f"audit.{name}") for name in COLUMNS)
    yield "|---" * len(COLUMNS) + "|"
    for finding in findings:
        said = report.said
        severity = report.words.say(f"severity.{finding.severity}")
        message = " – ".join(filter(None, (said.message(finding), origin(report, finding))))
        yield _row((severity, subjects(report, finding), message, said.fix(finding), place(report, finding)))


def _open(report: AuditReport) -> Iterable[str]:
    for line in (still_open(report), not_run(report)):
        if line:
            yield from ("", inert(line))
    wanted = declare_first(report)
    if wanted:
        yield from ("", f"**{inert(report.words.say('audit.wanted'))}**", "")
        yield from (f"- {inert(line)}" for line in wanted)


def _coverage(report: AuditReport) -> Iterable[str]:
    words = report.words
    yield from ("", "<details>", f"<summary>{words.say('audit.coverage')}</summary>", "")
    yield _row(words.say(f"audit.{name}") for name in COVERAGE)
    yield "|---|---:|---:|"
    for row in report.audit.coverage:
        yield _row((row.check, words.number(row.decided), words.number(row.not_declared)))
    yield from ("", "</details>")


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(inert(cell) for cell in cells)} |"
