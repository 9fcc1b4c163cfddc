"""The territory of a brief or of a survey: its people by age, written there or kept in a census table beside it."""

from collections.abc import Mapping as MappingType
from itertools import pairwise
from pathlib import Path

from channelfit.presence.model import Stratum, Territory
from channelfit.rulebook.model import Method
from channelfit.source.place import Unusable
from channelfit.source.reader import Reader, is_empty
from channelfit.source.tree import Entry, Mapping, Node
from channelfit.territory.bands import band_of, written

WRITTEN, CENSUS, PLACE = "population_by_age", "census", "place"
KEYS = (WRITTEN, CENSUS, PLACE)


class TerritoryReader:
    """Reads into the problems of the file it stands in. `folder` is where that file is: a census path starts there."""

    def __init__(self, reader: Reader, method: Method, folder: Path) -> None:
        self._reader = reader
        self._method = method
        self._folder = folder

    def read(self, node: Node) -> Territory | None:
        found = {key: entry for key, entry in self._reader.fields(node, KEYS).items() if not is_empty(entry.value)}
        if WRITTEN in found and CENSUS in found:
            self._reader.report("territory-twice", found[CENSUS].key.span)
        elif CENSUS in found:
            return self._census(found)
        elif PLACE in found:
            self._reader.report("territory-without-census", found[PLACE].key.span)
        return self._table(found[WRITTEN].value) if WRITTEN in found else None

    def _census(self, found: MappingType[str, Entry]) -> Territory | None:
        from channelfit.territory.census import read_census

        file, place = found[CENSUS].value, found.get(PLACE)
        path = self._reader.text(file)
        name = None if place is None else self._reader.words(place.value)
        if path is None or (place is not None and name is None):
            return None
        if not (self._folder / path).is_file():
            self._reader.report("census-missing", file.span, found=path)
            return None
        asked = self._reader.place(file if place is None else place.value)
        try:
            return read_census(str(self._folder / path), self._method.survey.census, name, asked)
        except Unusable as unusable:
            self._reader.problems += unusable.problems
            return None

    def _table(self, table: Node) -> Territory | None:
        if not isinstance(table, Mapping):
            self._reader.wrong(table, "ages")
            return None
        strata = tuple(stratum for entry in table if (stratum := self._stratum(entry)) is not None)
        if len(strata) < len(table.entries):
            return None
        if not any(stratum.count for stratum in strata):
            self._reader.report("all-weights-zero", table.span, key=WRITTEN)
            return None
        self._check_apart(table, strata)
        return strata

    def _check_apart(self, table: Mapping, strata: Territory) -> None:
        """Nobody is counted twice: bands do not overlap."""
        for (_, last), (entry, stratum) in pairwise(sorted(zip(table, strata, strict=False), key=lambda pair: pair[1].ages[0])):
            if last.ages[1] is None or last.ages[1] >= stratum.ages[0]:
                self._reader.report("ages-overlap", entry.key.span, found=entry.key.text, other=written(last.ages))

    def _stratum(self, entry: Entry) -> Stratum | None:
        count = self._reader.number(entry.value, at_least=0)
        band = band_of(entry.key.text)
        if band is None:
            self._reader.wrong(entry.key, "age-band")
            return None
        return None if count is None else Stratum(band, float(count))
