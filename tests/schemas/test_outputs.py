"""What is answered is what its schema says, every key of it."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.conftest import Run
from tests.project.documents import ROOT
from tests.schemas.files import GOOD, content_of, validator


def closed(schema: Any) -> Any:
    """The same with no room for a key that it does not describe."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: closed(value) for key, value in schema.items()}
    if "properties" in made and made.get("type") == "object":
        made.setdefault("additionalProperties", False)
    return made


def complaints(name: str, answer: str) -> list[str]:
    strict = jsonschema.Draft202012Validator(closed(validator(name).schema), format_checker=jsonschema.FormatChecker())
    return [f"{error.json_path}: {error.message[:200]}" for error in strict.iter_errors(json.loads(answer))]


@pytest.mark.parametrize("brief", GOOD["brief"], ids=lambda path: path.stem)
def test_an_advice(brief: Path, call: Run) -> None:
    assert complaints("advice", call("advise", str(brief), "--format", "json").stdout) == []


def test_an_advice_with_what_if(call: Run) -> None:
    [brief] = [path for path in GOOD["brief"] if path.stem == "small-town"]
    assert (
        complaints("advice", call("advise", str(brief), "--what-if", "hours_per_week=2", "--what-if", "country=CN", "--format", "json").stdout) == []
    )


@pytest.mark.parametrize("inventory", GOOD["presence"], ids=lambda path: path.stem)
def test_an_audit(inventory: Path, call: Run) -> None:
    assert complaints("audit", call("audit", str(inventory), "--format", "json").stdout) == []


@pytest.mark.parametrize("brief", GOOD["brief"], ids=lambda path: path.stem)
def test_a_plan(brief: Path, call: Run) -> None:
    today = str(ROOT / "examples" / "presence" / "ville-saint-aubin.yaml")
    wishes = ("--hours", "7", "--min-reach", f"{audience(brief)}=95%", "--exclude", "sms", "--fact", "country=FR")
    assert complaints("plan", call("plan", str(brief), "--presence", today, *wishes, "--format", "json").stdout) == []
    assert complaints("plan", call("plan", str(brief), "--hours", "12", "--format", "json").stdout) == []


def audience(brief: Path) -> str:
    return str(next(iter(content_of(brief)["audiences"])))


@pytest.mark.parametrize("pilot", GOOD["pilot"], ids=lambda path: path.stem)
def test_the_review_of_a_pilot(pilot: Path, call: Run) -> None:
    assert complaints("pilot", call("pilot", "review", str(pilot), "--format", "json").stdout) == []


def test_an_import() -> None:
    """The example of the format."""
    aside = {"row": 12, "reason": "no channel", "values": {"name": "Pool"}}
    odd = {"row": 7, "label": "X", "url": "https://www.facebook.com/pool"}
    report = {"schema": "channelfit/import/1", "rows": 3, "rows_used": 1, "rows_merged": 1, "rows_set_aside": [aside], "accounts": 1}
    assert complaints("import", json.dumps(report | {"disagreements": [odd]})) == []
    assert complaints("import", json.dumps(report))


@pytest.mark.parametrize("table", sorted((ROOT / "tests" / "data" / "intake").glob("*.csv")), ids=lambda path: path.stem)
def test_the_report_of_an_import(table: Path, call: Run, tmp_path: Path) -> None:
    call("import", str(table), "--output", "presence.yaml", "--report", "report.json")
    assert complaints("import", (tmp_path / "report.json").read_text(encoding="utf-8")) == []


def test_rules_that_were_looked_over(call: Run) -> None:
    assert complaints("audit", call("rules", "check", "--format", "json").stdout) == []


@pytest.mark.parametrize("request_file", GOOD["request"], ids=lambda path: path.stem)
def test_a_request(request_file: Path, call: Run) -> None:
    assert complaints("screen", call("screen", str(request_file), "--format", "json").stdout) == []
