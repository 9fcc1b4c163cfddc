"""The files that the schemas are held against, read as YAML 1.2 with every key kept."""

from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import msgspec

from channelfit.rulebook.files import case_files, rule_files
from channelfit.source.parse import parse
from channelfit.source.read import read_text
from channelfit.source.scalars import resolve
from channelfit.source.tree import Mapping, Node, Scalar
from tests.project.documents import ROOT


def _examples(*patterns: str) -> list[Path]:
    return sorted(path for pattern in patterns for path in (ROOT / "examples").glob(pattern))


BROKEN = Path(__file__).parents[1] / "data" / "broken"
GOOD = {
    "brief": _examples("briefs/*.yaml", "story/brief*.yaml"),
    "presence": _examples("presence/*.yaml", "story/presence-*.yaml"),
    "survey": _examples("surveys/*.yaml"),
    "request": _examples("requests/*.yaml", "story/request*.yaml"),
    "rulebook": rule_files(ROOT / "rules"),
    "pilot": _examples("pilots/*.yaml", "story/pilot.yaml"),
    "case": case_files(ROOT / "rules"),
}


@cache
def validator(name: str) -> jsonschema.Draft202012Validator:
    schema = msgspec.json.decode((ROOT / "schemas" / f"{name}.json").read_bytes())
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def complaints(name: str, data: object) -> list[str]:
    return [f"{error.json_path}: {error.message[:200]}" for error in validator(name).iter_errors(data)]


def content(text: str) -> Any:
    return _data(parse(text, "text").root)


def content_of(path: Path) -> Any:
    return content(read_text(str(path)))


def _data(node: Node) -> Any:
    if isinstance(node, Scalar):
        return resolve(node)
    if isinstance(node, Mapping):
        return {entry.key.text: _data(entry.value) for entry in node}
    return [_data(item) for item in node.items]
