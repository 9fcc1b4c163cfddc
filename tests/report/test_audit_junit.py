"""JUnit: valid, one case for each finding, what was not declared never passes."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import xmlschema

from channelfit.audit.model import Audit
from channelfit.report.audit.junit import write
from channelfit.rulebook.text import Language
from tests.report.audits import AUDITS, DATA, audit_of, hostile, report_on, town, with_more

SCHEMA = DATA / "schemas" / "junit-10.xsd"


@pytest.fixture(scope="module")
def schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(SCHEMA)


def tree_of(found: Audit, lang: Language = "en") -> ET.Element:
    return ET.fromstring(write(report_on(found, lang)))


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", AUDITS)
def test_it_is_valid(name: str, lang: Language, schema: xmlschema.XMLSchema, tmp_path: Path) -> None:
    path = tmp_path / "junit.xml"
    path.write_text(write(report_on(AUDITS[name](), lang)), encoding="utf-8")
    schema.validate(path)


@pytest.mark.parametrize("found", [town(), hostile()], ids=["town", "hostile"])
def test_each_finding_is_a_failure_of_its_check(found: Audit) -> None:
    failures = [failure.get("type") for failure in tree_of(found).iter("failure")]
    assert sorted(map(str, failures)) == sorted(finding.check for finding in found.findings)


def test_the_sums_are_those_of_the_cases() -> None:
    root = tree_of(with_more(town()))
    cases, failures = list(root.iter("testcase")), list(root.iter("failure"))
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == (str(len(cases)), str(len(failures)), "0")
    assert sum(int(suite.get("skipped", 0)) for suite in root.iter("testsuite")) == len(list(root.iter("skipped"))) == 2


def test_a_check_that_found_nothing_passes_and_one_that_nothing_settles_is_skipped() -> None:
    cases = {case.get("classname", "").rpartition(".")[2]: case for case in tree_of(audit_of(OPEN)).iter("testcase")}
    assert cases["too-few-admins"].find("skipped") is not None
    assert [child.tag for child in cases["no-policy"]] == ["system-out"]


OPEN = """
organisation: {name: Bourg, policy_url: "https://example.org/p"}
accounts: [{id: one, channel: bell}]
"""


def test_texts_stand_on_one_line_without_control_characters() -> None:
    for case in tree_of(hostile()).iter("testcase"):
        assert all(char not in "\n\r\x1b\u202e\ufffe" for char in case.get("name", ""))


def test_the_place_stands_in_the_failure() -> None:
    assert "accounts/presence.yaml:8:14" in str(next(tree_of(town()).iter("failure")).text)
