"""What is checked: accounts, pairs of them, the people who run them, organisations, accounts found in the wild."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from channelfit.audit.examine import Subject
from channelfit.audit.facts import Facts, PairFacts
from channelfit.audit.surroundings import Surroundings
from channelfit.conditions.model import ABSENT, Known
from channelfit.inventory.model import Merged, Record, Source
from channelfit.rulebook.link.names import SHEET

PERSON = "capacity.manager"
URL = "url"
ADDRESS = "url_key"
EXISTS = f"{SHEET}.exists"
REPEATED = "repeated_urls"
PAST_REVIEW = "checks_past_review"


class At(NamedTuple):
    """Where a subject stands: a record of a file."""

    inventory: Source
    record: Record


class Examined(NamedTuple):
    """What is checked. `sides` are further records that a prefix of a field's name stands for, such as `other` of a pair."""

    ids: tuple[str, ...]
    facts: Subject
    at: At
    sides: Mapping[str, Sequence[At]] = {}

    def written(self, name: str) -> Iterator[tuple[At, str]]:
        """Where a field of that name might be written, with its name there."""
        if not self.sides:
            yield self.at, name
            return
        side, _, rest = name.partition(".")
        yield from ((at, rest) for at in self.sides.get(side, ()))
        yield from ((at, name) for at in (self.at, *self.sides.get("", ())))


class Account(NamedTuple):
    id: str
    facts: Facts
    at: At


class OrganisationFacts(Facts):
    """Whether an address is declared twice depends on accounts that do not give theirs."""

    __slots__ = ()

    def missing(self, names: Iterable[str]) -> Iterable[str]:
        for name in names:
            yield from (f"accounts.{URL}",) if name == REPEATED else super().missing([name])


class Estate:
    """All the inventories of one organisation, side by side."""

    def __init__(self, surroundings: Surroundings, inventories: Sequence[Source]) -> None:
        self.surroundings = surroundings
        self.name = surroundings.name
        self.context = surroundings.context
        self.derivations = surroundings.derivations
        self._inventories = inventories
        self.accounts = tuple(self._account(inventory, record) for inventory in inventories for record in inventory.accounts)
        self.context.items = self._item

    def organisation(self, past_review: tuple[str, ...] = ()) -> Iterator[Examined]:
        """The organisation; `past_review` are the checks that spoke although they should have been looked at again."""
        given: dict[str, Known] = {**self.surroundings.around, PAST_REVIEW: past_review, **_together(self._inventories)}
        repeated = tuple(self._repeated())
        if repeated or len(self.accounts) < 2 or all(account.facts.get(URL) is not None for account in self.accounts):
            given[REPEATED] = repeated
        home = next((one for one in self._inventories if one.organisation.facts), self._inventories[0])
        sides = {
            "organisation": [At(one, one.organisation) for one in self._inventories],
            "": [At(one, one.facts) for one in self._inventories],
        }
        yield Examined((), OrganisationFacts(given, self.derivations["organisation"], self.context), At(home, home.organisation), sides)

    def undeclared(self) -> Iterator[Examined]:
        for inventory in self._inventories:
            for record in inventory.undeclared:
                name = record.facts.get("id") or record.facts.get("url") or record.facts.get("name") or f"{inventory.name}:{record.path[-1]}"
                yield Examined((str(name),), self._facts("undeclared", record), At(inventory, record))

    def people(self) -> Iterator[Examined]:
        """Each person named as the manager of an account, with the accounts they run."""
        run: dict[str, list[Account]] = defaultdict(list)
        for account in self.accounts:
            person = account.facts.get(PERSON)
            if isinstance(person, str):
                run[person].append(account)
        for person, accounts in run.items():
            given: dict[str, Known] = {"person": person, "accounts": tuple(account.facts for account in accounts)}
            yield Examined((person,), Facts(given, self.derivations["person"], self.context, self.surroundings.around), accounts[0].at)

    def pair(self, one: Account, other: Account) -> Examined:
        facts = PairFacts(one.facts, other.facts, self.derivations["pair"], self.context, self.surroundings.around)
        return Examined((one.id, other.id), facts, one.at, {"one": [one.at], "other": [other.at]})

    def _account(self, inventory: Source, record: Record) -> Account:
        return Account(str(record.facts["id"]), self._facts("account", record), At(inventory, record))

    def _facts(self, scope: str, record: Record) -> Facts:
        given, channel = record.facts, record.facts.get("channel")
        if isinstance(channel, str):
            given = {**given, EXISTS: self.context.advice.exists(channel)}
        return Facts(given, self.derivations[scope], self.context, self.surroundings.around)

    def _item(self, of: str | None, facts: Mapping[str, Known]) -> Facts | Mapping[str, Known]:
        """An item of a list: a record of some kind, with what is derived of it, if anything is."""
        derivations = self.derivations[of or ""]
        return Facts(facts, derivations, self.context) if derivations else facts

    def _repeated(self) -> Iterator[Record]:
        """Addresses that several accounts declare, each with those accounts."""
        seen: dict[str, list[Account]] = defaultdict(list)
        for account in self.accounts:
            key = account.facts.get(ADDRESS)
            if isinstance(key, str):
                seen[key].append(account)
        for key, accounts in seen.items():
            if len(accounts) > 1:
                at = accounts[-1].at
                yield Merged({"address": key, "accounts": tuple(account.id for account in accounts)}, at.record.path, at.inventory)


def _together(sources: Iterable[Source]) -> dict[str, Known]:
    """What several files say beside their accounts: lists add up, of two answers the first stands."""
    facts: dict[str, Known] = {}
    for source in sources:
        for name, value in source.facts.facts.items():
            said, merged = facts.get(name), _from(source, value)
            if said is None or said == ABSENT:
                facts[name] = merged
            elif isinstance(said, tuple) and isinstance(merged, tuple):
                facts[name] = (*said, *merged)
    return facts


def _from(source: Source, value: Known) -> Known:
    """A value; records of a list with the file they stand in."""
    if not isinstance(value, tuple):
        return value
    return tuple(Merged(item.facts, item.path, source) if isinstance(item, Record) else item for item in value)
