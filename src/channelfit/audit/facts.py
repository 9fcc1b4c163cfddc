"""The facts of one subject: what is declared, what surrounds it, and what is derived when it is asked for."""

from collections.abc import Iterable, Mapping
from typing import Any

from channelfit.audit.derive import Context, derive
from channelfit.audit.derive.lists import ACCOUNTS, OVER_ITEMS, UNSERVED, items_of
from channelfit.conditions.holds import subjects
from channelfit.conditions.model import Known
from channelfit.rulebook.checks import Derived

Derivations = Mapping[str, Derived]
NOTHING: dict[str, Known] = {}


class Facts:
    """Facts by name. `around` holds what is true of every subject of a kind, such as the organisation."""

    __slots__ = ("_around", "_context", "_derivations", "_seen", "given")

    def __init__(self, given: Mapping[str, Known], derivations: Derivations, context: Context, around: Mapping[str, Known] = NOTHING) -> None:
        self.given = given
        self._around = around
        self._derivations = derivations
        self._context = context
        self._seen: dict[str, Known | None] = {}

    def get(self, name: str, /) -> Known | None:
        value = self.given.get(name)
        if value is not None:
            return value
        if name in self._seen:
            return self._seen[name]
        derived = self._derivations.get(name)
        value = self._around.get(name) if derived is None else derive(derived, self, self._context)
        self._seen[name] = value
        return value

    def missing(self, names: Iterable[str]) -> Iterable[str]:
        """The declared fields behind names that are unknown."""
        for name in names:
            derived = self._derivations.get(name)
            yield from (name,) if derived is None else self._behind(derived)

    def _behind(self, derived: Derived) -> Iterable[str]:
        """The fields a derived fact waits for: its operands, or fields of the items it counts."""
        listed, *fields = derived.operands
        if derived.how not in OVER_ITEMS:
            yield from self.missing(operand for operand in derived.operands if self.get(operand) is None)
            return
        items = items_of(derived, self, self._context)
        if items is None or (derived.how == UNSERVED and self.get(listed) is None):
            yield from self.missing([listed])
            return
        yield from self.missing(name for name in derived.same if self.get(name) is None)
        asked = (*(() if derived.where is None else subjects(derived.where)), *fields, *derived.same)
        yield from (f"{ACCOUNTS if derived.how == UNSERVED else listed}.{name}" for name in asked if any(item.get(name) is None for item in items))


class PairFacts:
    """The facts of two accounts side by side: `one.…`, `other.…`, and what is derived from both."""

    def __init__(self, one: Facts, other: Facts, derivations: Derivations, context: Context, around: Mapping[str, Known]) -> None:
        self._sides = {"one": one, "other": other}
        self._derivations = derivations
        self._context = context
        self._around = around

    def get(self, name: str, /) -> Known | None:
        side, _, rest = name.partition(".")
        if side in self._sides:
            return self._sides[side].get(rest)
        derived = self._derivations.get(name)
        return self._around.get(name) if derived is None else derive(derived, self, self._context)

    def missing(self, names: Iterable[str]) -> Iterable[str]:
        for name in names:
            side, _, rest = name.partition(".")
            if side in self._sides:
                yield from self._sides[side].missing([rest])
            elif name in self._derivations:
                listed, *field = self._derivations[name].operands
                if any(facts.get(listed) is None for facts in self._sides.values()):
                    yield listed
                else:
                    yield from (f"{listed}.{rest}" for rest in field)
            else:
                yield name


class ItemFacts:
    """The facts of one item of a list, as `item.…`, over those of the subject it stands in."""

    def __init__(self, item: Mapping[str, Known], derivations: Derivations, subject: Any, context: Context) -> None:
        self._item = Facts(item, derivations, context)
        self._subject = subject

    def get(self, name: str, /) -> Known | None:
        side, _, rest = name.partition(".")
        return self._item.get(rest) if side == "item" else self._subject.get(name)

    def missing(self, names: Iterable[str]) -> Iterable[str]:
        for name in names:
            side, _, rest = name.partition(".")
            yield from self._item.missing([rest]) if side == "item" else self._subject.missing([name])
