"""Knowledge is YAML: the code names no channel, goal, network or host, and decides by no threshold of its own."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from channelfit.report.audit import WRITERS
from tests.built_in import built_in

SOURCE = Path(__file__).parents[2] / "src" / "channelfit"
FILES = sorted(SOURCE.rglob("*.py"))
DECIDING = ("advice", "presence", "conditions", "planning")
OPTIONS = {"print"}  # a word of the command line that is a channel too
HARMLESS = {0, 1, 2}  # nothing, one, and the square of a formula


def constants(tree: ast.AST) -> Iterator[tuple[int, object]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant):
            yield node.lineno, node.value


@cache
def knowledge() -> set[str]:
    rulebook = built_in()
    names = (
        {term.id for term in rulebook.goals} | {sheet.id for sheet in rulebook.sheets} | {sheet.network for sheet in rulebook.sheets if sheet.network}
    )
    networks = rulebook.addresses().networks
    hosts = {pattern.split("/")[0] for sheet in rulebook.sheets for pattern in sheet.urls} - {"*"}
    hosts |= {host.removeprefix("www.") for network in networks for host in (*network.hosts, *network.links)}
    return names | hosts | {network.id for network in networks}


def thresholds(tree: ast.AST) -> Iterator[int]:
    """Lines that compare something with a number written in the code."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            for side in (node.left, *node.comparators):
                if (
                    isinstance(side, ast.Constant)
                    and isinstance(side.value, int | float)
                    and not isinstance(side.value, bool)
                    and side.value not in HARMLESS
                ):
                    yield node.lineno


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_name_of_the_rulebook_stands_in_the_code(path: Path) -> None:
    known = knowledge() - (set(WRITERS) if path.parent.name == "audit" else set())  # a format may be named after a forge
    known -= OPTIONS if path.parent.name == "cli" else set()
    found = [(line, value) for line, value in constants(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(value, str) and value in known]
    assert found == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_threshold_stands_in_the_code(path: Path) -> None:
    if path.relative_to(SOURCE).parts[0] in (*DECIDING, "report"):
        assert list(thresholds(ast.parse(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("text", ["if channel == 'facebook/page': pass", "NETWORKS = ['x']", "{'youtube.com': 1}"])
def test_a_name_in_code_would_be_found(text: str) -> None:
    assert any(value in knowledge() for _, value in constants(ast.parse(text)))


@pytest.mark.parametrize("text", ["score > 18", "0.25 <= share", "x if 3 < points else y"])
def test_a_threshold_in_code_would_be_found(text: str) -> None:
    assert list(thresholds(ast.parse(text)))
