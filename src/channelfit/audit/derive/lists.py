"""Lists and records: how many, how much, what two of them share. What is not declared widens a number to its bounds."""

from collections.abc import Iterator
from math import inf

from channelfit.audit.derive.context import Context
from channelfit.audit.derive.measures import measures
from channelfit.conditions.holds import Facts, holds
from channelfit.conditions.model import ABSENT, Between, Known
from channelfit.inventory.model import Record
from channelfit.rulebook.checks import Derived
from channelfit.source.nearest import fold

ACCOUNTS = "accounts"
UNSERVED = "unserved"
OVER_ITEMS = ("count", "sum", UNSERVED)


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


def shared(derived: Derived, facts: Facts, _context: Context) -> Known | None:
    """How many values of a list two accounts have in common; of records, by the field that comes second."""
    one, other = (_values(derived, facts, side) for side in ("one", "other"))
    return None if one is None or other is None else len(one & other)


def overlap(derived: Derived, facts: Facts, _context: Context) -> Known | None:
    """What two lists share, as a part of the shorter one, 0 to 1."""
    one, other = (_values(derived, facts, side) for side in ("one", "other"))
    if one is None or other is None:
        return None
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else ABSENT


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
    return [item.facts if isinstance(item, Record) else item if hasattr(item, "get") else measures(str(item)) for item in value]


def _chosen(derived: Derived, item: Facts, facts: Facts) -> bool | None:
    chosen = True if derived.where is None else holds(derived.where, item)
    for name in derived.same:
        mine, theirs = facts.get(name), item.get(name)
        if mine is None or theirs is None:
            chosen = None if chosen else chosen
        elif mine != theirs:
            return False
    return chosen


def _several(value: Known) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


def _values(derived: Derived, facts: Facts, side: str) -> set[object] | None:
    """The values of one side of a pair; None where they are not declared."""
    name, *field = derived.operands
    value = facts.get(f"{side}.{name}")
    if value is None:
        return None
    items: Iterator[object] = iter(_several(value))
    if field:
        items = (item.facts.get(field[0]) for item in items if isinstance(item, Record))
    return {item for item in items if item is not None and item != ABSENT}


def _number(low: float, high: float) -> Known:
    return low if low == high else Between(low, high)
