"""Reads the YAML files of a rulebook folder into documents, keeping every place and every problem."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from channelfit.rulebook.documents.file import FilePart
from channelfit.rulebook.layers import Layer
from channelfit.source.data import place_of, plain
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
    gathered, problems = [], []
    for rank, layer in enumerate(layers):
        for path in layer.files:
            try:
                gathered.append(_gather_file(path, layer.origin, rank))
            except Unusable as unusable:
                problems += unusable.problems
    if problems:
        raise Unusable(problems)
    return gathered


def _gather_file(path: Path, origin: str, rank: int) -> Gathered:
    document = parse(read_text(str(path)), str(path))
    try:
        part = FilePart.model_validate(plain(document.root))
    except ValidationError as error:
        problems = [
            Problem("rulebook-shape", place_of(document, item["loc"]), {"where": ".".join(map(str, item["loc"])), "what": item["msg"]})
            for item in error.errors(include_url=False)
        ]
        raise Unusable(problems) from None
    return Gathered(path.stem, document, part, origin, rank)
