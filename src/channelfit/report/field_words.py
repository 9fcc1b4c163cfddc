"""Fields of an inventory and derived facts by the labels that the rulebook gives them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from channelfit.rulebook.checks import Checklist, FieldOption
from channelfit.rulebook.link.names import ACCOUNT, FILE, ITEM, ORGANISATION, PAIR, REQUEST, SHEET, UNDECLARED
from channelfit.rulebook.text import Text
from channelfit.words import Words
from channelfit.words.safe import plain_line

SIDES: Mapping[str, str] = {ORGANISATION: ORGANISATION, "one": ACCOUNT, "other": ACCOUNT, SHEET: SHEET}
EVERYWHERE = (ACCOUNT, ORGANISATION, "person", PAIR, UNDECLARED, FILE, REQUEST)


class Named(Struct, frozen=True):
    """Something with a label; `entry` is what a list of records holds."""

    label: Text
    options: tuple[FieldOption, ...] = ()
    entry: str | None = None
    side: str = ""


class FieldWords:
    """Labels in one language, of names as conditions and counts write them."""

    def __init__(self, checklist: Checklist, words: Words) -> None:
        self._words = words
        self._by: defaultdict[str, dict[str, Named]] = defaultdict(dict)
        for field in checklist.fields:
            self._by[field.of][field.id] = Named(field.label, field.options, field.entry)
        for fact in checklist.derived:
            self._by[fact.of][fact.id] = Named(fact.label)

    def label(self, name: str, scope: str | None = None, entry: str | None = None) -> str:
        """The label of a name; one nobody declared stands for itself."""
        named = self.find(name, scope, entry)
        if named is None:
            return plain_line(name)
        label = named.label.in_(self._words.lang)
        return self._words.say(f"field.{named.side}", label=label) if named.side else self._in_list(name, label)

    def find(self, name: str, scope: str | None = None, entry: str | None = None) -> Named | None:
        """What a name stands for in a scope, or anywhere."""
        return self._direct(name, (scope, FILE) if scope else EVERYWHERE) or self._aside(name, entry) or self._listed(name) or self._anywhere(name)

    def _direct(self, name: str, scopes: Iterable[str]) -> Named | None:
        return next((self._by[of][name] for of in scopes if name in self._by[of]), None)

    def _aside(self, name: str, entry: str | None) -> Named | None:
        """A name with the prefix of what surrounds the subject."""
        side, _, rest = name.partition(".")
        if side == ITEM and entry:
            return self._by[entry].get(rest)
        found = self._by[SIDES[side]].get(rest) if side in SIDES else None
        return None if found is None else Named(found.label, found.options, found.entry, side)

    def _listed(self, name: str) -> Named | None:
        """A field of the records of a list, named through it."""
        for holder, rest in self._holders(name):
            if holder.entry and rest in self._by[holder.entry]:
                return self._by[holder.entry][rest]
        return None

    def _anywhere(self, name: str) -> Named | None:
        return self._direct(name.removeprefix(f"{ITEM}."), tuple(self._by))

    def _holders(self, name: str) -> Iterable[tuple[Named, str]]:
        parts = name.split(".")
        for cut in range(1, len(parts)):
            holder = self._direct(".".join(parts[:cut]), EVERYWHERE)
            if holder is not None:
                yield holder, ".".join(parts[cut:])

    def _in_list(self, name: str, label: str) -> str:
        holders = (holder.label.in_(self._words.lang) for holder, rest in self._holders(name) if holder.entry and rest in self._by[holder.entry])
        holder = next(holders, None)
        return label if holder is None else self._words.say("field.listed", label=label, list=holder)
