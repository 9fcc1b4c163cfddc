"""What loading already finds, as findings: each kind of problem by the id of its rule about rules."""

from collections.abc import Iterable, Mapping
from functools import cache

from channelfit.lint.book import Hit
from channelfit.source.parse import parse
from channelfit.source.place import Place, Problem
from channelfit.source.read import read_text
from channelfit.source.tree import Document, Entry, Node, Scalar
from channelfit.source.tree import Mapping as MappingNode

BY_CODE: Mapping[str, str] = {
    "duplicate-id": "duplicate-id",
    "overlay-conflict": "overlay-conflict",
    "condition-unreadable": "condition-unreadable",
    "unknown-placeholder": "unknown-placeholder",
}
BY_END: Mapping[str, str] = {"fr": "missing-translation", "en": "missing-translation", "share": "share-out-of-range", "sources": "no-source"}
BY_SECTION: Mapping[str, str] = {"fits": "points-out-of-scale", "presence": "share-out-of-range"}
DATES = ("from", "until", "review_by", "fieldwork_on", "published_on")
SECTION = 2  # steps of a path that lead to an entry


def hits_of(problems: Iterable[Problem]) -> list[Hit]:
    return [hit for problem in problems if (hit := _hit(problem)) is not None]


def _hit(problem: Problem) -> Hit | None:
    if problem.place is None:
        return None
    params = {"problem": problem.code, **problem.params}
    return Hit(_kind(problem), subject_at(problem.place), problem.place, params, str(problem.params.get("found", problem.params.get("where"))))


def _kind(problem: Problem) -> str:
    if problem.code == "rulebook-shape":
        return _of_shape(str(problem.params["where"]).split("."))
    return BY_CODE.get(problem.code, "unknown-id")


def _of_shape(where: list[str]) -> str:
    inside = where[SECTION:]
    if not inside:
        return "wrong-shape"
    if inside[-2:] == ["limit", "basis"]:
        return "limit-without-basis"
    if inside[-1] in DATES:
        return "no-date"
    return BY_END.get(inside[-1]) or BY_SECTION.get(inside[0], "wrong-shape")


def subject_at(place: Place) -> str:
    """The id of the entry that a place lies in; the file where it lies in none."""
    found = _enclosing(_document(place.file).root, place)
    return place.file.replace("\\", "/").rpartition("/")[2] if found is None else found


@cache
def _document(file: str) -> Document:
    return parse(read_text(file), file)


def _enclosing(root: Node, place: Place) -> str | None:
    """The id of the entry of a section that covers the line."""
    for section in root if isinstance(root, MappingNode) else ():
        if isinstance(section.value, MappingNode):
            entries = [entry for entry in section.value if _covers(entry, place)]
            if entries:
                return entries[-1].key.text
        for item in getattr(section.value, "items", ()):
            if isinstance(item, MappingNode) and item.span.line <= place.span.line <= item.span.end_line:
                return next((entry.value.text for entry in item if entry.key.text == "id" and isinstance(entry.value, Scalar)), None)
    return None


def _covers(entry: Entry, place: Place) -> bool:
    return entry.key.span.line <= place.span.line <= entry.value.span.end_line
