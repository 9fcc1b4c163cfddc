"""Which cases there are: those beside the built-in rules, then those beside each overlay."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from channelfit.cases.model import Case, Expectation
from channelfit.cases.read import CaseReader
from channelfit.rulebook.files import CASES, case_files
from channelfit.rulebook.layers import BASE
from channelfit.rulebook.load import rules_folder
from channelfit.rulebook.model import Rulebook
from channelfit.source.place import Problem, Unusable
from channelfit.source.read import read_text


def gather_cases(rulebook: Rulebook, overlays: Sequence[str], day: date, folder: Path | None = None) -> list[Case]:
    """Every case of every layer; one of the same name in a higher layer stands instead. Raises Unusable with the problems of all files."""
    reader = CaseReader(rulebook, day)
    cases: dict[object, Case] = {}
    problems: list[Problem] = []
    for origin, path in files_of_cases(folder or rules_folder(), overlays):
        try:
            for number, case in enumerate(reader.read(read_text(str(path)), str(path), origin)):
                for key in [key for key, below in cases.items() if below.name == case.name and below.origin != origin]:
                    del cases[key]
                cases[path, number] = case
        except Unusable as unusable:
            problems += unusable.problems
    if problems:
        raise Unusable(problems)
    return list(_still_meant(cases.values(), rulebook))


def _still_meant(cases: Iterable[Case], rulebook: Rulebook) -> Iterator[Case]:
    """The cases without what the built-in ones expect of rules that an overlay disabled: it has given its reason."""
    gone = {change.id for change in rulebook.changes if change.how == "disabled"}
    for case in cases:
        if case.origin == BASE and any(gone.intersection(line.names) for line in case.expect):
            lines = tuple(_without(line, gone) for line in case.expect if not line.names or not gone.issuperset(line.names))
            if lines:
                yield replace(case, expect=lines)
        else:
            yield case


def _without(line: Expectation, gone: AbstractSet[str]) -> Expectation:
    names = tuple(name for name in line.names if name not in gone)
    return line if names == line.names else replace(line, names=names, value=list(names))


def files_of_cases(folder: Path, overlays: Sequence[str]) -> Iterator[tuple[str, Path]]:
    """The files of cases, each with the overlay it stands beside."""
    yield from ((BASE, path) for path in case_files(folder))
    for origin in dict.fromkeys(overlays):
        yield from ((origin, path) for path in _beside(Path(origin)))


def _beside(path: Path) -> list[Path]:
    """The cases in a folder; beside a single file, those that belong to no other file there."""
    if path.is_dir():
        return case_files(path)
    others = {other.stem for other in path.parent.glob("*.yaml")} - {path.stem}
    return [found for found in sorted(path.parent.glob(f"*{CASES}")) if found.name.removesuffix(CASES) not in others]
