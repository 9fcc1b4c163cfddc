"""Assembles one rulebook from all its files."""

from collections.abc import Callable, Iterator, Mapping

from msgspec import Raw, msgpack

from channelfit.rulebook.documents.channels import SheetPart
from channelfit.rulebook.documents.file import FilePart, MethodPart
from channelfit.rulebook.gather import Gathered
from channelfit.rulebook.groups import members
from channelfit.rulebook.hierarchy import narrower
from channelfit.rulebook.link.addresses import address_book
from channelfit.rulebook.link.checks import ChecklistLinker
from channelfit.rulebook.link.evidence import evidence, source
from channelfit.rulebook.link.intake import intake
from channelfit.rulebook.link.pilots import pilots, trial
from channelfit.rulebook.link.plan import plan_method
from channelfit.rulebook.link.problems import Problems
from channelfit.rulebook.link.rules import Names, RuleLinker
from channelfit.rulebook.link.screening import ScreeningLinker
from channelfit.rulebook.link.sections import Entry, Part, Placed, Sections
from channelfit.rulebook.link.sheets import sheet
from channelfit.rulebook.link.survey import survey_method
from channelfit.rulebook.link.terms import fact, term
from channelfit.rulebook.model import Doubt, Evidence, Method, Questioning, Rulebook, Verdicts
from channelfit.source.place import Problem, Unusable


def link(files: list[Gathered], digest: str) -> Rulebook:
    """The rulebook that the files make together. Raises Unusable with every name that leads nowhere."""
    rulebook, found = assemble(files, digest)
    if found:
        raise Unusable(found)
    return rulebook


def assemble(files: list[Gathered], digest: str) -> tuple[Rulebook, list[Problem]]:
    """The rulebook as far as its names lead somewhere, and those that do not. Raises Unusable where there is no head."""
    problems = Problems()
    head = next((file.part.rulebook for file in files if file.part.rulebook), None)
    if head is None:
        raise Unusable([Problem("rulebook-headless")])
    method = _method(head.method)
    sections = Sections(files, problems)
    goals = tuple(term(part) for _, part in sections.parts("goals", lambda file: file.goals))
    audiences = tuple(term(part) for _, part in sections.parts("audiences", lambda file: file.audiences))
    facts = tuple(fact(part) for _, part in sections.parts("facts", lambda file: file.facts))
    sheet_parts = list(sections.parts("channels", lambda file: file.channels))
    groups = {entry.id: members(entry.part, [part for _, part in sheet_parts]) for entry in _named(sections, "groups", lambda file: file.groups)}
    sheets = tuple(sheet(part) for _, part in sheet_parts)
    sources = tuple(source(entry.id, entry.part) for entry in _named(sections, "sources", lambda file: file.sources))
    _check_terms(files, {one.id for one in audiences}, problems)
    names = Names(
        {one.id: one for one in facts},
        {one.id: one for one in goals},
        {one.id: narrower(one.id, audiences) for one in audiences},
        (one.id for one in sheets),
        groups,
        (one.id for one in sources),
    )
    _check_sheets(sheet_parts, names, problems)
    measured = {*names.channels, *(one.network for one in sheets if one.network)}
    rows = tuple(_evidence(sections, names, measured, problems))
    rules = tuple(
        RuleLinker(names, method, place.file, problems).link(place.position, part) for place, part in sections.parts("rules", lambda file: file.rules)
    )
    checklist = ChecklistLinker(sections, groups, names.sources, problems).link()
    addresses = address_book(sections, names.channels, problems)
    registers = intake(files, checklist, problems)
    trials = pilots(sections, [part for _, part in sheet_parts], names.sources, problems), trial(head.method.pilots) if head.method.pilots else None
    screening = ScreeningLinker(sections, checklist, names, problems).link()
    sections.check_disabled()
    packed = (Raw(msgpack.encode(part)) for part in (checklist, addresses, registers, trials, screening))
    changes = tuple(sections.changes)
    known = (goals, audiences, facts, sheets, groups, sources, rows, rules, changes)
    return Rulebook(head.name, head.version, digest, method, *known, *packed), problems.found


def _named(sections: Sections, section: str, of: Callable[[FilePart], Mapping[str, Part]]) -> Iterator[Entry[Part]]:
    """The entries of a section that is a mapping by id."""
    entries = (Entry(name, file, (section, name), part) for file in sections.files for name, part in of(file.part).items())
    return sections.settle(section, entries)


def _method(part: MethodPart) -> Method:
    verdicts = part.verdicts
    return Method(
        fit_ratio=part.fit_ratio,
        points_limit=part.points_limit,
        levels=part.levels,
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
        negligible=part.negligible,
        age_overlap=part.age_overlap,
        interval_z=part.interval_z,
        strata_coverage=part.strata.coverage,
        strata_open_end=part.strata.open_end,
        survey=survey_method(part.survey),
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
        plan=plan_method(part.plan),
        podium=part.podium,
        certainty=Doubt(**dict(part.certainty)),
        questions=Questioning(part.questions.most_together),
    )


def _check_terms(files: list[Gathered], audiences: set[str], problems: Problems) -> None:
    for file in files:
        for index, part in enumerate(file.part.audiences):
            for name in part.broader:
                if name not in audiences:
                    problems.unknown(file, "unknown-audience", name, audiences, ("audiences", index, "broader"))


def _check_sheets(sheets: list[tuple[Placed, SheetPart]], names: Names, problems: Problems) -> None:
    for place, part in sheets:
        grounded = (part.hours_per_week, part.minimum_age, part.surface_factor)
        cited = (*part.sources, *(item.source for item in (*grounded, *part.features_changed) if item is not None and item.source is not None))
        for name in cited:
            if name not in names.sources:
                problems.unknown(place.file, "unknown-source", name, names.sources, ("channels", place.position))
        if part.same_names_as is not None and part.same_names_as not in names.channels:
            problems.unknown(place.file, "unknown-channel", part.same_names_as, names.channels, ("channels", place.position, "same_names_as"))


def _evidence(sections: Sections, names: Names, measured: set[str], problems: Problems) -> Iterator[Evidence]:
    entries = (
        Entry(row.id, file, ("tables", index, "rows", place, "id"), (table, row))
        for file in sections.files
        for index, table in enumerate(file.part.tables)
        for place, row in enumerate(table.rows)
    )
    for entry in sections.settle("evidence", entries):
        table, row = entry.part
        if table.source not in names.sources:
            problems.unknown(entry.file, "unknown-source", table.source, names.sources, (*entry.path[:2], "source"))
        if row.on not in measured:
            problems.unknown(entry.file, "unknown-channel", row.on, measured, (*entry.path[:4], "on"))
        yield evidence(table, row)
