"""A brief from its YAML, checked against the vocabulary of the rulebook; every problem in one run."""

from collections.abc import Callable
from collections.abc import Mapping as MappingType
from functools import partial
from pathlib import Path
from typing import TypeAlias

from channelfit.advice.brief import Brief, Decision
from channelfit.advice.read_facts import read_fact
from channelfit.conditions.model import FactValue
from channelfit.presence.model import Territory
from channelfit.rulebook.model import Rulebook
from channelfit.rulebook.synonyms import audience_synonyms, channel_synonyms, goal_synonyms
from channelfit.source.data import OWN_KEYS
from channelfit.source.reader import Reader, is_empty
from channelfit.source.tree import Document, Entry, Mapping, Node

Known: TypeAlias = MappingType[str, object]
Meanings: TypeAlias = Callable[[], MappingType[str, str]]
KEYS = ("title", "goals", "audiences", "facts", "territory", "consider", "as_of", "decided")


def read_brief(document: Document, rulebook: Rulebook) -> Brief:
    """The brief in a document. Raises Unusable."""
    return _BriefReader(document, rulebook).read()


def read_additions(document: Document, rulebook: Rulebook) -> Brief:
    """Facts and considered channels to lay over a brief; goals and audiences stay empty. Raises Unusable."""
    return _BriefReader(document, rulebook).read_additions()


class _BriefReader:
    def __init__(self, document: Document, rulebook: Rulebook) -> None:
        self._root = document.root
        self._name = document.name
        self._rulebook = rulebook
        self._reader = Reader(document)
        self._goals = {term.id: term for term in rulebook.goals}
        self._audiences = {term.id: term for term in rulebook.audiences}
        self._facts = {fact.id: fact for fact in rulebook.facts}
        self._channels = {sheet.id: sheet for sheet in rulebook.sheets}

    def read(self) -> Brief:
        reader = self._reader
        found = reader.fields(self._root, KEYS)
        title, as_of, territory, decided = (found.get(key) for key in ("title", "as_of", "territory", "decided"))
        brief = Brief(
            goals=self._weights("goals", "unknown-goal", found, self._goals, partial(goal_synonyms, self._rulebook)),
            audiences=self._weights("audiences", "unknown-audience", found, self._audiences, partial(audience_synonyms, self._rulebook)),
            facts=self._read_facts(found["facts"].value) if "facts" in found else {},
            territory=self._territory(territory.value) if territory and not is_empty(territory.value) else None,
            consider=self._named_channels(found["consider"].value) if "consider" in found else (),
            title=reader.text(title.value) if title and not is_empty(title.value) else None,
            as_of=reader.day(as_of.value) if as_of and not is_empty(as_of.value) else None,
            decided=self._decision(decided.value) if decided and not is_empty(decided.value) else None,
        )
        reader.finish()
        return brief

    def read_additions(self) -> Brief:
        found = self._reader.fields(self._root, KEYS)
        facts = self._read_facts(found["facts"].value) if "facts" in found else {}
        consider = self._named_channels(found["consider"].value) if "consider" in found else ()
        self._reader.finish()
        return Brief({}, {}, facts, consider=consider)

    def _weights(self, key: str, code: str, found: MappingType[str, Entry], known: Known, meanings: Meanings) -> dict[str, float]:
        if key not in found:
            if isinstance(self._root, Mapping):
                self._reader.report("missing-key", self._root.span, key=key, known=tuple(known))
            return {}
        node = found[key].value
        if is_empty(node):
            self._reader.report("empty-weights", found[key].key.span, key=key, known=tuple(known))
            return {}
        if isinstance(node, Mapping):
            return self._weighted(key, code, node, known, meanings)
        weights: dict[str, float] = {}
        for item in self._reader.items(node, "list-or-weights"):
            name = self._reader.term(code, item, known, meanings)
            if name in weights:
                self._reader.report("named-twice", item.span, found=name)
            elif name is not None:
                weights[name] = 1.0
        return weights

    def _weighted(self, key: str, code: str, node: Mapping, known: Known, meanings: Meanings) -> dict[str, float]:
        weights: dict[str, float] = {}
        entries = [entry for entry in node if not entry.key.text.startswith(OWN_KEYS)]
        for entry in entries:
            name = self._reader.term(code, entry.key, known, meanings)
            weight = self._reader.number(entry.value, at_least=0)
            if name in weights:
                self._reader.report("named-twice", entry.key.span, found=name)
            elif name is not None and weight is not None:
                weights[name] = float(weight)
        if len(weights) == len(entries) and not any(weights.values()):
            self._reader.report("all-weights-zero", node.span, key=key)
        return weights

    def _read_facts(self, node: Node) -> dict[str, FactValue]:
        if is_empty(node):
            return {}
        facts: dict[str, FactValue] = {}
        for name, entry in self._reader.fields(node, tuple(self._facts)).items():
            value = read_fact(self._reader, self._facts[name], entry.value, self._channels)
            if value is not None:
                facts[name] = value
        return facts

    def _territory(self, node: Node) -> Territory | None:
        from channelfit.territory.read import TerritoryReader

        return TerritoryReader(self._reader, self._rulebook.method, Path(self._name).parent).read(node)

    def _named_channels(self, node: Node) -> tuple[str, ...]:
        items = self._reader.items(node)
        names = (self._reader.term("unknown-channel", item, self._channels, partial(channel_synonyms, self._rulebook)) for item in items)
        return tuple(dict.fromkeys(name for name in names if name is not None))

    def _decision(self, node: Node) -> Decision:
        found = self._reader.fields(node, ("channels", "on", "because"))
        on, because = found.get("on"), found.get("because")
        if "channels" not in found and isinstance(node, Mapping):
            self._reader.report("missing-key", node.span, key="channels", known=tuple(self._channels))
        return Decision(
            self._named_channels(found["channels"].value) if "channels" in found else (),
            self._reader.day(on.value) if on and not is_empty(on.value) else None,
            self._reader.text(because.value) if because and not is_empty(because.value) else None,
        )
