"""Workflow commands: exactly one a finding, whatever names say."""

import re
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from channelfit.audit.model import Audit
from channelfit.report.audit.github import write
from channelfit.rulebook.text import Language
from tests.report.audits import audit_of, hostile, report_on, town

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    message: str


def commands(found: Audit, lang: Language = "en") -> list[Command]:
    """As the runner reads its log, line by line."""
    return [_parsed(line) for line in write(report_on(found, lang)).splitlines()]


def _parsed(line: str) -> Command:
    match = COMMAND.fullmatch(line)
    assert match is not None, line
    pairs = (item.partition("=") for item in match[2].split(","))
    return Command(match[1], {name: _plain(value) for name, _, value in pairs}, _plain(match[3]))


def _plain(text: str) -> str:
    for code, char in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, char)
    return text


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("found", [town(), hostile()], ids=["town", "hostile"])
def test_each_finding_is_one_command_and_nothing_else_is(found: Audit, lang: Language) -> None:
    report = report_on(found, lang)
    expected = [(report.said.message(finding), report.said.fix(finding)) for finding in report.worst_first()]
    assert [tuple(command.message.split("\n")) for command in commands(found, lang)] == expected


def test_properties_are_those_of_the_place() -> None:
    first = commands(town())[0]
    expected = {"file": "accounts/presence.yaml", "line": "8", "endLine": "8", "col": "14", "endColumn": "69"}
    assert (first.name, first.properties) == ("error", {**expected, "title": "Too few administrators (too-few-admins)"})


def test_a_file_name_forges_no_property() -> None:
    found = town()
    finding = next(item for item in found.findings if item.scope == "account")
    moved = replace(finding, place=replace(finding.place, file="a,line=1::warning::%0A\n::error::b.yaml"))
    (command,) = commands(replace(found, findings=(moved,)))
    assert command.properties["file"] == "a,line=1::warning::%0A ::error::b.yaml"
    assert command.properties["line"] == "8"


def test_columns_are_left_out_of_what_spans_lines() -> None:
    found = town()
    finding = next(item for item in found.findings if item.scope == "account")
    span = replace(finding.place.span, end_line=11)
    (command,) = commands(replace(found, findings=(replace(finding, place=replace(finding.place, span=span)),)))
    assert "col" not in command.properties
    assert command.properties["endLine"] == "11"


def test_nothing_found_says_nothing() -> None:
    assert write(report_on(audit_of("organisation: {name: Bourg}"))) == ""
