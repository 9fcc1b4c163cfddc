"""Reads the YAML files of a rulebook folder into documents, keeping every place and every problem."""

from collections.abc import Sequence
from typing import NamedTuple

from pydantic import ValidationError

from channelfit.rulebook.documents.file import FilePart
from channelfit.rulebook.layers import Layer
from channelfit.source.data import place_of, plain, without
from channelfit.source.parse import parse
from channelfit.source.place import Place, Problem, Unusable
from channelfit.source.read import read_text
from channelfit.source.tree import Document


class Gathered(NamedTuple):
    """One file: its layer, its nodes for places, its content for meaning. `rank` is 0 for the built-in rulebook."""

    family: str
    document: Document
    part: FilePart
    origin: str
    rank: int

    def place(self, *path: str | int) -> Place:
        return place_of(self.document, path)


def gather(layers: Sequence[Layer]) -> list[Gathered]:
    """Every file of every layer. Raises Unusable with the problems of all of them."""
    gathered, misshapen, unreadable = gather_usable(layers)
    if misshapen or unreadable:
        raise Unusable([*unreadable, *misshapen])
    return gathered


def gather_usable(layers: Sequence[Layer]) -> tuple[list[Gathered], list[Problem], list[Problem]]:
    """What can be used of every file; the entries that have the wrong shape, which are left out; the files that are no YAML."""
    gathered, misshapen, unreadable = [], [], []
    for rank, layer in enumerate(layers):
        for path in layer.files:
            try:
                document = parse(read_text(str(path)), str(path))
            except Unusable as unusable:
                unreadable += unusable.problems
                continue
            usable, part, problems = _shaped(document)
            gathered.append(Gathered(path.stem, usable, part, layer.origin, rank))
            misshapen += problems
    return gathered, misshapen, unreadable


def _shaped(document: Document) -> tuple[Document, FilePart, list[Problem]]:
    """The content of a file without the entries that have the wrong shape, and what is wrong with them."""
    try:
        return document, FilePart.model_validate(plain(document.root)), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    paths = {item["loc"] for item in details}
    details = [item for item in details if not any(path != item["loc"] and path[: len(item["loc"])] == item["loc"] for path in paths)]
    problems = [
        Problem("rulebook-shape", place_of(document, item["loc"]), {"where": ".".join(map(str, item["loc"])), "what": item["msg"]})
        for item in details
    ]
    usable = without(document, {item["loc"][:2] for item in details})
    try:
        return usable, FilePart.model_validate(plain(usable.root)), problems
    except ValidationError:  # what is wrong is no single entry
        return document, FilePart(), problems
