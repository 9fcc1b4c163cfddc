"""Imports in memory: a file in a folder of its own, its outcome."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from channelfit.intake.model import Imported
from channelfit.intake.run import Importer
from channelfit.rulebook.model import Rulebook

Import = Callable[..., Imported]


@pytest.fixture
def bring(rulebook: Rulebook, tmp_path: Path) -> Import:
    def _bring(
        content: str | bytes | Path,
        name: str = "list.csv",
        columns: Mapping[str, str] | None = None,
        constants: Mapping[str, str] | None = None,
        preset: str | None = None,
    ) -> Imported:
        path = tmp_path / name if not isinstance(content, Path) else content
        if not isinstance(content, Path):
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        outcome = Importer(rulebook, columns or {}, constants or {}, preset).run(str(path), path.name)
        assert outcome.rows == outcome.used + outcome.merged + len(outcome.set_aside)
        return outcome

    return _bring
