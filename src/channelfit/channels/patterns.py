"""The patterns of addresses, taken apart. rules/channels/networks.yaml says how they are written and which one wins."""

import re
from collections.abc import Sequence
from functools import cache
from typing import TypeAlias

from msgspec import Struct

from channelfit.channels.address import Address

HANDLE, CODE, PHONE, TAB = "handle", "code", "phone", "tab"
ANY, REST = "*", "**"
_FORMS = {
    HANDLE: r"[^/\s]*\w[^/\s]*",
    CODE: r"[^/\s]+",
    "part": r"[^/\s]+",
    "id": r"\d{5,}",
    PHONE: r"\+?\d[\d .()-]{4,}",
    "server": r"[\w-]+(?:\.[\w-]+)+",
    "name": r"[^/]+",
    "url": r".+",
    ANY: r"[^/]+",
}
SAID_ONLY = ("name", ANY)  # shown, but part of no identity
NUMBERS = ("id", PHONE)
NAMING = (HANDLE, CODE, *NUMBERS)
_PIECE = re.compile(r"\{([a-z]+)\}|\(([^)]*)\)|(\*)|([^{}()*]+|.)")

WORD, MIXED, ASPECT, NUMBER, WHATEVER, END, ANYTHING = range(7)
"""How narrow a part of a pattern is, narrowest first."""

Rank: TypeAlias = tuple[tuple[int, int], ...]
Shape: TypeAlias = tuple[int | str, ...]


class Meaning(Struct, frozen=True):
    """What an address that fits stands for: an account, another address, or nothing that is an account."""

    channel: str | None = None
    names: str | None = None
    sends_to: str | None = None


class Form(Struct, frozen=True):
    """A regular expression, compiled when first tried, and what its groups catch."""

    source: str
    kinds: tuple[str, ...]

    def expression(self) -> re.Pattern[str]:
        return _expression(self.source)


class Pattern(Struct, frozen=True):
    """A pattern of paths on some host, with what it means.

    `shape` is how to write the path again: text, and numbers of what was caught. `handle_at` and `name_at` say which of what
    was caught to show as the name and to tell accounts apart by. `first` is its first part where that is a word; `parts` is
    how many it has, or at least has where it is open; `below` says that the first one is a sub-domain.
    """

    meaning: Meaning
    path: Form
    asks: tuple[tuple[str, Form], ...]
    kinds: tuple[str, ...]
    shape: Shape
    first: str | None
    parts: int
    is_open: bool
    rank: tuple[Rank, int, bool]
    below: bool
    handle_at: int | None
    name_at: tuple[int, ...]

    def caught(self, path: re.Match[str], address: Address) -> tuple[str, ...] | None:
        """What the placeholders caught in a path that fits; None where the query does not fit."""
        caught = path.groups()
        for name, form in self.asks:
            found = form.expression().fullmatch(address.asked(name) or "")
            if found is None:
                return None
            caught += found.groups()
        return caught

    def may_have(self, parts: int) -> bool:
        return parts >= self.parts if self.is_open else parts == self.parts


def pattern(written: str, meaning: Meaning, tabs: Sequence[str], *, below: bool = False) -> Pattern:
    """A pattern without its host, `/pages/*/{id}/**`, and what fitting it means."""
    path, _, fragment = written.partition("#")
    path, _, query = path.partition("?")
    parts = [part for part in path.split("/") if part]
    form, shape = _path(parts, tabs)
    asks = tuple((name, _part(value, tabs)) for name, value in _asked(query, fragment))
    kinds = (*form.kinds, *(kind for _, ask in asks for kind in ask.kinds))
    is_open = REST in parts
    rank = (_rank(parts), -len(asks), meaning.names is not None)
    handle_at = next((at for at, kind in enumerate(kinds) if kind in NAMING), None)
    name_at = tuple(at for at, kind in enumerate(kinds) if kind not in SAID_ONLY)
    return Pattern(meaning, form, asks, kinds, shape, _first(parts), len(parts) - is_open, is_open, rank, below, handle_at, name_at)


def _first(parts: list[str]) -> str | None:
    """The first part, where it is a word."""
    if not parts or _narrowness(parts[0])[0] != WORD:
        return None
    return "".join(said or text for _, said, _, text in _PIECE.findall(parts[0])).lower()


def _asked(query: str, fragment: str) -> list[tuple[str, str]]:
    asked = [(name, form) for name, _, form in (item.partition("=") for item in query.split("&")) if form]
    return [*asked, ("#", fragment)] if fragment else asked


def _path(parts: list[str], tabs: Sequence[str]) -> tuple[Form, Shape]:
    source, kinds, shape = "", list[str](), list[int | str]()
    for part in parts:
        if part == REST:
            source += "(?:/.*)?"
            continue
        piece, caught, again = _source(part, tabs, len(kinds))
        source += f"/{piece}"
        kinds += caught
        shape += ["/", *again] if again else []
    return Form(source, tuple(kinds)), tuple(shape)


def _part(part: str, tabs: Sequence[str]) -> Form:
    source, kinds, _ = _source(part, tabs, 0)
    return Form(source, tuple(kinds))


def _source(part: str, tabs: Sequence[str], groups: int) -> tuple[str, list[str], list[int | str]]:
    """One part as an expression, the kinds of its groups, and its shape."""
    source, kinds, shape = "", list[str](), list[int | str]()
    for name, said, star, text in _PIECE.findall(part):
        if name == TAB:
            source += f"(?:{'|'.join(map(re.escape, tabs))})" if tabs else "(?!)"
        elif text:
            source += re.escape(text)
            shape.append(text)
        else:
            source += f"({re.escape(said)})" if said else f"({_FORMS[name or star]})"
            shape.append(groups + len(kinds))
            kinds.append("part" if said else name or star)
    return source, kinds, shape


def _rank(parts: list[str]) -> Rank:
    end = () if parts and parts[-1] == REST else ((END, 0),)
    return (*map(_narrowness, parts), *end)


def _narrowness(part: str) -> tuple[int, int]:
    if part == REST:
        return ANYTHING, 0
    pieces = _PIECE.findall(part)
    text = sum(len(said or text) for _, said, _, text in pieces)
    if all(said or text for _, said, _, text in pieces):
        return WORD, 0
    if text:
        return MIXED, -text
    kind = pieces[0][0]
    return (ASPECT if kind == TAB else NUMBER if kind in NUMBERS else WHATEVER), 0


@cache
def _expression(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE | re.DOTALL)
