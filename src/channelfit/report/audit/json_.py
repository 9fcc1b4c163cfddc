"""An audit as JSON, the form that scripts read (schema channelfit/audit/1)."""

from collections.abc import Iterable
from typing import Any

import msgspec

from channelfit.audit.model import Finding
from channelfit.report.advice_json import rulebook_tree
from channelfit.report.audit.report import SEVERITIES, AuditReport

SCHEMA = "channelfit/audit/1"
INDENT = 2
MARGIN = " " * INDENT
KEPT = 20_000  # texts
Tree = dict[str, Any]


def write(report: AuditReport) -> Iterable[str]:
    """The report in pieces, a finding at a time: a stream may have millions of them."""
    audit, rulebook = report.audit, report.rulebook
    head: Tree = {
        "schema": SCHEMA,
        "as_of": audit.as_of.isoformat(),
        "rulebook": rulebook_tree(rulebook),
        "summary": _summary(report),
    }
    coverage = [{"check": row.check, "decided": row.decided, "not_declared": row.not_declared} for row in audit.coverage]
    yield f'{_text(head)[:-2]},\n{MARGIN}"findings": ['
    between, findings = "\n", FindingTexts(report)
    for finding in audit.findings:
        yield f"{between}{findings.text(finding)}"
        between = ",\n"
    yield f"\n{MARGIN}]," if audit.findings else "],"
    yield f'\n{MARGIN}"coverage": {_indented(coverage, 1).lstrip()}\n}}\n'


def _text(tree: Any) -> str:
    return msgspec.json.format(msgspec.json.encode(tree), indent=INDENT).decode()


def _indented(tree: Any, depth: int) -> str:
    margin = MARGIN * depth
    return margin + _text(tree).replace("\n", f"\n{margin}")


def _summary(report: AuditReport) -> Tree:
    audit = report.audit
    summary: Tree = dict(report.looked_at_as_data)
    summary |= {severity: report.count(severity) for severity in SEVERITIES}
    summary |= {
        "ignored": len(audit.ignored),
        "not_declared": sum(row.not_declared for row in audit.coverage),
        "scopes_not_run": audit.scopes_not_run,
    }
    if audit.known:
        summary["baseline"] = len(audit.known)
    return summary


class FindingTexts:
    """Findings as texts. What two findings with the same values say is said once."""

    def __init__(self, report: AuditReport) -> None:
        self._report = report
        self._said: dict[tuple[object, ...], str] = {}
        self._paths: dict[str, str] = {}

    def text(self, finding: Finding) -> str:
        """The finding as an item of the list, indented."""
        last = f'{MARGIN * 3}"fingerprint": "{finding.fingerprint}"\n{MARGIN * 2}}}'
        return f"{_indented(self._where(finding), 2)[:-6]},\n{self._words(finding)},\n{last}"

    def _where(self, finding: Finding) -> Tree:
        span = finding.place.span
        return {
            "check": finding.check,
            "severity": finding.severity,
            "scope": finding.scope,
            "subjects": finding.subjects,
            "account": finding.account,
            "file": self._path(finding),
            "line": span.line,
            "column": span.column,
            "end_line": span.end_line,
            "end_column": span.end_column,
        }

    def _path(self, finding: Finding) -> str:
        file = finding.place.file
        if file not in self._paths:
            self._paths[file] = self._report.path(finding)
        return self._paths[file]

    def _words(self, finding: Finding) -> str:
        key = (finding.check, *finding.params.items())
        if key not in self._said:
            if len(self._said) >= KEPT:
                self._said.clear()
            self._said[key] = _indented(self._words_of(finding), 2)[6:-6]
        return self._said[key]

    def _words_of(self, finding: Finding) -> Tree:
        english, french = self._report.english, self._report.french
        check = english.check(finding)
        tree: Tree = {
            "message": {"en": english.message(finding), "fr": french.message(finding)},
            "fix": {"en": english.fix(finding), "fr": french.fix(finding)},
            "sources": check.sources,
        }
        return {**tree, "origin": check.origin} if check.origin else tree
