"""Assembles one rulebook from all its files."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from channelfit.rulebook.documents.file import MethodPart
from channelfit.rulebook.gather import Gathered
from channelfit.rulebook.groups import members
from channelfit.rulebook.hierarchy import narrower
from channelfit.rulebook.link.evidence import evidence, source
from channelfit.rulebook.link.problems import Problems
from channelfit.rulebook.link.rules import Names, RuleLinker
from channelfit.rulebook.link.sheets import sheet
from channelfit.rulebook.link.terms import fact, term
from channelfit.rulebook.model import Evidence, Method, Rulebook, Sheet, Source, Verdicts
from channelfit.source.place import Problem, Unusable

Part = TypeVar("Part")


def link(files: list[Gathered], digest: str) -> Rulebook:
    """The rulebook that the files make together. Raises Unusable with every name that leads nowhere."""
    problems = Problems()
    head = next((file.part.rulebook for file in files if file.part.rulebook), None)
    if head is None:
        raise Unusable([Problem("rulebook-headless")])
    method = _method(head.method)
    goals = tuple(term(part) for part in _unique(files, "goals", lambda part: part.id, problems))
    audiences = tuple(term(part) for part in _unique(files, "audiences", lambda part: part.id, problems))
    facts = tuple(fact(part) for part in _unique(files, "facts", lambda part: part.id, problems))
    sheet_parts = list(_unique(files, "channels", lambda part: part.id, problems))
    groups = {name: members(group, sheet_parts) for file in files for name, group in file.part.groups.items()}
    sheets = tuple(sheet(part) for part in sheet_parts)
    sources = _sources(files, problems)
    _check_terms(files, {one.id for one in audiences}, problems)
    names = Names(
        {one.id: one for one in facts},
        {one.id: one for one in goals},
        {one.id: narrower(one.id, audiences) for one in audiences} if not problems.found else {},
        (one.id for one in sheets),
        groups,
        (one.id for one in sources),
    )
    rows = tuple(_evidence(files, names, sheets, problems))
    rules = tuple(
        RuleLinker(names, method, file, problems).link(index, part)
        for file, index, part in _unique_with_place(files, "rules", lambda part: part.id, problems)
    )
    if problems.found:
        raise Unusable(problems.found)
    return Rulebook(head.name, head.version, digest, method, goals, audiences, facts, sheets, groups, sources, rows, rules)


def _method(part: MethodPart) -> Method:
    verdicts = part.verdicts
    return Method(
        fit_ratio=part.fit_ratio,
        points_limit=part.points_limit,
        levels=part.levels.model_dump(),
        assumed_share=part.assumed_share,
        samples_cap=part.samples.cap,
        samples_estimated=part.samples.estimated,
        samples_judged=part.samples.judged,
        samples_borrowed=part.samples.borrowed,
        samples_assumed=part.samples.assumed,
        samples_unstated=part.samples.unstated,
        half_life_years=part.half_life_years,
        periods=part.periods,
        bases=part.bases,
        grades=part.grades,
        comparable_from=part.comparable_from,
        age_overlap=part.age_overlap,
        interval_z=part.interval_z,
        strata_coverage=part.strata.coverage,
        strata_open_end=part.strata.open_end,
        regional=part.regional,
        regions=part.regions,
        verdicts=Verdicts(
            verdicts.lead.points,
            verdicts.lead.score,
            verdicts.support.points,
            verdicts.support.score,
            verdicts.pilot.points,
            verdicts.pilot.score,
        ),
    )


def _sources(files: list[Gathered], problems: Problems) -> tuple[Source, ...]:
    found: dict[str, Source] = {}
    for file in files:
        for name, part in file.part.sources.items():
            if name in found:
                problems.duplicate(file, name, ("sources", name))
            found[name] = source(name, part)
    return tuple(found.values())


def _check_terms(files: list[Gathered], audiences: set[str], problems: Problems) -> None:
    for file in files:
        for index, part in enumerate(file.part.audiences):
            for name in part.broader:
                if name not in audiences:
                    problems.unknown(file, "unknown-audience", name, audiences, ("audiences", index, "broader"))


def _evidence(files: list[Gathered], names: Names, sheets: tuple[Sheet, ...], problems: Problems) -> Iterator[Evidence]:
    seen: set[str] = set()
    for file in files:
        for index, table in enumerate(file.part.tables):
            if table.source not in names.sources:
                problems.unknown(file, "unknown-source", table.source, names.sources, ("tables", index, "source"))
            for place, row in enumerate(table.rows):
                if row.id in seen:
                    problems.duplicate(file, row.id, ("tables", index, "rows", place, "id"))
                seen.add(row.id)
                yield evidence(table, row)


def _unique(files: list[Gathered], section: str, key: Callable[[Part], str], problems: Problems) -> Iterator[Part]:
    return (part for _, _, part in _unique_with_place(files, section, key, problems))


def _unique_with_place(
    files: Iterable[Gathered], section: str, key: Callable[[Part], str], problems: Problems
) -> Iterator[tuple[Gathered, int, Part]]:
    seen: set[str] = set()
    for file in files:
        for index, part in enumerate(getattr(file.part, section)):
            if key(part) in seen:
                problems.duplicate(file, key(part), (section, index, "id"))
                continue
            seen.add(key(part))
            yield file, index, part
