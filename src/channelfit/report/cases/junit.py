"""Outcomes as JUnit XML: a suite for each file of cases."""

from collections import defaultdict
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from channelfit.cases.model import Miss, Outcome
from channelfit.report.cases.report import CasesReport
from channelfit.report.xml_text import xml_line

NAME = "channelfit"


def write(report: CasesReport) -> str:
    suites = [_suite(file, outcomes, report) for file, outcomes in _files(report).items()]
    failures = len(report.of("failed"))
    root = Element("testsuites", {"name": NAME, "tests": str(len(report.outcomes)), "failures": str(failures), "errors": "0"})
    root.extend(suites)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _files(report: CasesReport) -> dict[str, list[Outcome]]:
    files: defaultdict[str, list[Outcome]] = defaultdict(list)
    for outcome in report.outcomes:
        files[report.file(outcome)].append(outcome)
    return files


def _suite(file: str, outcomes: list[Outcome], report: CasesReport) -> Element:
    cases = [_case(outcome, report) for outcome in outcomes]
    failures, skipped = (str(sum(case.find(name) is not None for case in cases)) for name in ("failure", "skipped"))
    suite = Element("testsuite", {"name": xml_line(file), "tests": str(len(cases)), "failures": failures, "errors": "0", "skipped": skipped})
    suite.extend(cases)
    return suite


def _case(outcome: Outcome, report: CasesReport) -> Element:
    case = Element("testcase", {"name": xml_line(outcome.case.name), "classname": f"{NAME}.{xml_line(outcome.case.family)}"})
    if outcome.status == "failed":
        lines = [line for miss in outcome.misses for line in _lines(outcome, miss, report)]
        failure = SubElement(case, "failure", {"type": outcome.misses[0].kind, "message": xml_line(report.got(outcome.misses[0]))})
        failure.text = "\n".join(map(xml_line, lines))
    elif outcome.case.todo is not None:
        message = f"{report.words.say(f'cases.is-{outcome.status}')} – {outcome.case.todo}"
        SubElement(case, "skipped", {"type": outcome.status, "message": xml_line(message)})
    return case


def _lines(outcome: Outcome, miss: Miss, report: CasesReport) -> list[str]:
    say = report.words.say
    expected, got = (f"{say(f'cases.{name}-word')} {text}" for name, text in (("expected", report.expected(miss)), ("got", report.got(miss))))
    return [report.place(outcome, miss), expected, got, *report.decided(miss)]
