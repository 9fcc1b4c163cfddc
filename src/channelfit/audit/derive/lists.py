"""Lists and records: how many, how much, which, what two of them share. What is not declared widens a number to its bounds."""

from datetime import date
from math import inf
from typing import Any, NamedTuple

from channelfit.audit.derive.context import Context
from channelfit.audit.derive.measures import TextFacts
from channelfit.conditions.holds import Facts, holds
from channelfit.conditions.model import ABSENT, Between, Known
from channelfit.inventory.model import Record
from channelfit.rulebook.checks import Derived
from channelfit.rulebook.link.names import ORGANISATION
from channelfit.source.nearest import fold

ACCOUNTS = "accounts"
UNSERVED = "unserved"
OVER_ITEMS = ("count", "sum", "largest", "names", "soonest", UNSERVED)
SIDES = ("one", "other")


class Item:
    """One item of a list, and the organisation around it."""

    __slots__ = ("_around", "_own")

    def __init__(self, own: Facts, around: Facts) -> None:
        self._own = own
        self._around = around

    def get(self, name: str, /) -> Known | None:
        value = self._own.get(name)
        return self._around.get(name) if value is None and name.startswith(f"{ORGANISATION}.") else value


def count(derived: Derived, facts: Facts, context: Context) -> Known | None:
    """How many items there are for which `where` holds."""
    items = items_of(derived, facts, context)
    if items is None:
        return None
    verdicts = [_chosen(derived, item, facts) for item in items]
    return _number(verdicts.count(True), verdicts.count(True) + verdicts.count(None))


def sum_of(derived: Derived, facts: Facts, context: Context) -> Known | None:
    """The sum of a field over the items for which `where` holds; a number nobody declared may be any."""
    items = items_of(derived, facts, context)
    if items is None:
        return None
    low = high = 0.0
    for item in items:
        chosen, value = _chosen(derived, item, facts), item.get(derived.operands[1])
        if chosen is False or value == ABSENT:
            continue
        number = value if isinstance(value, int | float) else None
        low += number if chosen and number is not None else 0
        high += inf if number is None else number
    return _number(low, high)


def largest(derived: Derived, facts: Facts, context: Context) -> Known | None:
    """The largest value of a field over the items for which `where` holds; of none, absent."""
    items = items_of(derived, facts, context)
    if items is None:
        return None
    sure: float | None = None
    possible: float | None = None
    for item in items:
        chosen, value = _chosen(derived, item, facts), item.get(derived.operands[1])
        if chosen is False or value == ABSENT:
            continue
        number = value if isinstance(value, int | float) else inf
        possible = number if possible is None else max(possible, number)
        if chosen and number < inf:
            sure = number if sure is None else max(sure, number)
    if possible is None:
        return ABSENT
    return None if sure is None else _number(sure, possible)


def names(derived: Derived, facts: Facts, context: Context) -> Known | None:
    """What the items for which `where` is known to hold are called: the first of the fields that says something, else their place in the list."""
    items = items_of(derived, facts, context)
    if items is None:
        return None
    chosen = [(place, item) for place, item in enumerate(items, start=1) if _chosen(derived, item, facts)]
    return tuple(str(first_said(derived.operands[1:], item) or f"#{place}") for place, item in chosen)


def soonest(derived: Derived, facts: Facts, context: Context) -> Known | None:
    """Days until the nearest date to come, today included, in a field of the items for which `where` holds; a date nobody declared may be any."""
    items = items_of(derived, facts, context)
    if items is None:
        return None
    low = high = inf
    for item in items:
        chosen, day = _chosen(derived, item, facts), item.get(derived.operands[1])
        if chosen is False or (isinstance(day, date) and day < context.today) or day == ABSENT:
            continue
        days = (day - context.today).days if isinstance(day, date) else None
        low = min(low, 0 if days is None else days)
        high = min(high, days if chosen and days is not None else inf)
    return ABSENT if low == inf else _number(low, high)


def first_said(fields: tuple[str, ...], facts: Facts) -> Known | None:
    """The value of the first of some fields that is declared and not empty."""
    return next((value for name in fields if (value := facts.get(name)) is not None and value != ABSENT), None)


def size(derived: Derived, facts: Facts, _context: Context) -> Known | None:
    value = facts.get(derived.operands[0])
    return len(value) if isinstance(value, tuple) else value


def ratio(derived: Derived, facts: Facts, _context: Context) -> Known | None:
    """The first over the second; of nothing there is no share."""
    part, whole = (facts.get(name) for name in derived.operands)
    if part is None or whole is None:
        return None
    if isinstance(whole, Between) and isinstance(part, int | float):
        return Between(part / whole.high if whole.high else inf, part / whole.low if whole.low else inf)
    return part / whole if isinstance(part, int | float) and isinstance(whole, int | float) and whole else ABSENT


def shared(derived: Derived, facts: Facts, context: Context) -> Known | None:
    """How many values of a list two accounts have in common; of records, by the field that comes second."""
    one, other = (_values(derived, facts, side, context) for side in SIDES)
    if one is None or other is None:
        return None
    sure = len(one.known.keys() & other.known.keys())
    return _number(sure, sure + min(one.size - sure, other.size - sure, one.unknown + other.unknown))


def common(derived: Derived, facts: Facts, context: Context) -> Known | None:
    """The values that two accounts have in common, as the first writes them."""
    one, other = (_values(derived, facts, side, context) for side in SIDES)
    if one is None or other is None:
        return None
    found = tuple(value for key, value in one.known.items() if key in other.known)
    undecided = one.size and other.size and (one.unknown or other.unknown)
    return None if not found and undecided else found


def overlap(derived: Derived, facts: Facts, context: Context) -> Known | None:
    """What two lists share, as a part of the shorter one, 0 to 1."""
    one, other = (_values(derived, facts, side, context) for side in SIDES)
    if one is None or other is None or one.unknown or other.unknown:
        return None
    smaller = min(one.size, other.size)
    return len(one.known.keys() & other.known.keys()) / smaller if smaller else ABSENT


def unserved(derived: Derived, facts: Facts, context: Context) -> Known | None:
    """The entries of a list that no account names among those for which `where` holds."""
    wanted = facts.get(derived.operands[0])
    items = items_of(derived, facts, context)
    if wanted is None or items is None:
        return None
    accounts = [account for account in items if _chosen(derived, account, facts) is not False]
    stated = [account.get(derived.operands[1]) for account in accounts]
    named = {name for value in stated if value is not None for name in _several(value)}
    left = tuple(str(item) for item in _several(wanted) if item not in named)
    return None if left and None in stated else left  # an account whose goal or audience is not declared may be the one


def outside(derived: Derived, facts: Facts, _context: Context) -> Known | None:
    """The entries of a list that another list does not hold, read as names: case and accents aside."""
    entries, others = (facts.get(name) for name in derived.operands)
    if entries is None or others is None:
        return None
    held = {fold(str(other)) for other in _several(others)}
    return tuple(str(entry) for entry in _several(entries) if fold(str(entry)) not in held)


def items_of(derived: Derived, facts: Facts, context: Context) -> list[Facts] | None:
    """The items that a derivation looks at one by one; None where the list is not declared."""
    name = derived.operands[0]
    if derived.how == UNSERVED or (name == ACCOUNTS and facts.get(name) is None):
        return None if context.accounts is None else list(context.accounts)
    value = facts.get(name)
    if not isinstance(value, tuple):
        return None
    return [_item(item, derived, facts, context) for item in value]


def _item(item: Any, derived: Derived, facts: Facts, context: Context) -> Facts:
    """One item of a list as facts: a record with what is derived of it, an account, or the measures of a text."""
    if isinstance(item, Record):
        return Item(item.facts if context.items is None else context.items(derived.entry, item.facts), facts)
    return item if hasattr(item, "get") else TextFacts(str(item))


def _chosen(derived: Derived, item: Facts, facts: Facts) -> bool | None:
    chosen = True if derived.where is None else holds(derived.where, item)
    for name in derived.same:
        mine, theirs = facts.get(name), item.get(name)
        if mine is None or theirs is None:
            chosen = None if chosen else chosen
        elif not _alike(mine, theirs):
            return False
    return chosen


def _alike(mine: Known, theirs: Known) -> bool:
    """One value, or two lists that share an entry."""
    if isinstance(mine, tuple) and isinstance(theirs, tuple):
        return not set(mine).isdisjoint(theirs)
    return mine == theirs


def _several(value: Known) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


class _Values(NamedTuple):
    """What one side of a pair names, compared without regard to case and accents, and how many names are not declared."""

    known: dict[object, Any]
    unknown: int

    @property
    def size(self) -> int:
        return len(self.known) + self.unknown


def _values(derived: Derived, facts: Facts, side: str, context: Context) -> _Values | None:
    """The values of one side of a pair; None where the list is not declared."""
    name, *field = derived.operands
    listed = facts.get(f"{side}.{name}")
    if listed is None:
        return None
    known: dict[object, Any] = {}
    unknown = 0
    for item in listed if isinstance(listed, tuple) else (listed,):
        chosen = derived.where is None or holds(derived.where, _item(item, derived, facts, context))
        value = item.facts.get(field[0]) if field and isinstance(item, Record) else item
        if chosen is False or value == ABSENT:
            continue
        if chosen is None or value is None:
            unknown += 1
        else:
            known[fold(value) if isinstance(value, str) else value] = value
    return _Values(known, unknown)


def _number(low: float, high: float) -> Known:
    return low if low == high else Between(low, high)
