"""The people of one place by age, from a census table: a row for each age, or a column for each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from channelfit.intake.numbers import Style, number_of, style_of
from channelfit.presence.model import Stratum, Territory
from channelfit.rulebook.model import CensusHeadings
from channelfit.source.nearest import fold, nearest
from channelfit.source.place import Param, Place, Problem, Unusable
from channelfit.territory.bands import Ages, band_in, everybody, written
from channelfit.territory.table import Cell, CensusTable

Rows = list[dict[int, Cell]]
SHOWN = 12  # places that a message names


def read_census(path: str, headings: CensusHeadings, place: str | None, asked: Place) -> Territory:
    """The ages of a place. `asked` is where the place is named, or the file. Raises Unusable, every problem with its line."""
    return _Census(CensusTable(path), headings, asked).of(place)


class _Census:
    def __init__(self, table: CensusTable, known: CensusHeadings, asked: Place) -> None:
        self._table = table
        self._asked = asked
        self._code, self._name, self._ages = (self._column(names) for names in (known.code, known.name, known.ages))
        self._people = self._columns(known.people)[:1] or self._columns(known.parts)
        self._bands = {cell.number: band for cell in table.headings if (band := band_in(cell.text)) is not None}

    def of(self, place: str | None) -> Territory:
        there = list(self._table.rows())
        if not there:
            raise Unusable([self._problem("census-heading-only", self._table.start)])
        rows = self._rows_of(place, there)
        if self._ages is not None and self._people:
            return self._settled(self._down(rows))
        if self._bands:
            return self._settled(self._across(rows))
        raise Unusable([self._problem("census-columns", self._table.start, found=tuple(cell.text for cell in self._table.headings))])

    def _rows_of(self, place: str | None, rows: Rows) -> Rows:
        """The rows of the place that was named; all of them where the table knows one place only."""
        named = {number for number in (self._code, self._name) if number is not None}
        places = {self._called(row): None for row in rows} if named else {}
        if place is None:
            if len(places) > 1:
                raise Unusable([Problem("census-place-missing", self._asked, {"known": tuple(places)[:SHOWN]})])
            return rows
        found = [row for row in rows if any(number in row and fold(row[number].text) == fold(place) for number in named)]
        if not found:
            params: dict[str, Param] = {"found": place, "file": self._table.file, "nearest": nearest(place, self._words(rows, named))}
            raise Unusable([Problem("census-place-unknown", self._asked, {**params, "known": tuple(places)[:SHOWN]})])
        self._check_one(place, found)
        return found

    def _check_one(self, place: str, rows: Rows) -> None:
        """A name that several places share is told apart by their codes."""
        codes = () if self._code is None else tuple(dict.fromkeys(row[self._code].text for row in rows if self._code in row))
        if len(codes) > 1:
            raise Unusable([Problem("census-place-shared", self._asked, {"found": place, "codes": codes[:SHOWN]})])

    def _called(self, row: dict[int, Cell]) -> str:
        number = self._name if self._name is not None else self._code
        return row[number].text if number is not None and number in row else ""

    def _words(self, rows: Rows, named: Iterable[int]) -> set[str]:
        return {row[number].text for row in rows for number in named if number in row}

    def _down(self, rows: Rows) -> Iterator[tuple[Ages, Cell, float | Problem]]:
        """A row for each age, its people in one column or in two."""
        assert self._ages is not None
        styles = {number: _style(rows, number) for number in self._people}
        for row in rows:
            age = row.get(self._ages)
            if age is None or everybody(age.text):
                continue
            band = band_in(age.text)
            for number in self._people:
                cell = row.get(number, Cell("", age.line, number))
                yield band or (0, 0), age, self._count(cell, styles[number]) if band else self._problem("census-age", age, found=age.text)

    def _across(self, rows: Rows) -> Iterator[tuple[Ages, Cell, float | Problem]]:
        """A column for each age, of which rows of one place add up."""
        headings = {cell.number: cell for cell in self._table.headings}
        for row in rows:
            for number, band in self._bands.items():
                cell = row.get(number, Cell("", next(iter(row.values())).line, number))
                yield band, headings[number], self._count(cell, _style(rows, number))

    def _count(self, cell: Cell, style: Style) -> float | Problem:
        found = number_of(cell.text, style)
        return self._problem("census-people", cell, found=cell.text) if found is None else float(found)

    def _settled(self, counts: Iterable[tuple[Ages, Cell, float | Problem]]) -> Territory:
        """The bands in order of age, nobody counted twice."""
        people: defaultdict[Ages, float] = defaultdict(float)
        first: dict[Ages, Cell] = {}
        problems: list[Problem] = []
        for band, cell, count in counts:
            if isinstance(count, Problem):
                problems.append(count)
            else:
                people[band] += count
                first.setdefault(band, cell)
        problems += self._overlaps(first)
        if not problems and not any(people.values()):
            problems.append(Problem("census-empty", self._asked, {"file": self._table.file}))
        if problems:
            raise Unusable(_once(problems))
        return tuple(Stratum(band, people[band]) for band in sorted(people, key=lambda band: band[0]))

    def _overlaps(self, bands: dict[Ages, Cell]) -> Iterator[Problem]:
        last: Ages | None = None
        for band in sorted(bands, key=lambda band: (band[0], band[1] is None, band[1] or 0)):
            if last is not None and (last[1] is None or last[1] >= band[0]):
                yield self._problem("ages-overlap", bands[band], found=written(band), other=written(last))
            last = band

    def _column(self, names: Iterable[str]) -> int | None:
        return next(iter(self._columns(names)), None)

    def _columns(self, names: Iterable[str]) -> list[int]:
        """The columns so called, the usual names first."""
        by_name = {fold(cell.text): cell.number for cell in reversed(self._table.headings)}
        return [by_name[fold(name)] for name in names if fold(name) in by_name]

    def _problem(self, code: str, cell: Cell, **params: Param) -> Problem:
        return Problem(code, self._table.place(cell), params)


def _style(rows: Rows, number: int) -> Style:
    return style_of(row[number].text for row in rows if number in row)


def _once(problems: list[Problem]) -> list[Problem]:
    seen: dict[tuple[str, tuple[int, int]], Problem] = {}
    for problem in problems:
        seen.setdefault((problem.code, problem.order), problem)
    return sorted(seen.values(), key=lambda problem: problem.order)
