"""An audit as JUnit XML: a suite for each family of checks, a case for each finding and for each check that found nothing."""

from collections import defaultdict
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from channelfit.audit.model import Finding
from channelfit.report.audit.lines import place, subjects
from channelfit.report.audit.report import AuditReport
from channelfit.report.xml_text import xml_line
from channelfit.rulebook.checks import Documented

NAME = "channelfit"
Cases = dict[str, list[Element]]


def write(report: AuditReport) -> str:
    found = _found(report)
    suites = [_suite(family, checks, found, report) for family, checks in _families(report)]
    root = Element("testsuites", {"name": NAME, **_sums(suites, ("tests", "failures", "errors"))})
    root.extend(suites)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _families(report: AuditReport) -> Iterable[tuple[str, list[Documented]]]:
    families: defaultdict[str, list[Documented]] = defaultdict(list)
    for check in report.checks:
        families[check.family].append(check)
    return families.items()


def _found(report: AuditReport) -> Cases:
    """A case for each finding, by check; those set aside and those known are skipped."""
    cases: Cases = defaultdict(list)
    for finding in report.worst_first():
        cases[finding.check].append(_failed(finding, report.said.check(finding), report))
    for why, findings in (("audit.is-ignored", report.audit.ignored), ("audit.is-known", report.audit.known)):
        for finding in findings:
            cases[finding.check].append(_skipped(finding, report.said.check(finding), report, why))
    return cases


def _suite(family: str, checks: list[Documented], found: Cases, report: AuditReport) -> Element:
    cases = [case for check in checks for case in found.get(check.id) or [_without(check, report)]]
    failures, skipped = (sum(case.find(name) is not None for case in cases) for name in ("failure", "skipped"))
    counts = {"tests": str(len(cases)), "failures": str(failures), "errors": "0", "skipped": str(skipped)}
    suite = Element("testsuite", {"name": f"{NAME}.{family}", **counts})
    suite.extend(cases)
    return suite


def _failed(finding: Finding, check: Documented, report: AuditReport) -> Element:
    case = _about(finding, check, report)
    message, fix = report.said.message(finding), report.said.fix(finding)
    failure = SubElement(case, "failure", {"type": check.id, "message": xml_line(message)})
    severity = report.words.say(f"severity.{finding.severity}")
    failure.text = "\n".join(xml_line(line) for line in (severity, message, report.words.say("audit.fix", fix=fix), place(report, finding)))
    return case


def _skipped(finding: Finding, check: Documented, report: AuditReport, why: str) -> Element:
    case = _about(finding, check, report)
    SubElement(case, "skipped", {"type": check.id, "message": report.words.say(why)})
    return case


def _without(check: Documented, report: AuditReport) -> Element:
    """A check that found nothing: passed, or skipped when what it asks was declared nowhere."""
    case = _case(check, check.title.in_(report.lang))
    row = next((row for row in report.audit.coverage if row.check == check.id), None)
    if row is not None and row.decided:
        SubElement(case, "system-out").text = report.words.count("audit.passed", row.decided)
    elif row is not None and row.not_declared:
        SubElement(case, "skipped", {"type": check.id, "message": report.words.count("audit.skipped", row.not_declared)})
    return case


def _about(finding: Finding, check: Documented, report: AuditReport) -> Element:
    return _case(check, f"{check.title.in_(report.lang)} – {subjects(report, finding)}")


def _case(check: Documented, name: str) -> Element:
    return Element("testcase", {"name": xml_line(name), "classname": f"{NAME}.{check.family}.{check.id}"})


def _sums(suites: list[Element], names: tuple[str, ...]) -> dict[str, str]:
    return {name: str(sum(int(suite.get(name, "0")) for suite in suites)) for name in names}
