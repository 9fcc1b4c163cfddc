"""The lowest versions that pyproject.toml allows, as constraints for pip: python -m tests.project.lowest."""

import re
import tomllib
from collections.abc import Iterator

from tests.project.documents import ROOT

LOWEST = re.compile(r"([\w-]+)>=([\w.]+)")


def requirements() -> Iterator[str]:
    """What is needed to run and to test."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    yield from project["dependencies"]
    yield from project["optional-dependencies"]["test"]


def lowest() -> Iterator[str]:
    for requirement in requirements():
        bound = LOWEST.match(requirement)
        assert bound is not None, f"{requirement} has no lower bound"
        yield f"{bound[1]}=={bound[2]}"


if __name__ == "__main__":
    print("\n".join(lowest()))
