"""Pairs of accounts. Those that a check cannot tell apart are judged once, and counted as often as they pair up."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from channelfit.audit.facts import Derivations
from channelfit.audit.subjects import Account, Estate, Examined
from channelfit.conditions.holds import holds, subjects, unknown_subjects
from channelfit.conditions.model import Condition, Known
from channelfit.inventory.model import Record
from channelfit.rulebook.checks import Check

CHANNEL = "channel"  # what is looked up of an account depends on it
SIDES = ("one", "other")


class Sort(NamedTuple):
    """Accounts alike in all that a check reads, each with its place in the order of the files; whether they may be its `one` and its `other`."""

    accounts: list[tuple[int, Account]]
    one: bool | None
    other: bool | None

    @property
    def sides(self) -> tuple[bool | None, bool | None]:
        return self.one, self.other


class Couple(NamedTuple):
    """Two sorts, or a sort with itself, whose accounts make pairs; in `either` order where both may be both."""

    one: Sort
    other: Sort
    either: bool

    @property
    def number(self) -> int:
        mine, theirs = len(self.one.accounts), len(self.other.accounts)
        return mine * (mine - 1) // 2 if self.one is self.other else mine * theirs

    def pairs(self, estate: Estate) -> Iterator[Examined]:
        """Every pair; in either order, the account that is declared first comes first."""
        for first, one in self.one.accounts:
            for second, other in self.other.accounts:
                if self.one is self.other and second <= first:
                    continue
                yield estate.pair(other, one) if self.either and second < first else estate.pair(one, other)


class Unsettled(NamedTuple):
    """How many accounts may be one side of a pair or may not, for want of some fields."""

    number: int
    fields: tuple[str, ...]


class Pairs:
    """The pairs of accounts that a check looks at."""

    def __init__(self, check: Check, estate: Estate) -> None:
        self._check = check
        self._names = tuple(_read(check, estate.derivations))
        self._buckets = [self._sorts(accounts) for accounts in _bucketed(check.same, estate.accounts)]

    def couples(self) -> Iterator[Couple]:
        """What is known to make pairs."""
        for sorts in self._buckets:
            others = [(place, sort) for place, sort in enumerate(sorts) if sort.other]
            for first, one in enumerate(sorts):
                for second, other in others if one.one else ():
                    either = bool(one.other and other.one)
                    couple = Couple(one, other, either)
                    if couple.number and not (either and second < first):
                        yield couple

    def unsettled(self) -> Iterator[Unsettled]:
        """What may make pairs with others there; each account counts once, not once a pair."""
        for sorts in self._buckets:
            ones, others = (sum(len(sort.accounts) for sort in sorts if sort.sides[side] is not False) for side in (0, 1))
            for sort in sorts:
                if None in sort.sides and _has_partner(sort, ones, others):
                    yield Unsettled(len(sort.accounts), tuple(dict.fromkeys(self._missing(sort))))

    def _missing(self, sort: Sort) -> Iterator[str]:
        facts = sort.accounts[0][1].facts
        for condition, known in zip((self._check.one, self._check.other), sort.sides, strict=True):
            if condition is not None and known is None:
                yield from facts.missing(unknown_subjects(condition, facts))

    def _sorts(self, accounts: Iterable[tuple[int, Account]]) -> list[Sort]:
        found: dict[tuple[object, ...], list[tuple[int, Account]]] = defaultdict(list)
        for place, account in accounts:
            found[tuple([_mark(account.facts.get(name)) for name in self._names])].append((place, account))
        return [Sort(alike, _is(self._check.one, alike[0][1]), _is(self._check.other, alike[0][1])) for alike in found.values()]


def _has_partner(sort: Sort, ones: int, others: int) -> bool:
    """Whether one account of a sort may make a pair, where so many may be `one` and so many `other`, itself included."""
    may_be_one, may_be_other = (side is not False for side in sort.sides)
    return (may_be_one and others > may_be_other) or (may_be_other and ones > may_be_one)


def _bucketed(same: tuple[str, ...], accounts: Iterable[Account]) -> Iterable[list[tuple[int, Account]]]:
    """The accounts that share what the check wants the same; what is not declared is shared with nobody."""
    buckets: dict[tuple[Known | None, ...], list[tuple[int, Account]]] = defaultdict(list)
    for place, account in enumerate(accounts):
        buckets[tuple(account.facts.get(name) for name in same)].append((place, account))
    return [bucket for values, bucket in buckets.items() if None not in values]


def _read(check: Check, derivations: Mapping[str, Derivations]) -> Iterator[str]:
    """What the check reads of either account, down to the fields."""
    names: dict[str, None] = {}
    for condition in (check.when, check.unless):
        for name in () if condition is None else subjects(condition):
            side, _, rest = name.partition(".")
            derived = derivations["pair"].get(name)
            names |= dict.fromkeys([rest] if side in SIDES else () if derived is None else derived.operands)
    for condition in (check.one, check.other):
        names |= dict.fromkeys(() if condition is None else subjects(condition))
    return iter(dict.fromkeys(field for name in names for field in _fields(name, derivations["account"])))


def _fields(name: str, derivations: Derivations) -> Iterator[str]:
    derived = derivations.get(name)
    if derived is None:
        yield name
        return
    yield CHANNEL
    for operand in (*derived.operands, *derived.same):
        yield from _fields(operand, derivations)


def _is(condition: Condition | None, account: Account) -> bool | None:
    return True if condition is None else holds(condition, account.facts)


def _mark(value: Known | None) -> object:
    """What stands for a value in comparisons; records are never alike."""
    return id(value) if isinstance(value, tuple) and any(isinstance(item, Record) for item in value) else value
