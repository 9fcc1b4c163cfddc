"""Opens the files of an audit; what is wrong with one is kept, and the others are read on."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from channelfit.channels import Recogniser
from channelfit.inventory.complete import Completer
from channelfit.inventory.model import Inventory
from channelfit.inventory.read import read_inventory
from channelfit.inventory.shape import Shape
from channelfit.rulebook.model import Rulebook
from channelfit.rulebook.text import Language
from channelfit.source.json_escapes import as_yaml, is_json
from channelfit.source.opened import name_of
from channelfit.source.parse import parse_whole
from channelfit.source.place import Problem, Unusable
from channelfit.source.read import as_text, read_bytes

OF_INVENTORIES = {"file-empty": "inventory-empty", "file-missing": "inventory-missing"}  # they are mended in another way than briefs


class Loaded(Struct):
    """The inventories that could be read, and every problem of the others."""

    inventories: list[Inventory]
    problems: list[Problem]

    @property
    def as_of(self) -> date | None:
        """The latest day that a file gives."""
        return max((inventory.as_of for inventory in self.inventories if inventory.as_of is not None), default=None)


class Loader:
    def __init__(self, rulebook: Rulebook, lang: Language) -> None:
        self.shape = Shape(rulebook)
        self.completer = Completer(rulebook, Recogniser(rulebook).of_url)
        self._lang = lang

    def load(self, paths: Sequence[str]) -> Loaded:
        loaded = Loaded([], [])
        for path in paths:
            try:
                loaded.inventories.append(self.open(path))
            except Unusable as unusable:
                loaded.problems += unusable.recoded(OF_INVENTORIES).problems
        return loaded

    def open(self, path: str) -> Inventory:
        """The inventory of one file. Raises Unusable. Problems of standard input call it by its name, findings as it was typed."""
        name = name_of(path, self._lang)
        text = as_text(read_bytes(path), name)
        document = parse_whole(as_yaml(text) if is_json(path, text) else text, name)
        found = read_inventory(document, self.shape, self.completer)
        return found if name == path else replace(found, document=replace(document, name=path))
