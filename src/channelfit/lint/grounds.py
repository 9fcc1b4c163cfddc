"""Whose word the rulebook rests on: sources and figures."""

from collections import defaultdict
from collections.abc import Iterator

from channelfit.lint.book import Book, Hit
from channelfit.rulebook.documents.sources import RowPart, TablePart
from channelfit.rulebook.gather import Gathered

CITING = ("rules", "checks", "track", "questions", "stops", "alternatives", "regularisation", "pilots")
Place = tuple[Gathered, int, TablePart]


def unused_source(book: Book) -> Iterator[Hit]:
    parts = [file.part for file in book.files]
    cited = {name for part in parts for section in CITING for entry in getattr(part, section) for name in entry.sources}
    cited |= {entry.source for part in parts for entries in (part.tables, part.figures) for entry in entries}
    for sheet in book.rulebook.sheets:
        grounded = (sheet.hours_per_week, sheet.minimum_age, sheet.surface_factor, *sheet.events)
        cited |= {*sheet.sources, *(part.source for part in grounded if part is not None and part.source is not None)}
    yield from (book.hit("unused-source", "sources", source.id, "title") for source in book.rulebook.sources if source.id not in cited)


def undated_source(book: Book) -> Iterator[Hit]:
    for name, part in book.parts("sources"):
        if part.year is None and part.published_on is None:
            yield book.hit("undated-source", "sources", name, "title")


def figure_without_sample(book: Book) -> Iterator[Hit]:
    for file, index, table in _tables(book):
        bare = [row.id for row in table.rows if row.n is None]
        if bare and table.sample is None:
            yield _on(file, index, "figure-without-sample", table, "rows", rows=tuple(bare))


def unlike_figures(book: Book) -> Iterator[Hit]:
    """One question has one period, and the same people asked are one base."""
    seen: dict[tuple[object, ...], str] = {}
    for file, index, table in _tables(book):
        for wording, kind in ((table.question, "period"), (table.base_wording, "base")):
            stated = getattr(table, kind)
            first = seen.setdefault((table.source, table.year, table.country, kind, wording), stated)
            if wording is not None and first != stated:
                yield _on(file, index, "unlike-figures", table, kind, wording=wording, first=first, second=stated)


def figure_twice(book: Book) -> Iterator[Hit]:
    for file, index, table in _tables(book):
        asked: defaultdict[tuple[object, ...], list[tuple[int, RowPart]]] = defaultdict(list)
        for place, row in enumerate(table.rows):
            asked[row.on, row.who, row.ages, row.group].append((place, row))
        for (_, first), *again in asked.values():
            for place, row in again:
                yield _on(file, index, "figure-twice", table, "rows", place, "id", first=first.id, second=row.id)


def figure_after_its_source(book: Book) -> Iterator[Hit]:
    years = {source.id: source.published_on.year if source.published_on else source.year for source in book.rulebook.sources}
    for file, index, table in _tables(book):
        published = years.get(table.source)
        if published is not None and table.year > published:
            yield _on(file, index, "figure-after-its-source", table, "year", year=str(table.year), published=str(published), source=table.source)


def _tables(book: Book) -> Iterator[Place]:
    for file in book.files:
        yield from ((file, index, table) for index, table in enumerate(file.part.tables))


def _on(file: Gathered, index: int, lint: str, table: TablePart, *path: str | int, **params: str | tuple[str, ...]) -> Hit:
    return Hit(lint, table.source, file.place("tables", index, *path), params, f"{file.document.name}:{index}:{path}")
