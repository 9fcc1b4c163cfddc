"""Collects what is wrong while documents are linked."""

from collections.abc import Iterable

from channelfit.rulebook.gather import Gathered
from channelfit.source.nearest import nearest
from channelfit.source.place import Problem


class Problems:
    """The problems found so far, each placed in the file at hand."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def add(self, file: Gathered, problem: Problem, path: tuple[str | int, ...]) -> None:
        self.found.append(Problem(problem.code, file.place(*path), problem.params))

    def unknown(self, file: Gathered, code: str, name: str, known: Iterable[str], path: tuple[str | int, ...]) -> None:
        self.add(file, Problem(code, params={"found": name, "nearest": nearest(name, known)}), path)

    def duplicate(self, file: Gathered, name: str, path: tuple[str | int, ...]) -> None:
        self.add(file, Problem("duplicate-id", params={"found": name}), path)
