"""A survey from its YAML, checked against the vocabulary of the rulebook; every problem in one run."""

from collections.abc import Callable, Collection
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from channelfit.rulebook.model import Rulebook
from channelfit.rulebook.synonyms import audience_synonyms
from channelfit.source.countries import CODES, meant
from channelfit.source.reader import Reader, is_empty
from channelfit.source.tree import Document, Entry, Mapping, Node, Scalar
from channelfit.survey.model import Group, Survey
from channelfit.survey.read_groups import GroupReader
from channelfit.survey.reject import Asked, reject
from channelfit.territory.read import TerritoryReader

REQUIRED = ("title", "publisher", "asked_on", "country", "place", "mode", "period", "answers")
KEYS = (*REQUIRED, "question", "base", "population", "territory", "comparability", "online_survey_accepted", "as_of")
EXAMPLES = {
    "title": "title: Habits survey",
    "publisher": "publisher: Town of Saint-Aubin",
    "asked_on": "asked_on: 2026-09-12",
    "country": "country: FR",
    "place": "place: Saint-Aubin",
    "mode": "mode: paper",
    "period": "period: monthly",
    "answers": "answers: [{ages: 15-24, asked: 62, channels: {newsletter: 12}}]",
}


class Span(NamedTuple):
    first: date
    last: date


def read_survey(document: Document, rulebook: Rulebook, as_of: Callable[[date | None], date]) -> Survey:
    """The survey in a document. `as_of` settles the day, given the file's own. Raises Unusable."""
    return _SurveyReader(document, rulebook, as_of).read()


class _SurveyReader:
    def __init__(self, document: Document, rulebook: Rulebook, as_of: Callable[[date | None], date]) -> None:
        self._root = document.root
        self._folder = Path(document.name).parent
        self._rulebook = rulebook
        self._as_of = as_of
        self._method = rulebook.method
        self._reader = Reader(document)
        self._found: dict[str, Entry] = {}

    def read(self) -> Survey:
        reader = self._reader
        fields = reader.fields(self._root, KEYS)
        self._found = {key: entry for key, entry in fields.items() if not is_empty(entry.value)}
        self._check_complete()
        survey = self._survey()
        reject(Asked(survey, self._found), reader, self._rulebook)
        reader.finish()
        return survey

    def _check_complete(self) -> None:
        if isinstance(self._root, Mapping):
            for key in REQUIRED:
                if key not in self._found:
                    self._reader.report("survey-key", self._root.span, key=key, example=EXAMPLES[key])

    def _survey(self) -> Survey:
        days = self._days()
        day = self._node("as_of")
        territory = self._node("territory")
        return Survey(
            title=self._text("title"),
            publisher=self._text("publisher"),
            first_day=days.first,
            last_day=days.last,
            country=self._country(),
            place=self._text("place"),
            mode=self._option("mode", self._method.survey.modes),
            period=self._option("period", tuple(dict.fromkeys(name for kind in self._method.periods.values() for name in kind))),
            base=self._option("base", tuple(self._method.bases)) or next(iter(self._method.bases)),
            population=self._population(),
            groups=self._groups(),
            question=self._text("question") or None,
            territory=TerritoryReader(self._reader, self._method, self._folder).read(territory) if territory is not None else None,
            comparable=self._comparable(),
            online_because=self._accepted(),
            as_of=self._as_of(self._reader.day(day) if day is not None else None),
        )

    def _node(self, key: str) -> Node | None:
        return self._found[key].value if key in self._found else None

    def _text(self, key: str) -> str:
        node = self._node(key)
        return "" if node is None else self._reader.words(node) or ""

    def _option(self, key: str, known: Collection[str]) -> str:
        node = self._node(key)
        if node is None:
            return ""
        if not isinstance(node, Scalar):
            self._reader.wrong(node, "text")
        elif node.text not in known:
            self._reader.unknown("unknown-option", node, known)
        else:
            return node.text
        return ""

    def _country(self) -> str:
        node = self._node("country")
        if node is None:
            return ""
        if not isinstance(node, Scalar) or node.text not in CODES:
            self._reader.wrong(node, "country", nearest=meant(node.text) if isinstance(node, Scalar) else ())
            return ""
        return node.text

    def _days(self) -> Span:
        """One day, or the first and the last."""
        node = self._node("asked_on")
        if not isinstance(node, Mapping):
            day = None if node is None else self._reader.day(node)
            return Span(day or date.min, day or date.min)
        found = self._reader.fields(node, ("from", "to"))
        for key in ("from", "to"):
            if key not in found:
                self._reader.report("survey-key", node.span, key=key, example="asked_on: {from: 2026-09-01, to: 2026-09-30}")
        first, last = (self._reader.day(found[key].value) if key in found else None for key in ("from", "to"))
        if first is not None and last is not None and last < first:
            self._reader.report("days-backwards", found["to"].value.span, first=first.isoformat(), last=last.isoformat())
        return Span(first or date.min, last or date.min)

    def _population(self) -> str:
        node = self._node("population")
        everybody = next(term.id for term in self._rulebook.audiences if term.surveyed_ages is not None)
        if node is None:
            return everybody
        known = {term.id: term for term in self._rulebook.audiences}
        return self._reader.term("unknown-audience", node, known, partial(audience_synonyms, self._rulebook)) or everybody

    def _groups(self) -> tuple[Group, ...]:
        node = self._node("answers")
        return () if node is None else GroupReader(self._reader, self._rulebook).groups(node)

    def _comparable(self) -> dict[str, float]:
        """How far each source of national figures asked the same, 0 to 1."""
        node = self._node("comparability")
        if node is None:
            return {}
        known = {row.source for row in self._rulebook.evidence if row.counted is None}
        found = self._reader.fields(node, sorted(known))
        return {name: self._degree(entry.value) for name, entry in found.items()}

    def _degree(self, node: Node) -> float:
        degree = self._reader.number(node, at_least=0)
        if degree is not None and degree > 1:
            self._reader.report("number-too-large", node.span, found=degree, at_most=1)
        return 0.0 if degree is None else float(degree)

    def _accepted(self) -> str | None:
        entry = self._found.get("online_survey_accepted")
        if entry is None:
            return None
        found = self._reader.fields(entry.value, ("because",))
        if "because" in found:
            return self._reader.text(found["because"].value)
        if isinstance(entry.value, Mapping):
            self._reader.report("survey-key", entry.value.span, key="because", example="online_survey_accepted: {because: the paper forms were lost}")
        return None
