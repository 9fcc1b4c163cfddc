"""What every writer of outcomes works from, and what several of them say in the same words."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from channelfit.advice.model import Fit
from channelfit.cases.coverage import Coverage, Covered
from channelfit.cases.model import Miss, Outcome, Row
from channelfit.report.audit.report import Screen
from channelfit.source.place import Param
from channelfit.words import Words
from channelfit.words.catalogue import signed

WORDS = {"verdict": "verdict", "basis": "basis-word"}
NEVER = ("true", "false", "decisive")


class CasesReport:
    """Outcomes with the words to say them; `coverage` where it was asked for, with the least that was asked."""

    def __init__(  # noqa: PLR0917 a report is of all of these
        self, outcomes: Sequence[Outcome], coverage: Coverage | None, least: float | None, words: Words, screen: Screen, folder: PurePath
    ) -> None:
        self.outcomes = outcomes
        self.coverage = coverage
        self.least = least
        self.words = words
        self.screen = screen
        self._folder = folder

    def of(self, *statuses: str) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if outcome.status in statuses]

    @property
    def too_low(self) -> bool:
        return self.coverage is not None and self.least is not None and self.coverage.percent < self.least

    def file(self, outcome: Outcome) -> str:
        """The file of a case, relative to the working folder where it lies in it, with forward slashes."""
        path = PurePath(outcome.case.place.file)
        return (path.relative_to(self._folder) if path.is_relative_to(self._folder) else path).as_posix()

    def place(self, outcome: Outcome, miss: Miss | None = None) -> str:
        return f"{self.file(outcome)}:{(miss or outcome.case).place.span.line}"

    def layer(self, origin: str) -> str:
        return origin or self.words.say("cases.built-in")

    def expected(self, miss: Miss) -> str:
        return self.words.say("cases.expected", kind=miss.kind, value=miss.expected)

    def got(self, miss: Miss) -> str:
        """What came instead, in words."""
        return said_of(miss, self.words)

    def summary(self) -> str:
        """How many cases, and how many of each status."""
        if not self.outcomes:
            return self.words.say("cases.none")
        counts = Counter(outcome.status for outcome in self.outcomes)
        parts = [self.words.count(f"cases.{status}", counts[status]) for status in ("passed", "failed", "todo", "todo-passes") if counts[status]]
        return self.words.say("cases.summary", cases=self.words.count("cases.cases", len(self.outcomes)), counts=", ".join(parts))

    def layers(self) -> Iterator[str]:
        """How many cases each layer has, where there are several."""
        counts = Counter(outcome.case.origin for outcome in self.outcomes)
        if set(counts) != {""}:
            failed = Counter(outcome.case.origin for outcome in self.of("failed"))
            for origin, number in counts.items():
                yield self.words.say("cases.layer", layer=self.layer(origin), cases=self.words.count("cases.cases", number), failed=failed[origin])

    def decided(self, miss: Miss) -> Iterator[str]:
        """The contributions that decided, a line each, then the rules."""
        yield from (self._row(row) for row in miss.rows)
        more = [rule for rule in miss.rules if rule not in miss.params.values()]
        if more:
            yield self.words.say("cases.rules", rules=more)

    def _row(self, row: Row) -> str:
        part = row.part
        return self.words.say(
            "cases.row",
            channel=row.channel,
            score=self.words.number(part.score, 1),
            goal=part.goal,
            audience=part.audience,
            share=self.words.percent(part.presence.share),
            grounds=(self.words.say(f"basis-word.{part.presence.basis}"), *part.presence.rules, *part.presence.evidence),
            points=self._points(part.fit),
        )

    def _points(self, fit: Fit) -> str:
        if fit.vetoes:
            return self.words.say("cases.vetoed", rules=fit.vetoes)
        named = ", ".join(f"{one.rule} {signed(one.points)}" for one in fit.rules)
        return self.words.say("cases.points", points=signed(fit.points), rules=named) if named else self.words.say("cases.no-points")

    def covered(self) -> Iterator[tuple[str, Sequence[Covered]]]:
        """What was never shown, by kind, with a heading."""
        if self.coverage is not None:
            for what in NEVER:
                found = self.coverage.never(what)
                if found:
                    yield self.words.count(f"cases.never-{what}", len(found)), found

    def measure(self) -> str:
        """The figure and what it measures."""
        assert self.coverage is not None
        shown = sum(entry.both for entry in self.coverage.entries)
        said = self.words.say("cases.coverage", percent=self.words.percent(self.coverage.percent / 100), shown=shown, n=len(self.coverage.entries))
        return said if not self.too_low else f"{said} {self.words.say('cases.too-low', least=float(self.least or 0))}"


def said_of(miss: Miss, words: Words) -> str:
    """What came instead of what was expected, in one language."""
    return words.say(miss.got, **{name: _shown(name, value, words) for name, value in miss.params.items()})


def _shown(name: str, value: Param, words: Words) -> Param:
    if name == "share" and isinstance(value, float):
        return words.percent(value)
    return words.say(f"{WORDS[name]}.{value}") if name in WORDS else value
