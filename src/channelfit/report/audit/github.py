"""An audit as workflow commands of GitHub Actions: one annotation a finding, worst first."""

from channelfit.audit.model import Finding
from channelfit.report.audit.report import AuditReport
from channelfit.words.safe import plain_line

COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def write(report: AuditReport) -> str:
    return "".join(f"{_command(finding, report)}\n" for finding in report.worst_first())


def _command(finding: Finding, report: AuditReport) -> str:
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in _properties(finding, report).items())
    lines = (report.said.message(finding), report.said.fix(finding))
    return f"::{COMMANDS[finding.severity]} {properties}::{_data(chr(10).join(plain_line(line) for line in lines))}"


def _properties(finding: Finding, report: AuditReport) -> dict[str, str | int]:
    """Columns are for spans within one line: the service refuses others."""
    span = finding.place.span
    columns = {"col": span.column, "endColumn": span.end_column} if span.end_line == span.line else {}
    return {
        "file": plain_line(report.relative(finding)),
        "line": span.line,
        "endLine": span.end_line,
        **columns,
        "title": f"{plain_line(report.said.title(finding))} ({finding.check})",
    }


def _data(text: str) -> str:
    """As escapeData of the toolkit: nothing in a text ends the command or begins another."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
