"""Which files of a folder are knowledge."""

from pathlib import Path

CASES = ".cases.yaml"


def rule_files(folder: Path) -> list[Path]:
    """The knowledge files of a rulebook folder, in a fixed order; cases stand beside them and are not knowledge."""
    return sorted(path for path in folder.rglob("*.yaml") if not path.name.endswith(CASES))


def case_files(folder: Path) -> list[Path]:
    """The files of cases, in a fixed order."""
    return sorted(folder.rglob(f"*{CASES}"))
