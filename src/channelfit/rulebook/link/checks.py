"""Parts of the checklist to fields, derived facts and checks: every name they use is one that exists in their scope."""

from collections.abc import Iterable, Mapping

from channelfit.conditions.model import Condition
from channelfit.rulebook.checks import PLACEHOLDER, Check, Checklist, Derived, Field, FieldOption, Limit, Step
from channelfit.rulebook.conditions import ConditionReader
from channelfit.rulebook.documents.checks import CheckPart, DerivedPart, FieldPart, LimitPart, StepPart
from channelfit.rulebook.link.lints import lints, renamed
from channelfit.rulebook.link.names import ACCOUNT, LIMIT, PAIR, PERSON, TEXT, UNDECLARED, Askable, Names, ScopeNames
from channelfit.rulebook.link.problems import Problems
from channelfit.rulebook.link.sections import Entry, Placed, Sections
from channelfit.rulebook.link.terms import synonyms, text
from channelfit.source.nearest import fold
from channelfit.source.place import Problem

Groups = Mapping[str, tuple[str, ...]]


class ChecklistLinker:
    """Links the checklist of all files against the channels, groups and sources of the rulebook."""

    def __init__(self, sections: Sections, groups: Groups, sources: Iterable[str], problems: Problems) -> None:
        self._sections = sections
        self._groups = groups
        self._sources = frozenset(sources)
        self._problems = problems

    def link(self) -> Checklist:
        entries = (
            Entry(f"{part.of}.{part.id}", file, ("fields", index, "id"), part)
            for file in self._sections.files
            for index, part in enumerate(file.part.fields)
        )
        fields = tuple(field(entry.part) for entry in self._sections.settle("fields", entries))
        derived_parts = list(self._sections.parts("derived", lambda file: file.derived))
        bare = [Derived(part.id, part.of, *_how(part), text(part.label)) for _, part in derived_parts]
        self._names = ScopeNames(fields, bare)
        derived = tuple(self._derived(place, part) for place, part in derived_parts)
        self._renamed = renamed(self._sections)
        checks = list(self._sections.parts("checks", lambda file: file.checks))
        known = {part.id for file in self._sections.files for part in file.part.checks}
        track = [self._step(place, part) for place, part in self._sections.parts("track", lambda file: file.track)]
        linked = tuple(self._check(place, part, known) for place, part in checks)
        return Checklist(fields, derived, linked, tuple(track), lints(self._sections), self._renamed)

    def _derived(self, place: Placed, part: DerivedPart) -> Derived:
        path = ("derived", place.position)
        names = self._names.of(ACCOUNT if part.of == PAIR else part.of)  # both sides of a pair are accounts
        names = {"accounts": Askable("accounts", "records", entry=ACCOUNT), **names}
        how, operands = _how(part)
        self._known(place, operands[:1], names, path)
        among = "accounts" if part.unserved is not None else operands[0]  # what no account serves is looked for among all of them
        entry = names[among].entry if among in names else None
        where = None
        if part.where is not None:
            where = self._condition(place, self._names.of(entry or TEXT), part.where, (*path, "where"))
        return Derived(part.id, part.of, how, operands, text(part.label), where, part.same, entry)

    def _step(self, place: Placed, part: StepPart) -> Step:
        path = ("track", place.position)
        self._cited(place, part.sources, path)
        when = self._condition(place, self._names.of(UNDECLARED), part.when, (*path, "when"))
        return Step(part.id, part.understand, when, part.decision, text(part.then), part.sources)

    def _cited(self, place: Placed, sources: Iterable[str], path: tuple[str | int, ...]) -> None:
        for name in sources:
            if name not in self._sources:
                self._problems.unknown(place.file, "unknown-source", name, self._sources, (*path, "sources"))

    def _check(self, place: Placed, part: CheckPart, known: set[str]) -> Check:
        path = ("checks", place.position)
        names = self._scope(place, part, path)
        self._cited(place, part.sources, path)
        for name in part.supersedes:
            if name not in known:
                self._problems.unknown(place.file, "unknown-rule", name, known, (*path, "supersedes"))
        for said in (part.message.fr, part.message.en, part.fix.fr, part.fix.en):
            self._known(place, PLACEHOLDER.findall(said), names, (*path, "message"), "unknown-placeholder")
        pointed = {**names, **self._names.of(ACCOUNT)} if part.each == PERSON else names  # a person stands where their first account does
        self._known(place, part.at, pointed, (*path, "at"))
        one = self._names.of(ACCOUNT)
        return Check(
            id=part.id,
            family=place.file.family,
            scope=part.each,
            severity=part.severity,
            since=part.since,
            until=part.until,
            review_by=part.review_by,
            title=text(part.title),
            when=self._condition(place, names, part.when, (*path, "when")),
            unless=None if part.unless is None else self._condition(place, names, part.unless, (*path, "unless")),
            message=text(part.message),
            fix=text(part.fix),
            because=text(part.because),
            sources=part.sources,
            at=part.at,
            jurisdiction=part.where,
            limit=limit(part.limit),
            supersedes=part.supersedes,
            over=part.over,
            entry=self._entry(part),
            key=part.key,
            one=None if part.one is None else self._condition(place, one, part.one, (*path, "one")),
            other=None if part.other is None else self._condition(place, one, part.other, (*path, "other")),
            same=part.same,
            origin=place.file.origin,
            was=tuple(entry.old for entry in self._renamed if entry.new == part.id),
        )

    def _scope(self, place: Placed, part: CheckPart, path: tuple[str | int, ...]) -> Names:
        names = self._names.of(part.each)
        if part.over is not None:
            self._known(place, (part.over,), names, (*path, "over"))
            names = self._names.over(part.each, self._entry(part) or "")
        return {**names, LIMIT: Askable(LIMIT, "number")} if part.limit is not None else names

    def _entry(self, part: CheckPart) -> str | None:
        """The kind of record that a list of the scope holds; a list of texts holds texts."""
        named = self._names.of(part.each).get(part.over or "")
        return None if named is None else named.entry or TEXT

    def _known(self, place: Placed, used: Iterable[str], names: Names, path: tuple[str | int, ...], code: str = "unknown-fact") -> None:
        for name in used:
            if name not in names:
                self._problems.unknown(place.file, code, name, names, path)

    def _condition(self, place: Placed, names: Names, lines: Mapping[str, object], path: tuple[str | int, ...]) -> Condition:
        def report(problem: Problem, where: tuple[str | int, ...]) -> None:
            self._problems.add(place.file, problem, where)

        return ConditionReader(names, {}, {}, report, self._groups).read(lines, path)


def field(part: FieldPart) -> Field:
    options = tuple(FieldOption(option.id, text(option.label), _folded(synonyms(option.words))) for option in part.options)
    return Field(
        id=part.id,
        of=part.of,
        kind=part.kind,
        label=text(part.label),
        options=options,
        entry=part.entry,
        headings=synonyms(part.headings),
        default=part.default,
        left_out_is_absent=part.left_out_is_absent,
        computed=part.computed,
        at_most=part.at_most,
    )


def limit(part: LimitPart | None) -> Limit | None:
    return None if part is None else Limit(part.value, text(part.unit), part.basis, text(part.note) if part.note else None)


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(fold(word) for word in words)


def _how(part: DerivedPart) -> tuple[str, tuple[str, ...]]:
    return next(iter(part.stated().items()))
