"""An audit as a Code Quality report of GitLab."""

from typing import Any

import msgspec

from channelfit.audit.model import Finding
from channelfit.report.audit.lines import occurrences
from channelfit.report.audit.report import AuditReport
from channelfit.words.safe import plain_line

SEVERITY = {"error": "major", "warning": "minor", "info": "info"}
INDENT = 2


def write(report: AuditReport) -> str:
    entries = [_entry(finding, before, report) for finding, before in occurrences(report.worst_first())]
    return msgspec.json.format(msgspec.json.encode(entries), indent=INDENT).decode() + "\n"


def _entry(finding: Finding, before: int, report: AuditReport) -> dict[str, Any]:
    return {
        "description": plain_line(report.said.message(finding)),
        "check_name": finding.check,
        "fingerprint": f"{finding.fingerprint}-{before + 1}" if before else finding.fingerprint,
        "severity": SEVERITY[finding.severity],
        "location": {"path": plain_line(report.relative(finding)), "lines": {"begin": finding.place.span.line}},
    }
