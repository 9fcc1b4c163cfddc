"""The parts of one section across all files and layers: each id once, the topmost layer's."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from channelfit.rulebook.documents.file import FilePart
from channelfit.rulebook.gather import Gathered
from channelfit.rulebook.link.problems import Problems
from channelfit.rulebook.link.terms import text
from channelfit.rulebook.model import Change
from channelfit.source.place import Param, Problem

Path = tuple[str | int, ...]


class Identified(Protocol):
    """What is told apart by an id."""

    @property
    def id(self) -> str: ...


Part = TypeVar("Part")
WithId = TypeVar("WithId", bound=Identified)


class Placed(NamedTuple):
    """The file a part stands in and its place in the section."""

    file: Gathered
    position: int


class Entry(NamedTuple, Generic[Part]):
    """A part with its id and where the id stands."""

    id: str
    file: Gathered
    path: Path
    part: Part


class Sections:
    """Settles what each layer says. `changes` are what the overlays made of the rulebook below them."""

    def __init__(self, files: Sequence[Gathered], problems: Problems) -> None:
        self._problems = problems
        self.files = files
        self.changes: list[Change] = []
        self._disabled = {part.id: (file, index, part) for file in files for index, part in enumerate(file.part.disables)}
        self._met: set[str] = set()

    def parts(self, section: str, of: Callable[[FilePart], Sequence[WithId]]) -> Iterator[tuple[Placed, WithId]]:
        """Each part of a section with its place."""
        entries = (Entry(part.id, file, (section, index, "id"), part) for file in self.files for index, part in enumerate(of(file.part)))
        for entry in self.settle(section, entries):
            yield Placed(entry.file, int(entry.path[1])), entry.part

    def settle(self, section: str, entries: Iterable[Entry[Part]]) -> Iterator[Entry[Part]]:
        """One entry an id, where it stood first: a second one in a layer is reported, and so are two overlays at odds."""
        kept: dict[str, Entry[Part]] = {}
        for entry in entries:
            below = kept.get(entry.id)
            if below is None or self._may_replace(below, entry):
                kept[entry.id] = entry
                self._note(section, entry, replaced=below is not None)
        yield from (entry for entry in kept.values() if not self._is_disabled(section, entry.id))

    def check_disabled(self) -> None:
        """Reports what was to be disabled and does not exist."""
        for name, (file, index, _) in self._disabled.items():
            if name not in self._met:
                self._problems.unknown(file, "unknown-rule", name, self._known, ("disables", index, "id"))

    def _may_replace(self, below: Entry[Part], entry: Entry[Part]) -> bool:
        if below.file.rank == entry.file.rank:
            self._problems.duplicate(entry.file, entry.id, entry.path)
        elif below.file.rank > 0:
            there = below.file.place(*below.path)
            params: dict[str, Param] = {"found": entry.id, "file": there.file, "line": there.span.line}
            self._problems.add(entry.file, Problem("overlay-conflict", params=params), entry.path)
        else:
            return True
        return False

    def _note(self, section: str, entry: Entry[Part], replaced: bool) -> None:
        if entry.file.rank > 0:
            self.changes.append(Change(section, entry.id, "replaced" if replaced else "added", entry.file.origin))

    def _is_disabled(self, section: str, name: str) -> bool:
        if section not in DISABLED or name not in self._disabled:
            return False
        file, _, part = self._disabled[name]
        self._met.add(name)
        self.changes.append(Change(section, name, "disabled", file.origin, text(part.because)))
        return True

    @property
    def _known(self) -> list[str]:
        return [entry.id for file in self.files for entries in (file.part.rules, file.part.checks, file.part.stops) for entry in entries]


DISABLED = ("rules", "checks", "stops")  # the sections whose entries may be disabled
