"""Secrets in a file: found wherever they stand, the user's own keys included, and kept out of all that is said of it."""

from collections.abc import Iterator

from msgspec.structs import replace

from channelfit.source.place import Param, Place, Problem, Span
from channelfit.source.secrets import MASK, names_secret
from channelfit.source.tree import Document, Mapping, Node, Scalar, Sequence, shortened

CONTAINED = 4  # characters from which on a secret is looked for inside other texts


class Secrets:
    """What stands under keys that could hold a secret."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._keys: list[Scalar] = []
        self._values: list[Scalar] = []
        self._find(document.root)

    def problems(self) -> list[Problem]:
        """Each such key is a problem."""
        return [Problem("secret-key", self._document.place(key.span), {"found": shortened(key.text)}) for key in self._keys]

    def hide(self, problem: Problem) -> Problem:
        """The problem without a secret in what it shows or says."""
        if not self._values:
            return problem
        place = None if problem.place is None else self._masked(problem.place)
        return replace(problem, place=place, params={name: self._without(value) for name, value in problem.params.items()})

    def _find(self, root: Node) -> None:
        waiting = [root]
        while waiting:
            node = waiting.pop()
            if isinstance(node, Sequence):
                waiting += node.items
            elif isinstance(node, Mapping):
                for entry in node:
                    if names_secret(entry.key.text):
                        self._keys.append(entry.key)
                        self._values += _scalars(entry.value)
                    else:
                        waiting.append(entry.value)

    def _masked(self, place: Place) -> Place:
        """From the first secret on, nothing of the line."""
        hidden = [column for value in self._values if (column := _begins(value.span, place.span.line)) is not None]
        return place if not hidden else replace(place, text=f"{place.text[: min(hidden)]}{MASK}")

    def _without(self, param: Param) -> Param:
        """Texts that quote a file may quote a secret, which an alias carries anywhere."""
        if not isinstance(param, str):
            return param
        for value in self._values:
            text = value.text
            if text and (param == shortened(text) or (len(text) >= CONTAINED and text in param)):
                return MASK
        return param


def _scalars(root: Node) -> Iterator[Scalar]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            yield node
        else:
            waiting += node.items if isinstance(node, Sequence) else [part for entry in node for part in (entry.key, entry.value)]


def _begins(span: Span, line: int) -> int | None:
    """How many characters of a line stand before a secret; None where nothing of it stands on that line."""
    if span.line == line:
        return span.column - 1
    return 0 if span.line < line <= span.end_line and (line < span.end_line or span.end_column > 1) else None
