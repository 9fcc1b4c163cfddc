"""The answer in sentences, before any format: what a room is told, in which order, and on whose word."""

from msgspec import Struct

FOR, AGAINST, EQUALS, ABOUT = "+", "−", "=", "≈"


class Said(Struct, frozen=True):
    """A sentence and whom it comes from. `sign` says whether it speaks for (+) or against (−)."""

    text: str
    cite: str = ""
    sign: str = ""


class Row(Struct, frozen=True):
    """One term of a channel's score, for the full table."""

    goal: str
    audience: str
    weight: str
    presence: str
    basis: str
    fit: str
    points: str
    score: str


class Line(Struct, frozen=True):
    """One ranked channel. `verdict` is the id, for colour; `verdict_word` is read."""

    rank: int
    name: str
    score: float
    score_word: str
    verdict: str
    verdict_word: str
    reasons: tuple[Said, ...]
    presence: Said
    rows: tuple[Row, ...]
    sure: str = ""


class Group(Struct, frozen=True):
    title: str
    lines: tuple[Line, ...]
    note: str = ""
    more: str = ""


class Section(Struct, frozen=True):
    title: str
    items: tuple[Said, ...]


class SideBySide(Struct, frozen=True):
    """Two answers beside each other, in a table, and what follows from the difference."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    items: tuple[Said, ...]


class Outline(Struct, frozen=True):
    title: str
    subtitle: str
    groups: tuple[Group, ...]
    sections: tuple[Section, ...]
    columns: tuple[str, ...]
    basis: str
    next: Said
    beside: SideBySide | None = None
