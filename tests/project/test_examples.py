"""Every example is answered, in both languages and every format."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.project.documents import ROOT

EXAMPLES = sorted((ROOT / "examples" / "briefs").glob("*.yaml"))


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("brief", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_answered(call: Run, brief: Path, lang: str) -> None:
    text = call("advise", str(brief), "--lang", lang)
    assert (text.returncode, text.stderr) == (0, "")
    told = call("advise", str(brief), "--lang", lang, "--format", "json")
    assert (told.returncode, told.stderr) == (0, "")
    assert {item["verdict"] for item in json.loads(told.stdout)["ranking"]} & {"lead", "support"}


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 8
