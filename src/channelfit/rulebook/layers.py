"""The layers of a rulebook: the built-in one, and what users lay on top of it."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from channelfit.rulebook.files import rule_files
from channelfit.source.place import Problem, Unusable

BASE = ""


class Layer(Struct, frozen=True):
    """A folder of knowledge, or a single file. `origin` is how the user named it; the built-in rulebook has none."""

    origin: str
    root: Path
    files: tuple[Path, ...]


def layers_of(folder: Path, overlays: Sequence[str]) -> tuple[Layer, ...]:
    """The rulebook folder and its overlays, each once, in the order given. Raises Unusable for a path that holds no rules."""
    return (Layer(BASE, folder, tuple(rule_files(folder))), *(_overlay(path) for path in dict.fromkeys(overlays)))


def _overlay(origin: str) -> Layer:
    path = Path(origin)
    if path.is_file():
        return Layer(origin, path.parent, (path,))
    if not path.is_dir():
        raise Unusable([Problem("overlay-missing", params={"file": origin})])
    files = tuple(rule_files(path))
    if not files:
        raise Unusable([Problem("overlay-empty", params={"file": origin})])
    return Layer(origin, path, files)
