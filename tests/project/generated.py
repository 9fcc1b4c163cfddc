"""Files of the checkout that are made from the rulebook and the models: JSON Schemas, the index of rules, a page per check."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from channelfit.cli.schema import settings
from channelfit.report.check_page import CheckWords
from channelfit.report.rule import RuleWords
from channelfit.rulebook.checks import Check
from channelfit.rulebook.load import load_rulebook
from channelfit.rulebook.model import Rule, Rulebook
from channelfit.rulebook.text import Language
from channelfit.schemas import SCHEMAS, schema_of
from channelfit.words import words_for
from tests.project.documents import ROOT

DOCS = ROOT / "docs"
CHECKS = DOCS / "checks"
MADE = "<!-- Made from the rulebook: python -m tests.project.refresh -->"
Entry = TypeVar("Entry", Rule, Check)
LANGUAGES: tuple[Language, ...] = ("en", "fr")


def generated() -> dict[Path, str]:
    """Every generated file with what it should say."""
    rulebook = load_rulebook()
    checks = sorted(rulebook.checklist().checks, key=lambda check: (check.family, check.id))
    files = {ROOT / "schemas" / f"{name}.json": _schema(name, rulebook) for name in SCHEMAS}
    files |= {CHECKS / f"{check.id}.md": _check_page(check, rulebook) for check in checks}
    return files | {CHECKS / "README.md": _check_index(checks), DOCS / "rules.md": _rule_index(rulebook)}


def left_over() -> list[Path]:
    """Pages of checks that are gone."""
    return sorted(set(CHECKS.glob("*.md")) - set(generated()))


def _schema(name: str, rulebook: Rulebook) -> str:
    made = schema_of(name, rulebook, "en", settings("en"))
    return msgspec.json.format(msgspec.json.encode(made), indent=2).decode() + "\n"


def _check_page(check: Check, rulebook: Rulebook) -> str:
    lines = [f"# {check.id}", "", MADE]
    for lang, heading in zip(LANGUAGES, ("In English", "En français"), strict=True):
        words = words_for(lang)
        fields = CheckWords(rulebook, words).fields(check)
        lines += ["", f"## {heading}", "", *(f"- **{_cell(name)}** – {_cell(words.typeset(text))}" for name, text in fields)]
    return "\n".join([*lines, "", "[All checks – Tous les contrôles](README.md)"]) + "\n"


def _check_index(checks: list[Check]) -> str:
    lines = ["# Checks of the audit – Contrôles de l’audit", "", MADE]
    for family, members in _by_family(checks):
        lines += ["", f"## {family}", "", "| check | severity | what it finds | ce qu’il trouve |", "|---|---|---|---|"]
        lines += [f"| [{check.id}]({check.id}.md) | {check.severity} | {_cell(check.title.en)} | {_cell(check.title.fr)} |" for check in members]
    return "\n".join(lines) + "\n"


def _rule_index(rulebook: Rulebook) -> str:
    lines = ["# Rules of advice – Règles du conseil", "", MADE]
    for family, members in _by_family(rulebook.rules):
        heading = "| rule | effect | goals | audiences | because | parce que | dates |"
        lines += ["", f"## {family}", "", heading, "|---" * 7 + "|", *(_rule_row(rule, rulebook) for rule in members)]
    return "\n".join(lines) + "\n"


def _rule_row(rule: Rule, rulebook: Rulebook) -> str:
    dates = " → ".join(day.isoformat() for day in (rule.since, rule.until) if day is not None)
    cells = (
        rule.id,
        RuleWords(rulebook, words_for("en")).effect(rule),
        ", ".join(rule.goals or ()) or "–",
        ", ".join(rule.named_audiences) or "–",
        rule.because.en,
        rule.because.fr,
        f"{dates}; review by {rule.review_by.isoformat()}",
    )
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(text: str) -> str:
    """Texts of our own rulebook: their addresses may be followed, and nothing in them breaks a table."""
    return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")


def _by_family(entries: Iterable[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    families: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        families[entry.family].append(entry)
    yield from sorted(families.items())
