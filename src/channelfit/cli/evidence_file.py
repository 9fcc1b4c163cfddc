"""Writes dated evidence into a folder of the user's own rules: a file a source, replaced whole by a later count of the same source."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from channelfit.cli.output import write_file
from channelfit.source.parse import parse
from channelfit.source.place import Problem, Unusable
from channelfit.source.read import read_text
from channelfit.source.tree import Mapping as MappingNode

WIDTH = 110
SOURCES = "sources"


def write_evidence(folder: str, name: str, tree: Mapping[str, Any]) -> str:
    """The path of the file. Raises Unusable where a file of that name holds something else, or cannot be written."""
    path = Path(folder) / f"{name}.yaml"
    if path.exists() and not _holds(path, name):
        raise Unusable([Problem("evidence-of-others", params={"file": str(path)})])
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unusable([Problem("file-unwritable", params={"file": folder, "reason": error.strerror or str(error)})]) from None
    write_file(path, [yaml.safe_dump(dict(tree), allow_unicode=True, sort_keys=False, width=WIDTH)])
    return str(path)


def _holds(path: Path, name: str) -> bool:
    """Whether the file is of the same source."""
    root = parse(read_text(str(path)), str(path)).root
    sources = next((entry.value for entry in root if entry.key.text == SOURCES), None) if isinstance(root, MappingNode) else None
    return isinstance(sources, MappingNode) and [entry.key.text for entry in sources] == [name]
