"""Cells to the values of fields, column by column; a cell that is not what its column holds is left out and counted."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from channelfit.intake.columns import Column
from channelfit.intake.days import Order, day_of, order_of
from channelfit.intake.lexicon import PLACEHOLDER, SAMPLED_ON, Lexicon
from channelfit.intake.model import NotUnderstood, Value
from channelfit.intake.numbers import number_of, style_of
from channelfit.intake.table import Cell, Notice, Row, shown
from channelfit.intake.unfold import HANDLE, URL
from channelfit.rulebook.checks import Field
from channelfit.rulebook.intake import Days
from channelfit.rulebook.model import Rulebook
from channelfit.rulebook.synonyms import audience_synonyms, goal_synonyms
from channelfit.source.limits import STRING_BYTES
from channelfit.source.nearest import fold

LANGUAGE = "language"
CLAIMED = (URL, HANDLE)
NOTHING: tuple[object, ...] = (None, "", [], ())
LONGEST = STRING_BYTES // 4  # characters that are within the bound in any script
_BETWEEN = re.compile(r"\s*[;|\n]\s*|\s*,\s+|,")
YES, NO = "yes", "no"
Convert = Callable[[Cell], Value | None]


class FactReader:
    """Reads the facts of rows. Built for one table, whose columns prove how their dates and numbers are written."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Row], lexicon: Lexicon, rulebook: Rulebook, days: Days | None = None) -> None:
        self._lexicon = lexicon
        self._days = days
        words = lexicon.intake.words
        self._answers = dict.fromkeys(words.get(YES, ()), True) | dict.fromkeys(words.get(NO, ()), False)
        self._goals, self._audiences = goal_synonyms(rulebook), audience_synonyms(rulebook)
        self.notices: list[Notice] = []
        self._failed: dict[int, NotUnderstood] = {}
        self._converts: list[tuple[Column, Convert]] = []
        for column in columns:
            if column.label is not None or column.role in CLAIMED:
                continue  # told account by account
            convert = self._convert(column, rows)
            if convert is not None:
                self._converts.append((column, convert))

    @property
    def not_understood(self) -> list[NotUnderstood]:
        return list(self._failed.values())

    def read(self, row: Row) -> dict[str, Value]:
        """The facts of a row, and the day it was true."""
        facts: dict[str, Value] = {}
        for column, convert in self._converts:
            cell = row.cells[column.position]
            if cell in NOTHING or column.role in facts:
                continue
            text = shown(cell)
            decoded = column.legend.get(text, cell)
            if not text or (isinstance(decoded, str) and self._says_nothing(decoded, column)):
                continue
            value = convert(decoded)
            if value is None:
                self._note(column, text)
            elif value not in NOTHING:
                facts[column.role] = value
        return facts

    def constant(self, role: str, text: str) -> Value | None:
        field = self._lexicon.fields[role]
        return self._by_kind(field, [text])(text)

    def _says_nothing(self, text: str, column: Column) -> bool:
        """A placeholder; where yes and no are answers, they are not."""
        if self._lexicon.meaning(text) != PLACEHOLDER:
            return False
        field = self._lexicon.fields.get(column.role)
        answers = field is not None and field.kind in ("boolean", "choice", "number")
        return not answers or (fold(text) not in self._answers and not fold(text).isdecimal())

    def _note(self, column: Column, text: str) -> None:
        known = self._failed.get(column.position)
        if known is None:
            self._failed[column.position] = NotUnderstood(column.heading, column.role, 1, text[:100])
        else:
            known.cells += 1

    def _convert(self, column: Column, rows: Sequence[Row]) -> Convert | None:
        cells = [row.cells[column.position] for row in rows]
        if column.role == SAMPLED_ON:
            return self._date(column.heading, cells)
        field = self._lexicon.fields.get(column.role)
        if field is None or field.kind == "channel":
            return None
        return self._date(column.heading, cells) if field.kind == "date" else self._by_kind(field, cells)

    def _by_kind(self, field: Field, cells: Sequence[Cell]) -> Convert:
        if field.kind == "number":
            return partial(number_of, style=style_of(cells))
        if field.kind == "choice":
            return _chooser(field, self._answers)
        if field.id == LANGUAGE:
            return self._language
        converts: dict[str, Convert] = {
            "boolean": self._boolean,
            "list": _listed,
            "audiences": self._audience,
            "goal": self._goal,
            "date": partial(day_of, order=Order(None)),
        }
        return converts.get(field.kind, _text)

    def _audience(self, cell: Cell) -> tuple[str, ...] | None:
        """Ids where the words are known, and as they are written where they are not."""
        texts = _listed(cell)
        return None if texts is None else tuple(dict.fromkeys(self._audiences.get(fold(text), text) for text in texts))

    def _goal(self, cell: Cell) -> str | None:
        text = _text(cell)
        return None if text is None else self._goals.get(fold(text), text)

    def _language(self, cell: Cell) -> str | None:
        text = _text(cell)
        return None if text is None else self._lexicon.intake.languages.get(fold(text), text)

    def _boolean(self, cell: Cell) -> bool | None:
        return cell if isinstance(cell, bool) else self._answers.get(fold(shown(cell)))

    def _date(self, heading: str, cells: Sequence[Cell]) -> Convert | None:
        order = Order(self._days) if self._days is not None else order_of(cells)
        if order.days is None and order.open:
            example = next(shown(cell) for cell in cells if shown(cell))
            self.notices.append(Notice("dates-ambiguous", {"column": heading, "example": example[:40]}))
            return None
        return lambda cell: day_of(cell, order)


def _text(cell: Cell) -> str | None:
    text = " ".join(shown(cell).split())
    return text if len(text) <= LONGEST else None


def _listed(cell: Cell) -> tuple[str, ...] | None:
    items = cell if isinstance(cell, list) else _BETWEEN.split(shown(cell))
    texts = [text for item in items if (text := _text(item))]
    return tuple(dict.fromkeys(texts)) if all(len(text) <= LONGEST for text in texts) else None


def _chooser(field: Field, spoken: Mapping[str, bool]) -> Convert:
    """The option that a word stands for, in any language."""
    words: dict[str, str] = {}
    for option in field.options:
        for word in (option.id, option.label.fr, option.label.en, *option.words):
            words.setdefault(fold(word.replace("_", " ")), option.id)
    answers = {True: words.get(YES), False: words.get(NO)}

    def choose(cell: Cell) -> str | None:
        word = fold(shown(cell).replace("_", " "))
        return words.get(word) or (answers[spoken[word]] if word in spoken else None)

    return choose


def day_in(facts: dict[str, Value]) -> date | None:
    """Takes the day of the sample out of the facts."""
    day = facts.pop(SAMPLED_ON, None)
    return day if isinstance(day, date) else None
