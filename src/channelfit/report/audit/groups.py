"""The findings as people mend them: everything about one account together, the worst first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from channelfit.audit.model import Finding
from channelfit.report.audit.lines import subjects
from channelfit.report.audit.report import SEVERITIES, AuditReport

ORDER = ("account", "pair", "person", "organisation", "undeclared", "rulebook")
Key = tuple[str | None, str, tuple[str, ...]]


def grouped(report: AuditReport) -> Iterator[tuple[str, list[Finding]]]:
    """Headings and findings: accounts, pairs, people, the organisation, what was found in the wild."""
    groups: defaultdict[Key, list[Finding]] = defaultdict(list)
    for finding in report.worst_first():
        groups[finding.organisation, finding.scope, finding.subjects].append(finding)
    several = len({organisation for organisation, _, _ in groups}) > 1
    for findings in sorted(groups.values(), key=_rank):
        yield _heading(report, findings[0], several=several), findings


def _rank(findings: list[Finding]) -> tuple[int, Iterable[int]]:
    """The kind of subject, then the gravest findings and how many there are."""
    return ORDER.index(findings[0].scope), [-sum(finding.severity == severity for finding in findings) for severity in SEVERITIES]


def _heading(report: AuditReport, finding: Finding, *, several: bool) -> str:
    heading = report.words.say(f"audit.group.{finding.scope}", subjects=subjects(report, finding))
    of_whom = several and finding.scope != "organisation" and finding.organisation
    return report.words.say("field.listed", label=heading, list=finding.organisation) if of_whom else heading
