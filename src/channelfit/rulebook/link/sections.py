"""The parts of one section across all files, each id once."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol, TypeVar

from channelfit.rulebook.gather import Gathered
from channelfit.rulebook.link.problems import Problems


class Identified(Protocol):
    """What is told apart by an id."""

    @property
    def id(self) -> str: ...


Part = TypeVar("Part", bound=Identified)


class Placed(NamedTuple):
    """The file a part stands in and its place in the section."""

    file: Gathered
    position: int


def parts(section: str, of_files: Sequence[tuple[Gathered, Sequence[Part]]], problems: Problems) -> Iterator[tuple[Placed, Part]]:
    """Each part with its place; a second one of the same id is reported."""
    seen: set[str] = set()
    for file, found in of_files:
        for index, part in enumerate(found):
            if part.id in seen:
                problems.duplicate(file, part.id, (section, index, "id"))
                continue
            seen.add(part.id)
            yield Placed(file, index), part
