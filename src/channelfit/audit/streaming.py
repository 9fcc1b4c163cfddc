"""Audits a stream of accounts in bounded memory: each account's own checks, and addresses that are declared twice."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from hashlib import blake2b

from msgspec import Struct

from channelfit.audit.engine import Auditor, Result
from channelfit.audit.fingerprint import fingerprint
from channelfit.audit.model import Finding
from channelfit.audit.run import AuditTools
from channelfit.audit.subjects import ADDRESS, Estate
from channelfit.audit.tally import Tally
from channelfit.conditions.model import Known
from channelfit.inventory.complete import Completer
from channelfit.inventory.read_rows import RowReader
from channelfit.inventory.shape import Shape
from channelfit.inventory.stream import Row, Stream
from channelfit.rulebook.checks import Check, Scope
from channelfit.source.place import Problem

BATCH = 2_000  # rows
REPEATED = "repeated_urls"
NOT_RUN: tuple[Scope, ...] = ("pair", "person", "organisation", "undeclared")


class Address(Struct, frozen=True, gc=False):
    """An account's address in eight bytes, and where it stands."""

    mark: bytes
    account: str
    key: str
    line: int


class Part(Struct):
    """What came of some rows."""

    result: Result
    problems: list[Problem]
    addresses: list[Address]


class StreamAuditor:
    """Audits rows of one stream, batch by batch; the plans of earlier batches serve the later ones."""

    def __init__(self, tools: AuditTools, organisation: Mapping[str, Known], stream: Stream, completer: Completer) -> None:
        self._surroundings = tools.surroundings(organisation)
        self._auditor: Auditor = tools.auditor().of_accounts()
        self._rows = RowReader(stream, Shape(tools.rulebook), completer)
        self.organisation = self._surroundings.name

    def audit(self, rows: list[Row]) -> Part:
        self._auditor.tally = Tally()
        batch = self._rows.read(rows)
        estate = Estate(self._surroundings, [batch])
        addresses = [
            Address(blake2b(key.encode(), digest_size=8).digest(), str(account.facts["id"]), key, rows[int(account.path[0])].line)
            for account in batch.accounts
            if isinstance(key := account.facts.get(ADDRESS), str)
        ]
        return Part(self._auditor.audit([estate]), batch.problems, addresses)

    def names(self, rows: Iterable[Row], lines: Collection[int]) -> dict[int, str]:
        """The ids of the accounts on some lines."""
        wanted = [row for row in rows if row.line in lines]
        return {wanted[int(account.path[0])].line: str(account.facts["id"]) for account in self._rows.read(wanted).accounts}


class Addresses:
    """Finds the addresses that come back. Of each only eight bytes and its line are kept."""

    def __init__(self) -> None:
        self._first: dict[bytes, int] = {}
        self._again: dict[bytes, list[Address]] = {}

    def note(self, addresses: Iterable[Address]) -> None:
        for address in addresses:
            if self._first.setdefault(address.mark, address.line) != address.line:
                self._again.setdefault(address.mark, []).append(address)

    @property
    def first_lines(self) -> frozenset[int]:
        """The lines where addresses that come back stood first."""
        return frozenset(self._first[mark] for mark in self._again)

    def findings(self, check: Check, names: Mapping[int, str], organisation: str | None, stream: Stream) -> Iterator[Finding]:
        """One finding an address; `names` are the accounts of the first lines."""
        for mark, addresses in self._again.items():
            last = addresses[-1]
            subjects = (names[self._first[mark]], *(address.account for address in addresses))
            params: dict[str, Known] = {"item.address": last.key, "item.accounts": subjects}
            print_ = fingerprint(check.id, organisation, subjects, last.key)
            place = stream.place(Row(last.line, last.key))
            yield Finding(check.id, check.severity, check.scope, subjects, place, params, print_, organisation)


def repeated_check(checks: Iterable[Check]) -> Check | None:
    """The check on addresses declared more than once."""
    return next((check for check in checks if check.over == REPEATED), None)


def batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


Work = Callable[[list[Row]], Part]
