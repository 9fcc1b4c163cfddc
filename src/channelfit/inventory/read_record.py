"""Plain data to records, with every problem and the path to it; the same for YAML files and for streams."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from channelfit.conditions.model import ABSENT, Known
from channelfit.inventory.model import Path, Record
from channelfit.inventory.shape import Shape, Tree
from channelfit.inventory.values import Wrong, convert, is_empty, shown
from channelfit.rulebook.checks import Field
from channelfit.source.data import OWN_KEYS
from channelfit.source.limits import PROBLEMS_SHOWN
from channelfit.source.nearest import nearest
from channelfit.source.place import Param
from channelfit.source.secrets import names_secret
from channelfit.source.tree import shortened

HOLDS_SECRET = "secret-key"  # noqa: S105 the code of a problem


class Complaint(Struct, frozen=True):
    """What is wrong at a path of the data."""

    code: str
    path: Path
    params: dict[str, Param]


class RecordReader:
    """Reads records of any kind the rulebook declares; what it cannot read it complains about and goes on."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self.complaints: list[Complaint] = []
        self._paths: set[Path] = set()

    def record(self, of: str, data: Any, path: Path) -> Record:
        """The record at a path. Keys of the user's own are left alone."""
        facts: dict[str, Known] = dict(self.shape.left_out[of])
        if isinstance(data, dict):
            self._branch(self.shape.trees[of], data, path, facts)
        elif not is_empty(data):
            self._short(of, data, path, facts)
        return Record(facts, path)

    def records(self, of: str, data: Any, path: Path) -> tuple[Record, ...]:
        if is_empty(data):
            return ()
        if not isinstance(data, list):
            self.complain("wrong-type", path, expected="list", found=shown(data))
            return ()
        return tuple(self.record(of, item, (*path, at)) for at, item in enumerate(data))

    def complain(self, code: str, path: Path, **params: Param) -> None:
        self.complaints.append(Complaint(code, path, params))
        self._paths.add(path)

    def complained_of(self, path: Path) -> bool:
        return path in self._paths

    def unknown(self, key: str, known: tuple[str, ...], path: Path) -> None:
        """A key that is none of the known ones; the user's own are left alone."""
        if names_secret(key):
            self.complain(HOLDS_SECRET, (*path, key), found=key)
        elif not key.startswith(OWN_KEYS):
            self.complain("unknown-key", (*path, key), found=shortened(key), nearest=self.nearest(key, known), known=known)

    def nearest(self, name: str, known: Iterable[str]) -> tuple[str, ...]:
        """Looking takes time, so it is not done for more problems than are shown."""
        return nearest(name, known) if len(self.complaints) < PROBLEMS_SHOWN else ()

    def _branch(self, tree: Tree, data: Mapping[str, Any], path: Path, facts: dict[str, Known]) -> None:
        for key, value in data.items():
            found = tree.get(key)
            if found is None:
                self.unknown(key, tuple(tree), path)
            elif isinstance(found, Field):
                self._field(found, value, (*path, key), facts)
            elif isinstance(value, dict):
                self._branch(found, value, (*path, key), facts)
            elif is_empty(value):
                facts.update(dict.fromkeys(_leaves(found), ABSENT))
            else:
                self.complain("wrong-type", (*path, key), expected="mapping", keys=tuple(found), found=shown(value))

    def _field(self, field: Field, value: Any, path: Path, facts: dict[str, Known]) -> None:
        if field.kind == "records":
            facts[field.id] = self.records(field.entry or "", value, path)
            return
        try:
            facts[field.id] = convert(field, value, self.shape)
        except Wrong as wrong:
            self._wrong(wrong, path if wrong.at is None else (*path, wrong.at))

    def _wrong(self, wrong: Wrong, path: Path) -> None:
        known = wrong.params.get("known")
        near = {"nearest": self.nearest(str(wrong.params["found"]), known)} if isinstance(known, tuple) else {}
        self.complain(wrong.code, path, **near, **wrong.params)

    def _short(self, of: str, data: Any, path: Path, facts: dict[str, Known]) -> None:
        """A record written as a plain text stands for its first field: `tools: [scheduler]`."""
        first = next(iter(self.shape.fields[of].values()))
        if isinstance(data, list) or first.kind != "text":
            self.complain("wrong-type", path, expected="mapping", keys=tuple(self.shape.trees[of]), found=shown(data))
            return
        self._field(first, data, path, facts)


def _leaves(tree: Tree) -> Iterable[str]:
    for found in tree.values():
        if isinstance(found, Field):
            yield found.id
        else:
            yield from _leaves(found)
