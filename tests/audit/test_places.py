"""Findings point at the field that is written, whichever record it stands in, and no two share a fingerprint."""

from typing import Any

from channelfit.audit.checks import Choice
from channelfit.audit.model import Audit
from channelfit.audit.run import audit
from channelfit.inventory.complete import Completer
from channelfit.inventory.read import read_inventory
from channelfit.inventory.shape import Shape
from channelfit.rulebook.model import Rulebook
from channelfit.source.parse import parse
from channelfit.source.reader import parse_day


def audited(rulebook: Rulebook, *texts: str, **choice: Any) -> Audit:
    tools = Shape(rulebook), Completer(rulebook, lambda _url: None)
    inventories = [read_inventory(parse(text, f"{number}.yaml"), *tools) for number, text in enumerate(texts, 1)]
    day = parse_day("2026-11-23")
    assert day is not None
    return audit(inventories, rulebook, day, Choice(**choice))


def places(found: Audit, check: str) -> list[tuple[str, int]]:
    return [(finding.place.file, finding.place.span.line) for finding in found.findings if finding.check == check]


def test_an_organisations_finding_points_at_its_field_in_the_file_that_has_it(rulebook: Rulebook) -> None:
    first = "organisation:\n  name: A\n  country: FR\naccounts: []\n"
    second = "organisation:\n  name: A\n  policy_url:\ncontributors:\n- unit: B\n  role:\ncontributor_network:\n  submission_url:\n"
    found = audited(rulebook, first, second)
    assert places(found, "policy-missing") == [("2.yaml", 3)]
    assert places(found, "contributor-role-missing") == [("2.yaml", 4)]
    assert places(found, "no-content-relay-offered") == [("2.yaml", 8)]


def test_a_pair_points_at_the_side_that_is_named_first(rulebook: Rulebook) -> None:
    text = (
        "organisation: {name: A, country: FR}\naccounts:\n"
        "- {id: g, channel: facebook/group, editorial: {topics: [eau]}}\n"
        "- {id: p, channel: facebook/page, editorial: {topics: [eau]}}\n"
    )
    assert places(audited(rulebook, text), "page-and-group-on-one-topic") == [("1.yaml", 3)]


def test_items_of_one_name_or_none_have_fingerprints_of_their_own(rulebook: Rulebook) -> None:
    text = (
        "organisation: {name: A}\naccounts:\n- id: g\n  channel: facebook/group\n  measurement:\n    kpis:\n"
        "    - {name: vues, target: }\n    - {name: vues, target: }\n    - {target: }\n    - {target: }\n"
    )
    prints = [finding.fingerprint for finding in audited(rulebook, text).findings if finding.check == "target-missing"]
    assert len(prints) == len(set(prints)) == 4


def test_an_exception_to_a_check_that_did_not_run_is_not_called_unused(rulebook: Rulebook) -> None:
    text = "organisation: {name: A}\naccounts:\n- {id: g, channel: facebook/group, ignore: [{check: kpi-missing, because: b, until: 2027-01-01}]}\n"
    assert places(audited(rulebook, text), "exception-unused") == [("1.yaml", 3)]
    assert places(audited(rulebook, text, select=("exceptions",)), "exception-unused") == []


def test_two_organisations_do_not_share_accounts(rulebook: Rulebook) -> None:
    one = (
        "organisation: {name: A, country: FR}\naccounts:\n"
        "- {id: p, channel: facebook/page, kind: institutional, metrics: {followers: 9000}, editorial: {topics: [eau]}}\n"
    )
    other = (
        "organisation: {name: B, country: FR}\naccounts:\n"
        "- {id: g, channel: facebook/group, kind: facility, opened_on: 2020-01-01, metrics: {followers: 3}, editorial: {topics: [eau]}}\n"
    )
    found = {finding.check for finding in audited(rulebook, one, other).findings}
    assert found.isdisjoint({"small-satellite", "page-and-group-on-one-topic"})
    together = {finding.check for finding in audited(rulebook, one, other.replace("name: B", "name: A")).findings}
    assert together >= {"small-satellite", "page-and-group-on-one-topic"}
