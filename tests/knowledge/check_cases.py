"""Runs a case that stands beside the checks: an inventory, a day, and which checks find something, do not, or cannot tell."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from channelfit.audit.model import Audit
from channelfit.audit.run import audit
from channelfit.audit.wild import undeclared_among
from channelfit.channels import Recogniser
from channelfit.inventory.complete import Completer
from channelfit.inventory.model import Inventory, Source
from channelfit.inventory.observed import read_observed
from channelfit.inventory.read import read_inventory
from channelfit.inventory.shape import Shape
from channelfit.rulebook.load import load_rulebook
from channelfit.source.parse import parse
from channelfit.source.reader import parse_day

SECTIONS = ("organisation", "accounts", "undeclared", "contributors", "contributor_network")


def answer(case: Mapping[str, Any]) -> Audit:
    rulebook, shape, completer = tools()
    document = {name: case[name] for name in SECTIONS if name in case}
    if "account" in case:
        document["accounts"] = [{"id": "the-account", **case["account"]}]
    inventory = read_inventory(parse(yaml.safe_dump(document, allow_unicode=True), case["name"]), shape, completer)
    day = parse_day(str(case["as_of"]))
    assert day is not None, "a case states its day"
    return audit([inventory, *_seen(case, inventory)], rulebook, day)


def _seen(case: Mapping[str, Any], inventory: Inventory) -> list[Source]:
    """The addresses of `observed:` that the inventory does not know."""
    if "observed" not in case:
        return []
    _, shape, completer = tools()
    return [undeclared_among(read_observed("\n".join(case["observed"]), "seen.txt", shape, completer), [inventory])]


@cache
def tools() -> tuple[Any, Shape, Completer]:
    rulebook = load_rulebook()
    return rulebook, Shape(rulebook), Completer(rulebook, Recogniser(rulebook).of_url)


def failures(expected: Mapping[str, list[str]], audit: Audit) -> list[str]:
    """One line for each expectation that is not met. Raises KeyError on an expectation nobody defined."""
    return [f"{check}: {OUTCOMES[outcome]}" for outcome, checks in expected.items() for check in checks if not _met(outcome, check, audit)]


OUTCOMES = {"finding": "finds nothing", "no_finding": "finds something, or is not decided", "not_declared": "is decided"}


def _met(outcome: str, check: str, audit: Audit) -> bool:
    found = any(finding.check == check for finding in audit.findings)
    coverage = {row.check: row for row in audit.coverage}[check]
    if outcome == "finding":
        return found
    if outcome == "no_finding":
        return not found and coverage.decided > 0 and coverage.not_declared == 0
    return not found and coverage.not_declared > 0
