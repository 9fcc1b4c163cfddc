"""The schemas accept what is read and refuse what is refused: examples, rules and cases, and a table of broken files."""

from pathlib import Path

import jsonschema
import pytest

from channelfit.schemas import SCHEMAS
from tests.conftest import Run
from tests.schemas.files import BROKEN, GOOD, complaints, content, content_of, validator

BRIEF = "goals: [media-relations]\naudiences: [journalists]\n"
SURVEY = """\
title: Habits
publisher: Town
asked_on: 2026-09-12
country: FR
place: Saint-Aubin
mode: paper
period: monthly
answers: [{ages: 15-24, asked: 62, channels: {print: 12, x-left-blank: 3}}, {ages: 25+, asked: 40, channels: {bulletin municipal: 9}}]
"""
READ_BY = {
    "brief": ("advise", "{file}"),
    "presence": ("audit", "{file}"),
    "survey": ("survey", "{file}"),
    "request": ("screen", "{file}"),
    "rulebook": ("rules", "list", "--rules", "{file}"),
    "config": ("rules", "list"),
    "pilot": ("pilot", "review", "{file}"),
}
REFUSED = [pytest.param(path, id=f"{path.parent.name}-{path.stem}") for path in sorted(BROKEN.rglob("*.yaml"))]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(validator(name).schema)


@pytest.mark.parametrize("name", GOOD)
def test_what_is_here_is_accepted(name: str) -> None:
    assert GOOD[name]
    assert {path.name: found for path in GOOD[name] if (found := complaints(name, content_of(path)))} == {}


@pytest.mark.parametrize("path", REFUSED)
def test_what_is_broken_is_refused(path: Path) -> None:
    assert complaints(path.parent.name, content_of(path))


@pytest.mark.parametrize("path", [case for case in REFUSED if case.values[0].parent.name in READ_BY])  # type: ignore[union-attr]
def test_what_a_schema_refuses_is_refused_by_the_reader_too(path: Path, call: Run, tmp_path: Path) -> None:
    if path.parent.name == "config":
        (tmp_path / "channelfit.yaml").write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    command = "audit" if path.stem in ("unknown-check", "unknown-severity", "unknown-threshold") else ""
    words = READ_BY[path.parent.name] if path.parent.name != "config" or not command else (command, str(GOOD["presence"][0]))
    assert call(*(word.format(file=path) for word in words)).returncode == 2


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("brief", BRIEF + "x-notes: {whatever: 1}\nfacts: {single_theme: Oui, minors: no, x-why: because}\n"),
        ("brief", BRIEF + "title:\nconsider: []\nas_of: ''\nfacts:\nterritory:\ndecided:\n"),
        ("brief", BRIEF + "facts: {skills: [], languages: fr, hours_per_week: , channels_run: facebook/page}\n"),
        ("brief", "goals: {media-relations: 2.5, recruitment: 0}\naudiences: {journalists: 1, x-who: us}\n"),
        ("presence", "accounts: [{url: https://www.facebook.com/town, editorial: {objective: a sentence, audience: [residents, walkers]}}]\n"),
        ("presence", "accounts: [{id: fb, channel: facebook/page, owner: , opened_on: '', profile: {official_label: oui}, formats: []}]\n"),
        ("presence", "accounts: [{id: fb, channel: facebook/page, access: {admins: [{role: x, two_factor: true}, a person], tools: [Hootsuite]}}]\n"),
        ("presence", "accounts:\nundeclared: []\ncontributors: []\nx-mine: 1\n"),
        ("request", "request: {unit: , platform: Page Facebook, hierarchy_approval: by mail, approvals: [hiérarchie], kpi: [a, b], x-mine: 1}\n"),
        ("request", "country: FR\nas_of: ''\nrequest: {audience: parents, admins: [somebody], exit_plan: no, target: 200}\n"),
        ("config", "lang: fr\nrules: our-rules.yaml\naudit: {limits: {}, select: security, quiet: oui}\n"),
        ("config", "rules: {lang: en}\n"),
        ("brief", BRIEF + "territory: {census: people.csv, place: 31555}\n"),
        ("survey", SURVEY + "x-notes: typed by hand\nterritory:\nquestion:\nonline_survey_accepted: {because: no paper left}\n"),
        ("survey", SURVEY.replace("2026-09-12", "{from: 2026-09-12, to: 2026-09-14}") + "comparability: {fr-dip2025: 0.5}\n"),
        ("rulebook", "groups: {ours: {kind: network, public: oui}}\n"),
    ],
)
def test_what_the_contract_allows_is_accepted(name: str, text: str) -> None:
    assert complaints(name, content(text)) == []


def test_there_are_enough_broken_files() -> None:
    assert len(REFUSED) >= 25
