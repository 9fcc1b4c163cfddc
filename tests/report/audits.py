"""Audits for the tests of the reports: a small rulebook with one check of each scope, and inventories written in the test."""

import shutil
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from channelfit.audit.model import Audit, Wanted
from channelfit.audit.run import audit
from channelfit.inventory.complete import Completer
from channelfit.inventory.read import read_inventory
from channelfit.inventory.shape import Shape
from channelfit.report.audit.report import AuditReport, Screen
from channelfit.rulebook.load import load_rulebook
from channelfit.rulebook.model import Rulebook
from channelfit.rulebook.text import Language
from channelfit.source.parse import parse

DATA = Path(__file__).parents[1] / "data"
TOWN = DATA / "inventories" / "town.yaml"
DAY = date(2026, 11, 23)
FOLDER = "/home/agent/town"
FILE = f"{FOLDER}/accounts/presence.yaml"
HOSTILE = (
    "::error file=a.yaml::forged",
    "##[error]forged",
    "a%0A::error::forged",
    "]]><failure/>&amp;&#10;",
    "<script>alert(1)</script>",
    "<!-- --><details>",
    "=1+1",
    "@everyone #12 GH-3",
    "\x1b[31mred\x1b[0m \x07\x9b2J",
    "one\ntwo\r\n::warning::three",
    "\u202eevil\u2066 \u200f",
    "[x](javascript:alert(1)) ![y](https://example.org/z) {0} {}",
    "[bold red]markup[/] :smile:",
    "| cell | `code` \\| **bold** _it_ ~~no~~",
    "ﷺ 漢字" * 40,
    "x" * 900,
    "\ufffe\uffff\ue000",
    "https://example.org www.example.org",
)


@cache
def audited() -> Rulebook:
    """The small rulebook, with the checks of these tests."""
    with TemporaryDirectory() as folder:
        shutil.copytree(DATA / "small", Path(folder) / "small")
        shutil.copytree(DATA / "audited", Path(folder) / "audited")
        return load_rulebook(Path(folder))


def audit_of(*texts: str, files: Iterable[str] = (FILE,)) -> Audit:
    rulebook = audited()
    shape, completer = Shape(rulebook), Completer(rulebook, lambda _: None)
    inventories = [read_inventory(parse(text, file), shape, completer) for text, file in zip(texts, files, strict=True)]
    return audit(inventories, rulebook, DAY)


def town() -> Audit:
    return audit_of(TOWN.read_text(encoding="utf-8"))


@cache
def hostile() -> Audit:
    """Every hostile text wherever a file may say something."""
    return audit_of(yaml.safe_dump(hostile_inventory(HOSTILE), allow_unicode=True))


def hostile_inventory(names: Iterable[str]) -> Mapping[str, Any]:
    accounts = [_account(place, name) for place, name in enumerate(names)]
    accounts += [{**account, "id": f"{account['id']}-bis"} for account in accounts[::3]]
    return {
        "organisation": {"name": "::error::Town\n]]>", "country": "FR", "policy_url": None},
        "accounts": accounts,
        "undeclared": [{"name": name, "url": name} for name in names],
    }


def _account(place: int, name: str) -> dict[str, Any]:
    return {
        "id": f"{place} {name}",
        "channel": "square/bench",
        "display_name": name,
        "capacity": {"manager": name},
        "access": {"admins": [{"role": name, "two_factor": "no"}]},
    }


def report_on(found: Audit, lang: Language = "en", *, width: int = 100, colour: bool = False, verbose: bool = False) -> AuditReport:
    rulebook = audited()
    return AuditReport(found, rulebook, rulebook.checklist().checks, lang, Screen(width, colour, verbose), FOLDER)


def with_more(found: Audit) -> Audit:
    """The audit with a baseline and scopes that did not run."""
    import msgspec

    first, *rest = found.findings
    wanted = (*found.wanted, Wanted("organisation.policy_url", 0, 3), Wanted("access.admins.two_factor", 2, 2))
    return msgspec.structs.replace(found, findings=tuple(rest), known=(first,), scopes_not_run=("pair", "person"), wanted=wanted)


AUDITS: dict[str, Callable[[], Audit]] = {
    "town": town,
    "hostile": hostile,
    "more": lambda: with_more(town()),
    "nothing": lambda: audit_of("organisation: {name: Bourg}"),
}
