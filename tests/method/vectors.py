"""Published and derived figures, kept as data: id, source, inputs, what is expected, and how near."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parents[1] / "data" / "method"


@cache
def _all() -> dict[str, dict[str, Any]]:
    files = sorted(FOLDER.glob("*.yaml"))
    return {vector["id"]: vector for file in files for vector in yaml.safe_load(file.read_text(encoding="utf-8"))}


def vector(name: str) -> tuple[dict[str, Any], dict[str, Any], float]:
    """Inputs, what is expected, and the absolute tolerance."""
    found = _all()[name]
    return found["inputs"], found["expected"], found["tolerance"]


def names(start: str) -> list[str]:
    return [name for name in _all() if name.startswith(start)]
