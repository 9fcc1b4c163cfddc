"""An audit as SARIF 2.1.0, for code scanning and for viewers in editors."""

from typing import Any

import msgspec

from channelfit import __version__
from channelfit.audit.model import Finding
from channelfit.report.advice_json import rulebook_tree
from channelfit.report.audit.lines import occurrences
from channelfit.report.audit.report import AuditReport
from channelfit.report.audit.sarif_rules import LEVELS, rules
from channelfit.report.audit.sarif_text import message
from channelfit.words.safe import plain_line

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
VERSION = "2.1.0"
NAME = "channelfit"
INDENT = 2
FINGERPRINT = "channelfit/v1"
LINE_HASH = "primaryLocationLineHash"  # the one that GitHub compares
Tree = dict[str, Any]


def write(report: AuditReport) -> str:
    log = {"$schema": SCHEMA, "version": VERSION, "runs": [_run(report)]}
    return msgspec.json.format(msgspec.json.encode(log), indent=INDENT).decode() + "\n"


def _run(report: AuditReport) -> Tree:
    rulebook = report.rulebook
    return {
        "tool": {"driver": {"name": NAME, "version": __version__, "language": report.lang, "rules": rules(report)}},
        "language": report.lang,
        "columnKind": "unicodeCodePoints",
        "results": _results(report),
        "properties": {
            "asOf": report.audit.as_of.isoformat(),
            "rulebook": rulebook_tree(rulebook),
        },
    }


def _results(report: AuditReport) -> list[Tree]:
    """Suppressions and states stand on every result or on none, as the standard asks."""
    audit = report.audit
    index = {check.id: place for place, check in enumerate(report.checks)}
    ignored, known = {id(finding) for finding in audit.ignored}, {id(finding) for finding in audit.known}
    results = []
    for finding, before in occurrences((*report.worst_first(), *audit.known, *audit.ignored)):
        result = _result(finding, before, index[finding.check], report)
        if ignored:
            result["suppressions"] = [{"kind": "inSource", "status": "accepted"}] if id(finding) in ignored else []
        if known:
            result["baselineState"] = "unchanged" if id(finding) in known else "new"
        results.append(result)
    return results


def _result(finding: Finding, before: int, index: int, report: AuditReport) -> Tree:
    french, english = report.french, report.english
    return {
        "ruleId": finding.check,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": {"text": message(report.said.message(finding))},
        "locations": [_location(finding, report)],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint, LINE_HASH: f"{finding.fingerprint}:{before + 1}"},
        "properties": {
            "subjects": [plain_line(name) for name in finding.subjects],
            "message": {"en": english.message(finding), "fr": french.message(finding)},
            "fix": {"en": english.fix(finding), "fr": french.fix(finding)},
        },
    }


def _location(finding: Finding, report: AuditReport) -> Tree:
    span = finding.place.span
    region = {"startLine": span.line, "startColumn": span.column, "endLine": span.end_line, "endColumn": span.end_column}
    names = [{"name": plain_line(name), "kind": finding.scope} for name in finding.subjects]
    physical = {"artifactLocation": {"uri": report.uri(finding)}, "region": region}
    return {"physicalLocation": physical, "logicalLocations": names} if names else {"physicalLocation": physical}
