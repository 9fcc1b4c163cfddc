"""An audit on a terminal: what to mend, account by account, then the sums, where to begin and what to declare first."""

from collections.abc import Iterable, Sequence

from rich.console import RenderableType
from rich.text import Text

from channelfit.audit.model import Finding
from channelfit.report.audit.blocks import bullet, lay_out, text
from channelfit.report.audit.crowd import TOO_MANY, crowd
from channelfit.report.audit.groups import grouped
from channelfit.report.audit.lines import counts, declare_first, not_run, still_open, summary
from channelfit.report.audit.paragraphs import finding_in_full, finding_on_a_line, sources_named
from channelfit.report.audit.report import AuditReport
from channelfit.report.cite import MARKS
from channelfit.report.table_text import definitions
from channelfit.words.safe import plain_line

WORST = 3  # accounts named again at the foot of a long list
MANY = 2 * WORST  # what makes it long
Groups = Sequence[tuple[str, list[Finding]]]


def write(report: AuditReport) -> str:
    if len(report.audit.findings) > TOO_MANY:
        title = text(report.words.say("audit.title", day=report.words.day(report.audit.as_of)), style="bold")
        return lay_out([title, *crowd(report), *_foot((), report)], report.screen)
    groups = list(grouped(report))
    return lay_out([*_findings(groups, report), *_foot(groups, report)], report.screen)


def _findings(groups: Groups, report: AuditReport) -> Iterable[RenderableType]:
    paths = {report.path(finding): None for _, findings in groups for finding in findings}
    title = text(report.title, style="bold")
    yield Text.assemble(title, _in_file(next(iter(paths)))) if len(paths) == 1 else title
    for heading, findings in groups:
        yield text()
        sums = text(f" – {', '.join(counts(report, findings))}", "dim")
        where = _in_file(report.path(findings[0])) if len(paths) > 1 else text()
        yield Text.assemble(text(heading, "bold underline"), sums, where)
        yield from _group(findings, report)


def _in_file(path: str) -> Text:
    """The file that lines are counted in: told once where there is but one."""
    return text(f" · {plain_line(path)}", "dim")


def _group(findings: Sequence[Finding], report: AuditReport) -> Iterable[RenderableType]:
    if report.screen.quiet:
        yield from (finding_on_a_line(finding, report) for finding in findings)
        return
    shown, file = None, findings[0].place.file
    for finding in findings:
        yield from finding_in_full(finding, report, file, again=finding.place == shown)
        shown = finding.place


def _foot(groups: Groups, report: AuditReport) -> Iterable[RenderableType]:
    yield text()
    yield text(summary(report), style="bold")
    if not report.audit.findings:
        yield text(report.good, style="green" if report.examined else "yellow")
    yield from (text(line) for line in (still_open(report), not_run(report)) if line)
    if report.screen.quiet:
        return
    if len(groups) > MANY:
        yield from _list("audit.begin", [_sum(heading, findings, report) for heading, findings in _gravest(groups)], report)
    yield from _list("audit.wanted", declare_first(report), report)
    yield from _legend(report)
    if report.screen.verbose:
        yield from _coverage(report)


def _list(title: str, lines: Sequence[str], report: AuditReport) -> Iterable[RenderableType]:
    if lines:
        yield text()
        yield text(report.words.say(title), style="bold")
        yield from (bullet(text(line)) for line in lines)


def _gravest(groups: Groups) -> Groups:
    """The subjects with most errors, whatever they are; warnings weigh where errors are equal."""
    return sorted(groups, key=lambda group: [-sum(finding.severity == level for finding in group[1]) for level in ("error", "warning")])[:WORST]


def _sum(heading: str, findings: Sequence[Finding], report: AuditReport) -> str:
    return report.words.say("audit.summed", heading=heading, counts=", ".join(counts(report, findings)))


def _legend(report: AuditReport) -> Iterable[RenderableType]:
    """What the marks on the sources named mean, and where there is more to read."""
    if not report.audit.findings:
        return
    example = {finding.check: finding for finding in report.audit.findings}
    named = {source.how_verified for finding in example.values() for source in sources_named(finding, report)}
    yield text()
    yield from (text(report.words.say(f"legend.{grade}"), style="dim") for grade in MARKS if grade in named)
    yield text(report.words.say("audit.more", check=min(example.values(), key=report.gravity).check), style="dim")


def _coverage(report: AuditReport) -> Iterable[RenderableType]:
    words = report.words
    yield text()
    yield text(words.say("audit.coverage"), style="bold")
    covered = [words.say("audit.covered", decided=words.number(row.decided), open=words.number(row.not_declared)) for row in report.audit.coverage]
    yield definitions([(row.check, line) for row, line in zip(report.audit.coverage, covered, strict=True)])
