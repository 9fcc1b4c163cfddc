"""An audit as JSON, the form that scripts read (schema channelfit/audit/1)."""

from typing import Any

import msgspec

from channelfit.audit.model import Finding
from channelfit.report.audit.report import SEVERITIES, AuditReport

SCHEMA = "channelfit/audit/1"
INDENT = 2
Tree = dict[str, Any]


def write(report: AuditReport) -> str:
    return msgspec.json.format(msgspec.json.encode(audit_tree(report)), indent=INDENT).decode() + "\n"


def audit_tree(report: AuditReport) -> Tree:
    audit, rulebook = report.audit, report.rulebook
    return {
        "schema": SCHEMA,
        "as_of": audit.as_of.isoformat(),
        "rulebook": {"name": rulebook.name, "version": rulebook.version, "digest": rulebook.digest},
        "summary": _summary(report),
        "findings": [_finding(finding, report) for finding in audit.findings],
        "coverage": [{"check": row.check, "decided": row.decided, "not_declared": row.not_declared} for row in audit.coverage],
    }


def _summary(report: AuditReport) -> Tree:
    audit = report.audit
    summary: Tree = {"accounts": audit.accounts}
    summary |= {severity: report.count(severity) for severity in SEVERITIES}
    summary |= {
        "ignored": len(audit.ignored),
        "not_declared": sum(row.not_declared for row in audit.coverage),
        "scopes_not_run": audit.scopes_not_run,
    }
    if audit.known:
        summary["baseline"] = len(audit.known)
    return summary


def _finding(finding: Finding, report: AuditReport) -> Tree:
    span = finding.place.span
    return {
        "check": finding.check,
        "severity": finding.severity,
        "scope": finding.scope,
        "subjects": finding.subjects,
        "account": finding.account,
        "file": report.path(finding),
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "message": {"en": report.english.message(finding), "fr": report.french.message(finding)},
        "fix": {"en": report.english.fix(finding), "fr": report.french.fix(finding)},
        "sources": report.said.check(finding).sources,
        "fingerprint": finding.fingerprint,
    }
