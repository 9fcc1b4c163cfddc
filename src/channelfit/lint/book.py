"""What rules about rules look at: the rulebook as far as it could be linked, and the files it was written in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from msgspec import Struct

from channelfit.advice.engine import Advisor
from channelfit.conditions.model import Known
from channelfit.lint.proofs import Case, UsedBrief
from channelfit.rulebook.checks import Check, Checklist
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.gather import Gathered
from channelfit.rulebook.model import Rule, Rulebook
from channelfit.rulebook.screening import Screening, Stop
from channelfit.source.place import Place

Path = tuple[str | int, ...]
ASKED = ("questions", "stops", "alternatives", "regularisation")
LISTS = ("rules", "checks", "channels", "goals", "audiences", "facts", "derived", *ASKED, "renamed", "pilots")
TABLES = ("sources", "groups")


class Hit(Struct, frozen=True):
    """One thing to mend. `key` tells apart several of one kind about one subject."""

    lint: str
    subject: str
    place: Place
    params: Mapping[str, Known]
    key: str | None = None


class Book:
    """A rulebook with its files, its cases and the briefs beside it."""

    def __init__(self, rulebook: Rulebook, files: Sequence[Gathered], cases: Sequence[Case], briefs: Sequence[UsedBrief], day: date) -> None:
        self.rulebook = rulebook
        self.files = files
        self.cases = cases
        self.briefs = briefs
        self.day = day
        self._advisors: dict[tuple[date, str | None], Advisor] = {}

    @cached_property
    def checklist(self) -> Checklist:
        return self.rulebook.checklist()

    @cached_property
    def screening(self) -> Screening:
        return self.rulebook.screening()

    @cached_property
    def edition(self) -> Edition:
        return Edition(self.rulebook, self.day)

    def advisor(self, day: date, country: str | None) -> Advisor:
        """Who answers on a day in a country; the cases ask about few of them."""
        if (day, country) not in self._advisors:
            self._advisors[day, country] = Advisor(Edition(self.rulebook, day, country))
        return self._advisors[day, country]

    @cached_property
    def named(self) -> dict[str, Rule | Check | Stop]:
        """Rules, checks and stops by id."""
        entries: tuple[Rule | Check | Stop, ...] = (*self.rulebook.rules, *self.checklist.checks, *self.screening.stops)
        return {entry.id: entry for entry in entries}

    @cached_property
    def declared(self) -> frozenset[str]:
        """The ids of all rules, checks and stops, those that an overlay disables too."""
        return frozenset(name for section, name in self._written if section in ("rules", "checks", "stops"))

    def on_top(self, section: str, name: str) -> bool:
        """Whether an entry is the user's own; where nothing is laid on top, every one is."""
        return self._written[section, name][0].rank > 0 or not any(file.rank for file in self.files)

    def hit(self, lint: str, section: str, name: str, *path: str | int, key: str | None = None, **params: Known) -> Hit:
        """A finding on an entry of a section, or on what stands below it; an entry that is a key of its section is pointed at by its own line."""
        file, base = self._written[section, name]
        return Hit(lint, name, file.place(*base, *(path or ("id",))), params, key)

    def hit_on(self, lint: str, entry: Rule | Check | Stop, *path: str | int, key: str | None = None, **params: Known) -> Hit:
        section = "rules" if isinstance(entry, Rule) else "stops" if isinstance(entry, Stop) else "checks"
        return self.hit(lint, section, entry.id, *path, key=key, **params)

    def line(self, section: str, name: str) -> str:
        """Where an entry stands, in short."""
        file, base = self._written[section, name]
        place = file.place(*base, "id")
        return f"{place.file}:{place.span.line}"

    def parts(self, section: str) -> Iterator[tuple[str, Any]]:
        """The entries that count, as they are written: those of the topmost layer."""
        for (kind, name), (file, base) in self._written.items():
            if kind == section:
                yield name, _at(getattr(file.part, section), base[1])

    @cached_property
    def _written(self) -> dict[tuple[str, str], tuple[Gathered, Path]]:
        return {key: (file, path) for file in self.files for key, path in _entries(file)}


def _entries(file: Gathered) -> Iterable[tuple[tuple[str, str], Path]]:
    for section in LISTS:
        for index, part in enumerate(getattr(file.part, section)):
            yield (section, part.id), (section, index)
    for section in TABLES:
        for name in getattr(file.part, section):
            yield (section, name), (section, name)


def _at(section: Any, step: str | int) -> Any:
    return section[step]
