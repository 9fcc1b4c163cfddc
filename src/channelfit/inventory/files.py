"""Which files an audit reads: those named, and of folders those that hold an inventory."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from channelfit.source.place import Problem
from channelfit.source.read import STDIN

DOCUMENTS = (".yaml", ".yml", ".json")
STREAMS = (".csv", ".jsonl", ".ndjson")
EMPTY_FOLDER = "folder-without-inventory"
NOT_INVENTORIES = ("channelfit.yaml",)


def is_stream(path: str) -> bool:
    return path.lower().endswith(STREAMS)


def expand(paths: Sequence[str]) -> tuple[list[str], list[Problem]]:
    """The files, those of folders in a fixed order, and the folders that hold none."""
    found: list[str] = []
    empty: list[Problem] = []
    for path in paths:
        if path != STDIN and Path(path).is_dir():
            inside = sorted(str(file) for file in _inside(Path(path)))
            found += inside
            empty += [] if inside else [Problem(EMPTY_FOLDER, params={"file": path})]
        else:
            found.append(path)
    once: dict[Path, str] = {}  # however it was spelled
    for path in found:
        once.setdefault(Path(path), path)
    return list(once.values()), empty


def _inside(folder: Path) -> Iterable[Path]:
    for file in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        if file.is_file() and not hidden and file.suffix.lower() in (*DOCUMENTS, *STREAMS) and file.name not in NOT_INVENTORIES:
            yield file
