"""Cases from their YAML. Briefs and accounts are read where they stand, so that every problem has its place."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from channelfit.advice.read_brief import read_brief
from channelfit.audit.wild import undeclared_among
from channelfit.cases.model import Case, Expectation
from channelfit.cases.shapes import NAMING, OF_ACCOUNTS, OF_BRIEFS, OF_REQUESTS, Shapes, texts
from channelfit.channels import Recogniser
from channelfit.inventory.complete import Completer
from channelfit.inventory.model import Inventory, Source
from channelfit.inventory.observed import read_observed
from channelfit.inventory.read import ORGANISATION, SECTIONS, read_inventory
from channelfit.inventory.shape import Shape
from channelfit.rulebook.files import CASES
from channelfit.rulebook.link.names import REQUEST
from channelfit.rulebook.model import Rulebook
from channelfit.rulebook.synonyms import channel_synonyms
from channelfit.screen.read import read_request
from channelfit.source.data import plain
from channelfit.source.parse import parse_whole
from channelfit.source.place import Problem, Unusable
from channelfit.source.reader import Reader, is_empty
from channelfit.source.tree import Document, Entry, Node, Scalar, Sequence
from channelfit.source.tree import Mapping as MappingNode

ACCOUNT, OBSERVED, BRIEF = "account", "observed", "brief"
OWN = ("name", "as_of", "expect", "todo")
ONLY_ACCOUNT = "the-account"  # the id of the one account of a case, where it has none
SEEN = "seen.txt"
Entries = list[Entry]


class _Reading(NamedTuple):
    """A file of cases being read."""

    document: Document
    reader: Reader
    shapes: Shapes
    family: str
    origin: str


class CaseReader:
    """Reads files of cases against one rulebook. `day` is that of cases which state none."""

    def __init__(self, rulebook: Rulebook, day: date) -> None:
        self._rulebook = rulebook
        self._day = day
        self._shape = Shape(rulebook)
        self._completer = Completer(rulebook, Recogniser(rulebook).of_url)
        self._inventory = (*SECTIONS, *self._shape.trees["file"])
        self._channels = channel_synonyms(rulebook)
        self._keys = (*OWN, BRIEF, REQUEST, ACCOUNT, OBSERVED, *self._inventory)

    def read(self, text: str, name: str, origin: str = "") -> list[Case]:
        """The cases of a file. Raises Unusable with everything that is wrong in it."""
        document = parse_whole(text, name)
        reader = Reader(document)
        listed = reader.fields(document.root, ("cases",)).get("cases")
        if listed is None and isinstance(document.root, MappingNode):
            reader.report("missing-key", document.root.span, key="cases")
        nodes = reader.items(listed.value) if listed is not None else ()
        family = name.replace("\\", "/").rpartition("/")[2].removesuffix(CASES)
        reading = _Reading(document, reader, Shapes(self._rulebook, reader), family, origin)
        cases = [case for node in nodes if (case := self._case(node, reading)) is not None]
        reader.finish()
        return cases

    def _case(self, node: Node, reading: _Reading) -> Case | None:
        reader, document = reading.reader, reading.document
        found = reader.fields(node, self._keys)
        name = reader.text(found["name"].value) if "name" in found else None
        if name is None:
            if isinstance(node, MappingNode) and "name" not in found:
                reader.report("missing-key", node.span, key="name")
            return None
        if BRIEF not in found and not {REQUEST, ACCOUNT, OBSERVED, *self._inventory}.intersection(found):
            reader.report("case-asks-nothing", node.span, name=name)
            return None
        day = reader.day(found["as_of"].value) if "as_of" in found and not is_empty(found["as_of"].value) else None
        place = document.place(found["name"].value.span)
        case = Case(name, place, reading.family, reading.origin, day or self._day, _expected(found, reading), todo=_todo(found, reader))
        return self._asked(case, found, reading, dated=day is not None)

    def _asked(self, case: Case, found: Mapping[str, Entry], reading: _Reading, *, dated: bool) -> Case:
        """The case with what it asks; what cannot be used is a problem unless it is expected to be one."""
        try:
            if BRIEF in found:
                brief = read_brief(_part(reading.document, found[BRIEF].value), self._rulebook)
                return replace(case, brief=brief, day=case.day if dated else brief.as_of or case.day)
            if REQUEST in found:
                return self._requested(case, found, reading.document)
            return replace(case, sources=tuple(self._sources(found, reading.document)))
        except Unusable as unusable:
            if not any(line.kind == "error" for line in case.expect):
                reading.reader.problems += unusable.problems
            return replace(case, refused=tuple(dict.fromkeys(problem.code for problem in unusable.problems)))

    def _requested(self, case: Case, found: Mapping[str, Entry], document: Document) -> Case:
        """A request, and the accounts there are: none known where the case lists none."""
        asking = [entry for key, entry in found.items() if key in (REQUEST, ORGANISATION)]
        request = read_request(_mapping(document, asking), self._shape, self._channels)
        existing = [entry for key, entry in found.items() if key in self._inventory and key != ORGANISATION]
        inventories = [read_inventory(_mapping(document, existing), self._shape, self._completer)] if existing else []
        return replace(case, request=request, existing=tuple(inventories))

    def _sources(self, found: Mapping[str, Entry], document: Document) -> Iterable[Source]:
        entries = [entry for key, entry in found.items() if key in self._inventory]
        if ACCOUNT in found:
            entries.append(_only_account(found[ACCOUNT]))
        inventory = read_inventory(_mapping(document, entries), self._shape, self._completer)
        yield inventory
        if OBSERVED in found:
            yield self._observed(found[OBSERVED].value, inventory, document)

    def _observed(self, node: Node, inventory: Inventory, document: Document) -> Source:
        """The addresses seen that the inventory does not know."""
        lines = list(texts(node))
        try:
            seen = read_observed("\n".join(line.text for line in lines), SEEN, self._shape, self._completer)
        except Unusable as unusable:
            raise Unusable([_placed(problem, lines, document) for problem in unusable.problems]) from None
        return undeclared_among(seen, [inventory])


def _todo(found: Mapping[str, Entry], reader: Reader) -> str | None:
    return reader.text(found["todo"].value) if "todo" in found else None


def _expected(found: Mapping[str, Entry], reading: _Reading) -> tuple[Expectation, ...]:
    if "expect" not in found or is_empty(found["expect"].value):
        return ()
    kinds = OF_BRIEFS if BRIEF in found else OF_REQUESTS if REQUEST in found else OF_ACCOUNTS
    lines = reading.reader.fields(found["expect"].value, tuple(kinds))
    for kind, entry in lines.items():
        reading.shapes.check(kinds[kind], entry.value)
    return tuple(_expectation(kind, entry, kinds[kind], reading.document) for kind, entry in lines.items())


def _expectation(kind: str, entry: Entry, shape: str, document: Document) -> Expectation:
    names = tuple(text.text for text in texts(entry.value)) if shape in NAMING else ()
    return Expectation(kind, plain(entry.value), document.place(entry.key.span), names)


def _part(document: Document, node: Node) -> Document:
    """A part of a file as a document of its own, every place kept."""
    return Document(document.name, document.lines, node)


def _mapping(document: Document, entries: Entries) -> Document:
    """Some entries of a case as a document of their own."""
    span = entries[0].key.span if entries else document.root.span
    return _part(document, MappingNode(span, tuple(entries)))


def _only_account(entry: Entry) -> Entry:
    """`account:` as a list of one; it needs no id."""
    node = entry.value
    span = entry.key.span
    if isinstance(node, MappingNode) and all(one.key.text != "id" for one in node):
        node = MappingNode(node.span, (Entry(Scalar(span, "id", plain=True), Scalar(span, ONLY_ACCOUNT, plain=True)), *node.entries))
    return Entry(Scalar(span, "accounts", plain=True), Sequence(node.span, (node,)))


def _placed(problem: Problem, lines: list[Scalar], document: Document) -> Problem:
    """A problem of one address, where that address stands in the case."""
    number = problem.place.span.line if problem.place is not None else 1
    return Problem(problem.code, document.place(lines[number - 1].span), problem.params)
