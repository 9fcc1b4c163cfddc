"""Values of a pilot file, each in its kind; None where there is none or a problem was reported."""

from collections.abc import Mapping as MappingType

from channelfit.rulebook.text import Text
from channelfit.source.reader import Reader, is_empty
from channelfit.source.tree import Entry, Mapping, Node

Entries = MappingType[str, Entry]


class Fields:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def text(self, node: Node) -> Text | None:
        """A text in both languages, or one that serves both."""
        if not isinstance(node, Mapping):
            single = self._reader.text(node)
            return None if single is None else Text(single, single)
        found = self._reader.fields(node, ("fr", "en"))
        texts = [self._reader.text(entry.value) for entry in (found.get("fr") or found.get("en"), found.get("en") or found.get("fr")) if entry]
        return Text(texts[0], texts[1]) if len(texts) > 1 and texts[0] and texts[1] else None

    def word(self, entries: Entries, name: str) -> str | None:
        return None if name not in entries or is_empty(entries[name].value) else self._reader.text(entries[name].value)

    def whole(self, entries: Entries, name: str) -> int | None:
        """A whole number, not negative; 10.0 is one, as the seal has it."""
        if name not in entries:
            return None
        value = self._reader.number(entries[name].value, 0)
        if value is not None and value != int(value):
            self._reader.wrong(entries[name].value, "whole")
            return None
        return None if value is None else int(value)

    def maybe(self, entries: Entries, name: str) -> float | None:
        return None if name not in entries or is_empty(entries[name].value) else self._reader.number(entries[name].value, 0)

    def share(self, entries: Entries, name: str) -> float | None:
        """A share above 0 and below 1."""
        value = self.maybe(entries, name)
        if value is not None and not 0 < value < 1:
            self._reader.wrong(entries[name].value, "share")
            return None
        return value

    def pair(self, entries: Entries, name: str) -> tuple[float, float] | None:
        """Two numbers above 0."""
        if name not in entries:
            return None
        values = [self._reader.number(item, 0) for item in self._reader.items(entries[name].value)]
        if len(values) == 2 and values[0] and values[1]:
            return float(values[0]), float(values[1])
        self._reader.wrong(entries[name].value, "prior")
        return None
