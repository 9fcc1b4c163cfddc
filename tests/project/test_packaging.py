"""What is installed is what is here: one test command, one rulebook, documented dependencies, bounds that are tested."""

import os
import re
import subprocess
import tomllib
from pathlib import Path

from channelfit.rulebook.load import CHECKOUT, PACKAGED, rules_folder
from tests.project.documents import README, ROOT
from tests.project.lowest import lowest, requirements

CI = ROOT / ".ci" / "run"


def project() -> dict[str, dict[str, list[str]]]:
    return {**tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))}


def test_ci_runs_the_readme_s_own_test_command() -> None:
    wanted = re.search(r'grep -m1 -E "(.*)" README\.md', CI.read_text(encoding="utf-8"))
    assert wanted is not None
    found = re.findall(wanted[1], README.read_text(encoding="utf-8"), re.MULTILINE)
    assert found == ["python3 -m venv .venv && .venv/bin/pip install -q -e '.[test]' && .venv/bin/pytest"]


def test_ci_is_a_script_that_can_run() -> None:
    assert os.access(CI, os.X_OK)
    assert "\nset -euo pipefail\n" in CI.read_text(encoding="utf-8")
    assert subprocess.run(["bash", "-n", str(CI)], check=False).returncode == 0


def test_the_rulebook_is_the_checkout_s_or_the_package_s() -> None:
    assert rules_folder() == (PACKAGED if PACKAGED.is_dir() else CHECKOUT)
    assert (rules_folder() / "rulebook.yaml").is_file()


def test_every_dependency_has_its_line() -> None:
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    named = {re.split(r"[<>=]", requirement)[0] for requirement in requirements()}
    named |= {re.split(r"[<>=]", requirement)[0] for requirement in project()["project"]["optional-dependencies"]["lint"]}  # type: ignore[call-overload]
    assert {name for name in named if f"| `{name.lower()}`" not in text.lower()} == set()


def test_every_dependency_has_a_lower_bound() -> None:
    assert len(list(lowest())) == len(list(requirements()))


def test_the_bounds_documented_are_those_of_the_package() -> None:
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    documented = dict(re.findall(r"^\| `([\w-]+)` ≥ ([\w.]+)", text, re.MULTILINE))
    assert [pin for pin in lowest() if documented[pin.partition("==")[0]] != pin.partition("==")[2]] == []


def test_nothing_here_names_a_place_that_is_elsewhere() -> None:
    """Tests and documents need nothing outside the checkout."""
    files: list[Path] = [*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md"), CI, *(ROOT / "benchmarks").glob("*.py")]
    assert [file.name for file in files if re.search(r"(?<![\w.-])/home/|\.\./\.\./\.\.", file.read_text(encoding="utf-8"))] == []
