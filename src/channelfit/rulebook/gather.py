"""Reads the YAML files of a rulebook folder into documents, keeping every place and every problem."""

from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from channelfit.rulebook.documents.file import FilePart
from channelfit.rulebook.files import rule_files
from channelfit.source.data import place_of, plain
from channelfit.source.parse import parse
from channelfit.source.place import Place, Problem, Unusable
from channelfit.source.read import read_text
from channelfit.source.tree import Document


class Gathered(NamedTuple):
    """One file: its nodes for places, its content for meaning."""

    family: str
    document: Document
    part: FilePart

    def place(self, *path: str | int) -> Place:
        return place_of(self.document, path)


def gather(folder: Path) -> list[Gathered]:
    """Every file of the folder. Raises Unusable with the problems of all of them."""
    gathered, problems = [], []
    for path in rule_files(folder):
        try:
            gathered.append(_gather_file(path))
        except Unusable as unusable:
            problems += unusable.problems
    if problems:
        raise Unusable(problems)
    return gathered


def _gather_file(path: Path) -> Gathered:
    document = parse(read_text(str(path)), str(path))
    try:
        return Gathered(path.stem, document, FilePart.model_validate(plain(document.root)))
    except ValidationError as error:
        problems = [
            Problem("rulebook-shape", place_of(document, item["loc"]), {"where": ".".join(map(str, item["loc"])), "what": item["msg"]})
            for item in error.errors(include_url=False)
        ]
        raise Unusable(problems) from None
