"""Parts of the screening to questions, stops and alternatives; every field, channel and source they name exists."""

from collections.abc import Iterable, Mapping

from channelfit.conditions.model import Condition
from channelfit.rulebook.checks import PLACEHOLDER, Checklist
from channelfit.rulebook.conditions import ConditionReader
from channelfit.rulebook.documents.screening import AlternativePart, PathStepPart, QuestionPart, StopPart
from channelfit.rulebook.link.checks import limit
from channelfit.rulebook.link.names import LIMIT, REQUEST, Askable, ScopeNames
from channelfit.rulebook.link.problems import Problems
from channelfit.rulebook.link.rules import Names
from channelfit.rulebook.link.sections import Placed, Sections
from channelfit.rulebook.link.terms import synonyms, text
from channelfit.rulebook.screening import Alternative, PathStep, Question, Screening, Stop
from channelfit.source.place import Problem

Path = tuple[str | int, ...]


class ScreeningLinker:
    """Links the screening of all files against the fields of a request."""

    def __init__(self, sections: Sections, checklist: Checklist, names: Names, problems: Problems) -> None:
        self._sections = sections
        self._known = names
        self._asked = ScopeNames(checklist.fields, checklist.derived).of(REQUEST)
        self._checks = {check.id for check in checklist.checks}
        self._problems = problems

    def link(self) -> Screening:
        questions = list(self._sections.parts("questions", lambda file: file.questions))
        alternatives = list(self._sections.parts("alternatives", lambda file: file.alternatives))
        self._questions = {part.id for _, part in questions}
        self._targets = {*self._known.channels, *(part.id for _, part in alternatives)}
        return Screening(
            tuple(self._question(place, part) for place, part in questions),
            tuple(self._stop(place, part) for place, part in self._sections.parts("stops", lambda file: file.stops)),
            tuple(self._alternative(place, part) for place, part in alternatives),
            {name: synonyms(part) for file in self._sections.files for name, part in file.part.phrases.items()},
            tuple(self._step(place, part) for place, part in self._sections.parts("regularisation", lambda file: file.regularisation)),
        )

    def _question(self, place: Placed, part: QuestionPart) -> Question:
        path: Path = ("questions", place.position)
        self._exist(place, "unknown-source", part.sources, self._known.sources, (*path, "sources"))
        self._exist(place, "unknown-fact", (*part.fields, *part.also), self._asked, (*path, "fields"))
        return Question(part.id, text(part.ask), text(part.purpose), part.fields, part.sources, part.also, part.gate)

    def _alternative(self, place: Placed, part: AlternativePart) -> Alternative:
        path: Path = ("alternatives", place.position)
        self._exist(place, "unknown-source", part.sources, self._known.sources, (*path, "sources"))
        self._exist(place, "unknown-fact", filter(None, [part.named_by]), self._asked, (*path, "named_by"))
        return Alternative(part.id, text(part.label), text(part.means), part.sources, part.named_by)

    def _step(self, place: Placed, part: PathStepPart) -> PathStep:
        path: Path = ("regularisation", place.position)
        self._exist(place, "unknown-source", part.sources, self._known.sources, (*path, "sources"))
        self._exist(place, "unknown-check", part.checks, self._checks, (*path, "checks"))
        return PathStep(part.id, part.days, part.basis, text(part.owner), text(part.do), part.checks, part.sources, part.kinds)

    def _stop(self, place: Placed, part: StopPart) -> Stop:
        path: Path = ("stops", place.position)
        asked = {**self._asked, LIMIT: Askable(LIMIT, "number")} if part.limit is not None else self._asked
        self._exist(place, "unknown-source", part.sources, self._known.sources, (*path, "sources"))
        self._exist(place, "unknown-question", (part.stops.question,), self._questions, (*path, "stops", "question"))
        self._exist(place, "unknown-channel", part.stops.to, self._targets, (*path, "stops", "to"))
        for said in (part.because.fr, part.because.en, part.remedy.fr, part.remedy.en):
            self._exist(place, "unknown-placeholder", PLACEHOLDER.findall(said), asked, (*path, "because"))
        return Stop(
            id=part.id,
            family=place.file.family,
            question=part.stops.question,
            outcome=part.stops.outcome,
            since=part.since,
            review_by=part.review_by,
            when=self._condition(place, asked, part.when, (*path, "when")),
            because=text(part.because),
            remedy=text(part.remedy),
            sources=part.sources,
            to=part.stops.to,
            until=part.until,
            unless=None if part.unless is None else self._condition(place, asked, part.unless, (*path, "unless")),
            jurisdiction=part.where,
            limit=limit(part.limit),
            origin=place.file.origin,
        )

    def _condition(self, place: Placed, asked: Mapping[str, Askable], lines: Mapping[str, object], path: Path) -> Condition:
        def report(problem: Problem, where: Path) -> None:
            self._problems.add(place.file, problem, where)

        return ConditionReader(asked, {}, {}, report, self._known.groups).read(lines, path)

    def _exist(self, place: Placed, code: str, used: Iterable[str], known: Iterable[str], path: Path) -> None:
        found = set(known)
        for name in used:
            if name not in found:
                self._problems.unknown(place.file, code, name, found, path)
