"""Reads typed values from nodes and collects every problem on the way, each with its place."""

import re
from collections.abc import Callable, Collection
from collections.abc import Mapping as MappingType
from datetime import date

from channelfit.source.data import OWN_KEYS
from channelfit.source.limits import PROBLEMS_SHOWN
from channelfit.source.nearest import fold, nearest_meaning
from channelfit.source.place import Param, Place, Problem, Span, Unusable
from channelfit.source.scalars import OutOfRange, Value, is_nothing, resolve
from channelfit.source.tree import Document, Entry, Mapping, Node, Scalar, Sequence, shortened

SPOKEN_BOOLEANS = {"yes": True, "oui": True, "no": False, "non": False}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Reader:
    """Every method returns None where it reported a problem, so that reading goes on to the next."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.problems: list[Problem] = list(document.problems)
        self._settled = {problem.place.span for problem in document.problems if problem.place is not None}

    def finish(self) -> None:
        """Raises Unusable when anything was reported, in the order of the file."""
        if self.problems:
            raise Unusable(sorted(self.problems, key=lambda problem: problem.order))

    def report(self, code: str, span: Span, **params: Param) -> None:
        """A problem, unless what stands there was already found unreadable."""
        if span not in self._settled:
            self.problems.append(Problem(code, self._document.place(span), params))

    def place(self, node: Node) -> Place:
        return self._document.place(node.span)

    def wrong(self, node: Node, expected: str, **params: Param) -> None:
        """A value of another kind than expected; `expected` names the kind."""
        self.report(_wrong_code(node), node.span, expected=expected, found=shown(node), **params)

    def fields(self, node: Node, known: Collection[str]) -> dict[str, Entry]:
        """The entries of a mapping by key; unknown keys are problems, the user's own are left alone."""
        if not isinstance(node, Mapping):
            self.wrong(node, "mapping", keys=tuple(known))
            return {}
        seen: set[str] = set()
        for entry in node:
            if entry.key.text in seen:
                self.report("named-twice", entry.key.span, found=shown(entry.key))
            seen.add(entry.key.text)
            if entry.key.text not in known and not entry.key.text.startswith(OWN_KEYS):
                self.unknown("unknown-key", entry.key, known)
        return {entry.key.text: entry for entry in node if entry.key.text in known}

    def unknown(self, code: str, node: Scalar, known: Collection[str]) -> None:
        self.report(code, node.span, found=shown(node), nearest=self._nearest(node, lambda: {fold(name): name for name in known}), known=tuple(known))

    def items(self, node: Node, expected: str = "list") -> tuple[Node, ...]:
        """The items of a list; a key written with nothing is an empty one."""
        if isinstance(node, Sequence):
            return node.items
        if not is_empty(node):
            self.wrong(node, expected)
        return ()

    def text(self, node: Node) -> str | None:
        value = self.value(node)
        if isinstance(value, str) and value:
            return value
        self.wrong(node, "text")
        return None

    def words(self, node: Node) -> str | None:
        """A text in which a number is taken for its digits, such as a code."""
        if isinstance(node, Scalar) and not is_empty(node):
            return node.text
        self.wrong(node, "text")
        return None

    def number(self, node: Node, at_least: float | None = None) -> float | None:
        value = self.value(node)
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.wrong(node, "number")
        elif at_least is not None and value < at_least:
            self.report("number-too-small", node.span, found=shown(node), at_least=at_least)
        else:
            return value
        return None

    def boolean(self, node: Node) -> bool | None:
        value = self.value(node)
        if isinstance(value, str):
            value = SPOKEN_BOOLEANS.get(value.lower())
        if isinstance(value, bool):
            return value
        self.wrong(node, "boolean")
        return None

    def day(self, node: Node) -> date | None:
        day = parse_day(node.text) if isinstance(node, Scalar) else None
        if day is None:
            self.wrong(node, "date")
        return day

    def term(self, code: str, node: Node, known: MappingType[str, object], meanings: Callable[[], MappingType[str, str]]) -> str | None:
        """An id of the vocabulary. `meanings`, ids by folded word, is asked only for what to suggest."""
        if not isinstance(node, Scalar) or is_empty(node):
            self.wrong(node, "id")
        elif node.text in known:
            return node.text
        else:
            self.report(code, node.span, found=shown(node), nearest=self._nearest(node, meanings), known=tuple(known))
        return None

    def value(self, node: Node) -> Value:
        try:
            return resolve(node) if isinstance(node, Scalar) else None
        except OutOfRange:
            self.report("number-out-of-range", node.span, found=shown(node))
            self._settled.add(node.span)
            return None

    def _nearest(self, node: Scalar, meanings: Callable[[], MappingType[str, str]]) -> tuple[str, ...]:
        """Looking takes time, so it is not done for more problems than are shown."""
        return nearest_meaning(shown(node), meanings()) if len(self.problems) < PROBLEMS_SHOWN else ()


def parse_day(text: str) -> date | None:
    """A day written YYYY-MM-DD, and nothing else that resembles one."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def is_empty(node: Node) -> bool:
    """Written with nothing: declared absent."""
    if isinstance(node, Scalar):
        return is_nothing(node)
    return not (node.items if isinstance(node, Sequence) else node.entries)


def _wrong_code(node: Node) -> str:
    if is_empty(node):
        return "wrong-nothing"
    if isinstance(node, Scalar):
        return "wrong-type"
    return "wrong-list" if isinstance(node, Sequence) else "wrong-mapping"


def shown(node: Node) -> str:
    """A node in a few words, for messages."""
    if isinstance(node, Scalar):
        return shortened(node.text)
    return "[…]" if isinstance(node, Sequence) else "{…}"
