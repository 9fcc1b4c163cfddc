"""Briefs named on the command line: files, and folders of them."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from channelfit.advice.brief import Brief
from channelfit.advice.read_brief import read_brief
from channelfit.cli.config import CONFIG
from channelfit.rulebook.model import Rulebook
from channelfit.source.parse import parse_whole
from channelfit.source.place import Problem, Unusable
from channelfit.source.read import STDIN, read_text

SUFFIXES = (".yaml", ".yml")


def brief_files(paths: Sequence[str]) -> list[str]:
    """Folders give their briefs in a fixed order. Raises Unusable for a folder with none."""
    found: list[str] = []
    for path in paths:
        inside = sorted(map(str, _inside(Path(path)))) if path != STDIN and Path(path).is_dir() else [path]
        if not inside:
            raise Unusable([Problem("folder-without-brief", params={"file": path})])
        found += inside
    return list(dict.fromkeys(found))


def read_briefs(paths: Iterable[str], rulebook: Rulebook) -> tuple[list[tuple[str, Brief]], list[Problem]]:
    """The briefs that can be read, each with its file, and what is wrong with the others."""
    briefs: list[tuple[str, Brief]] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            briefs.append((path, read_brief(parse_whole(read_text(path), path), rulebook)))
        except Unusable as unusable:
            problems += unusable.problems
    return briefs, problems


def _inside(folder: Path) -> Iterable[Path]:
    for file in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        if file.is_file() and not hidden and file.suffix.lower() in SUFFIXES and file.name != CONFIG:
            yield file
