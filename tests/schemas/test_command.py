"""channelfit schema: in both languages, with the ids of the rulebook at hand."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from channelfit.rulebook.model import Rulebook
from channelfit.schemas import SCHEMAS
from channelfit.words.schemas_en import SAID as ENGLISH
from channelfit.words.schemas_fr import SAID as FRENCH
from tests.conftest import Run

OVERLAY = """goals:
- id: our-goal
  label: {fr: le nôtre, en: ours}
  meaning: {fr: Ce que nous voulons., en: What we want.}
"""


def properties(schema: Any) -> Iterator[tuple[str, Any]]:
    """Every property that is declared, and its schema."""
    if isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict):
            yield from schema["properties"].items()
        for value in schema.values():
            yield from properties(value)
    elif isinstance(schema, list):
        for item in schema:
            yield from properties(item)


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_comes_in_both_languages(name: str, call: Run) -> None:
    english, french = (json.loads(call("schema", name, "--lang", lang).stdout) for lang in ("en", "fr"))
    assert english["$schema"] == french["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert english["title"] != french["title"] or name == "config"
    assert english["description"] != french["description"]


@pytest.mark.parametrize("name", ["brief", "presence", "rulebook", "case", "pilot", "advice", "audit", "import"])
def test_every_key_has_a_title(name: str, call: Run) -> None:
    schema = json.loads(call("schema", name, "--lang", "en").stdout)
    untitled = {key for key, value in properties(schema) if isinstance(value, dict) and not {"title", "$ref", "const", "anyOf"} & set(value)}
    assert untitled <= {"at_least", "at_most", "basis", "of", "channels", "en", "fr", "each"}


def test_ids_are_those_of_the_rulebook_each_with_its_meaning(rulebook: Rulebook, call: Run) -> None:
    goal = json.loads(call("schema", "brief", "--lang", "en").stdout)["$defs"]["goal"]
    assert goal["enum"] == [term.id for term in rulebook.goals]
    assert len(goal["enumDescriptions"]) == len(goal["enum"])
    assert goal["enumDescriptions"][0].startswith(rulebook.goals[0].label.en)


def test_overlays_add_theirs(call: Run, tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text(OVERLAY, encoding="utf-8")
    for arguments in (("--rules", "ours.yaml"), ()):
        (tmp_path / "channelfit.yaml").write_text("" if arguments else "rules: [ours.yaml]\n", encoding="utf-8")
        for name in ("brief", "rulebook", "case"):
            assert "our-goal" in json.loads(call("schema", name, *arguments).stdout)["$defs"]["goal"]["enum"]


def test_a_schema_that_does_not_exist_is_named_with_the_nearest(run: Run) -> None:
    done = run("schema", "breif", "--lang", "en")
    assert done.returncode == 2
    assert "brief" in done.stderr
    assert run("schema", "--lang", "en").returncode == 2


def test_it_goes_to_a_file_whole(run: Run, tmp_path: Path) -> None:
    assert run("schema", "brief", "--output", "brief.json").returncode == 0
    assert json.loads((tmp_path / "brief.json").read_text(encoding="utf-8"))["type"] == "object"


def test_both_languages_say_as_much() -> None:
    assert list(ENGLISH) == list(FRENCH)
    assert all(title and description for title, description in (*ENGLISH.values(), *FRENCH.values()))
    assert {key for key in ENGLISH if ENGLISH[key][1] == FRENCH[key][1]} == set()
