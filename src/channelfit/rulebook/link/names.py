"""What the conditions of each scope may name: its own fields, what is derived, and what surrounds it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct

from channelfit.rulebook.checks import Derived, Field, FieldOption

ACCOUNT, PAIR, PERSON, ORGANISATION, UNDECLARED, SHEET, FILE = "account", "pair", "person", "organisation", "undeclared", "channel", "file"
REQUEST: Literal["request"] = "request"  # a file that asks for an account
LIMIT = "limit"
TEXT = "text"  # what a list holds that names no records
ITEM = "item"
KINDS = {
    "names": "list", "common": "list", "unserved": "list", "outside": "list", "first": "text", "track": "text", "best_channel": "channel",
    "in_season": "boolean", "host_within": "boolean", "contains": "boolean", "matches": "boolean",
}  # fmt: skip


class Askable(Struct, frozen=True):
    """Something a condition may ask about."""

    id: str
    kind: str
    options: tuple[FieldOption, ...] = ()
    entry: str | None = None


Names = dict[str, Askable]


class ScopeNames:
    """The names of every scope, from the declared fields and derivations."""

    def __init__(self, fields: Iterable[Field], derived: Iterable[Derived]) -> None:
        self._fields: defaultdict[str, Names] = defaultdict(dict)
        self._derived: defaultdict[str, Names] = defaultdict(dict)
        for field in fields:
            self._fields[field.of][field.id] = Askable(field.id, field.kind, field.options, field.entry)
        for fact in derived:
            self._derived[fact.of][fact.id] = Askable(fact.id, KINDS.get(fact.how, "number"))

    @property
    def records(self) -> frozenset[str]:
        return frozenset(self._fields)

    def of(self, scope: str) -> Names:
        """The names that stand without a prefix in a scope, and those of what surrounds it."""
        names = self._fields[scope] | self._derived[scope] | _prefixed(ORGANISATION, self._fields[ORGANISATION])
        if scope == ORGANISATION:
            return self._derived[scope] | _prefixed(ORGANISATION, self._fields[ORGANISATION]) | self._fields[FILE]
        if scope == PAIR:
            return names | _prefixed("one", self.of(ACCOUNT)) | _prefixed("other", self.of(ACCOUNT))
        if scope in (ACCOUNT, UNDECLARED, REQUEST):
            return names | _prefixed(SHEET, self._fields[SHEET])
        return names

    def over(self, scope: str, entry: str) -> Names:
        """The names of a scope, with those of the item at hand in one of its lists."""
        return self.of(scope) | _prefixed(ITEM, self._fields[entry] | self._derived[entry])


def _prefixed(prefix: str, names: Mapping[str, Askable]) -> Names:
    return {f"{prefix}.{name}": value for name, value in names.items()}
