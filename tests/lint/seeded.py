"""Seeded defects: a small overlay for each kind, laid on top of the built-in rulebook and looked over."""

from datetime import date
from pathlib import Path

from channelfit.audit.model import Finding
from channelfit.lint.run import Linted, lint
from channelfit.rulebook.layers import layers_of
from channelfit.rulebook.load import rules_folder

DATA = Path(__file__).parents[1] / "data" / "lint"
KINDS = sorted(path.stem for path in DATA.glob("*.yaml") if "." not in path.stem)
DAY = date(2026, 11, 23)


def overlays(kind: str) -> list[str]:
    """The overlay of a kind, above the one it clashes with where there is one."""
    return [str(path) for path in (DATA / f"{kind}.more.yaml", DATA / f"{kind}.yaml") if path.exists()]


def looked_over(kind: str) -> Linted:
    files = overlays(kind)
    return lint(layers_of(rules_folder(), files), DAY, strict=True, only=files)


def kinds_found(found: Linted) -> set[str]:
    return {finding.check for finding in found.findings}


def of_kind(found: Linted, kind: str) -> list[Finding]:
    return [finding for finding in found.findings if finding.check == kind]
