"""An inventory from its YAML, checked against the fields of the rulebook; every problem in one run."""

from collections.abc import Iterable

from channelfit.inventory.complete import ID, Completer
from channelfit.inventory.model import Inventory, Record, records_in
from channelfit.inventory.read_record import RecordReader
from channelfit.inventory.shape import Shape
from channelfit.inventory.values import shown
from channelfit.source.data import place_of, plain
from channelfit.source.limits import PROBLEMS_SHOWN
from channelfit.source.nearest import nearest
from channelfit.source.place import Problem, Unusable
from channelfit.source.secrets import names_secret
from channelfit.source.tree import Document

ORGANISATION, ACCOUNTS, UNDECLARED = "organisation", "accounts", "undeclared"
SECTIONS = (ORGANISATION, ACCOUNTS, UNDECLARED)


def read_inventory(document: Document, shape: Shape, completer: Completer) -> Inventory:
    """The inventory in a document. Raises Unusable."""
    reader = RecordReader(shape)
    data = plain(document.root)
    if not isinstance(data, dict):
        reader.complain("wrong-type", (), expected="mapping", keys=(*SECTIONS, *shape.trees["file"]), found=shown(data))
        data = {}
    known = (*SECTIONS, *shape.trees["file"])
    for key in data:
        if key not in known:
            _unknown(key, known, reader)
    accounts = reader.records("account", data.get(ACCOUNTS), (ACCOUNTS,))
    undeclared = reader.records("undeclared", data.get(UNDECLARED), (UNDECLARED,))
    for account in accounts:
        completer.complete(account.facts, account.path, reader)
    for found in undeclared:
        completer.settle(found.facts)
        found.facts["observed"] = False  # it is declared, if only as undeclared
    _check_ids(accounts, reader)
    _check_exceptions(accounts, shape, reader)
    file_keys = {key: value for key, value in data.items() if key in shape.trees["file"]}
    inventory = Inventory(
        document,
        reader.record("file", file_keys, ()),
        reader.record(ORGANISATION, data.get(ORGANISATION), (ORGANISATION,)),
        accounts,
        undeclared,
    )
    problems = [*document.problems, *(Problem(item.code, place_of(document, item.path), item.params) for item in reader.complaints)]
    if problems:
        raise Unusable(sorted(problems, key=lambda problem: problem.order)[:PROBLEMS_SHOWN])
    return inventory


def _unknown(key: str, known: tuple[str, ...], reader: RecordReader) -> None:
    if names_secret(key):
        reader.complain("secret-key", (key,), found=key)
    else:
        reader.complain("unknown-key", (key,), found=key, nearest=nearest(key, known), known=known)


def _check_ids(accounts: Iterable[Record], reader: RecordReader) -> None:
    seen: set[object] = set()
    for account in accounts:
        name = account.facts.get(ID)
        if name is not None and name in seen:
            reader.complain("duplicate-id", (*account.path, ID), found=str(name))
        seen.add(name)


def _check_exceptions(accounts: Iterable[Record], shape: Shape, reader: RecordReader) -> None:
    """An exception names a check that exists."""
    for account in accounts:
        for exception in records_in(account.facts.get("ignore")):
            name = exception.facts.get("check")
            if not name:
                reader.complain("missing-key", exception.path, key="check", known=shape.checks)
            elif name not in shape.checks:
                reader.complain("unknown-check", (*exception.path, "check"), found=str(name), nearest=nearest(str(name), shape.checks))
