"""What several writers of an audit say in the same words: places, sums, what to declare."""

from collections import Counter
from collections.abc import Iterable, Iterator

from channelfit.audit.model import Finding, Wanted
from channelfit.report.audit.report import SEVERITIES, AuditReport
from channelfit.report.field_words import FieldWords
from channelfit.words.safe import plain_line

WANTED = 3  # fields named first, the ones that settle most


def place(report: AuditReport, finding: Finding) -> str:
    span = finding.place.span
    return f"{plain_line(report.path(finding))}:{span.line}:{span.column}"


def subjects(report: AuditReport, finding: Finding) -> str:
    """Whom a finding is about; of an organisation without a name, the word for it."""
    named = [plain_line(name) for name in finding.subjects]
    return report.words.listed(named) or report.words.say("scope.organisation")


def origin(report: AuditReport, finding: Finding) -> str:
    """The overlay that a finding's check comes from; nothing for the built-in ones."""
    found = report.said.check(finding).origin
    return report.words.say("cite.overlay", origin=found) if found else ""


def occurrences(findings: Iterable[Finding]) -> Iterator[tuple[Finding, int]]:
    """Each finding with how many before it share its fingerprint: together they tell any two apart."""
    seen: Counter[str] = Counter()
    for finding in findings:
        yield finding, seen[finding.fingerprint]
        seen[finding.fingerprint] += 1


def summary(report: AuditReport) -> str:
    """How many accounts, and how many findings of each kind."""
    count, audit = report.words.count, report.audit
    sums = [count(f"audit.{severity}", report.count(severity)) for severity in SEVERITIES]
    sums += [count(f"audit.{name}", number) for name, number in (("ignored", len(audit.ignored)), ("known", len(audit.known))) if number]
    return report.words.say("audit.summary", accounts=report.words.listed(report.looked_at), counts=", ".join(sums))


def counts(report: AuditReport, findings: Iterable[Finding]) -> list[str]:
    """How many there are of each severity that occurs."""
    found = Counter(finding.severity for finding in findings)
    return [report.words.count(f"audit.{severity}", found[severity]) for severity in SEVERITIES if found[severity]]


def still_open(report: AuditReport) -> str:
    """How many questions what is declared does not settle; nothing when it settles all."""
    number = sum(row.not_declared for row in report.audit.coverage)
    return report.words.count("audit.not-declared", number) if number else ""


def not_run(report: AuditReport) -> str:
    scopes = [report.words.say(f"scope.{scope}") for scope in report.audit.scopes_not_run]
    return report.words.say("audit.not-run", scopes=", ".join(scopes)) if scopes else ""


def declare_first(report: AuditReport) -> list[str]:
    """The fields that settle most, one line each."""
    fields = FieldWords(report.rulebook.checklist(), report.words)
    return [_wanted(wanted, fields, report) for wanted in report.audit.wanted[:WANTED]]


def _wanted(wanted: Wanted, fields: FieldWords, report: AuditReport) -> str:
    how, number = ("alone", wanted.alone) if wanted.alone else ("among", wanted.among)
    return report.words.count(f"audit.wanted.{how}", number, label=fields.label(wanted.field), field=wanted.field)
