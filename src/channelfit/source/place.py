"""Where something stands in a file, and what is wrong there."""

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

Param: TypeAlias = str | int | float | tuple[str, ...]


class Span(Struct, frozen=True, gc=False):
    """Lines and columns, counted from 1; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Place(Struct, frozen=True, gc=False):
    """A span of a named file, with the text of its first line."""

    file: str
    span: Span
    text: str


class Problem(Struct, frozen=True):
    """One thing that makes an input unusable. `code` names its message; the prose is rendered last."""

    code: str
    place: Place | None = None
    params: dict[str, Param] = {}

    @property
    def order(self) -> tuple[int, int]:
        """Where it stands in its file; what has no place comes first."""
        return (self.place.span.line, self.place.span.column) if self.place is not None else (0, 0)


class Unusable(Exception):
    """The input cannot be used; carries every problem found, in the order of the file, whether the rest of it was, and the exit status."""

    def __init__(self, problems: list[Problem], *, rest_done: bool = False, status: int = 2) -> None:
        super().__init__(f"{len(problems)} problem(s)")
        self.problems = problems
        self.rest_done = rest_done
        self.status = status

    def recoded(self, codes: Mapping[str, str]) -> "Unusable":
        """The same, where some problems are mended in another way than usual."""
        problems = [replace(problem, code=codes.get(problem.code, problem.code)) for problem in self.problems]
        return Unusable(problems, rest_done=self.rest_done, status=self.status)

    def at(self, place: Place | None) -> "Unusable":
        """The same, told where the input was named as far as it has no place of its own."""
        problems = [problem if problem.place is not None else replace(problem, place=place) for problem in self.problems]
        return Unusable(problems, rest_done=self.rest_done, status=self.status)
