"""Runs cases. Pure: the same cases, rulebook and days give the same outcomes."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from channelfit.advice.engine import Advisor
from channelfit.advice.model import Advice
from channelfit.audit.collect import Collected
from channelfit.audit.run import AuditTools
from channelfit.cases import expectations, findings, screenings
from channelfit.cases.expectations import several
from channelfit.cases.explain import explained
from channelfit.cases.model import Case, Expectation, Miss, Outcome, Response
from channelfit.channels import Recogniser
from channelfit.inventory.complete import Completer
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Rulebook
from channelfit.screen.engine import Screener
from channelfit.screen.model import Screened

REFUSED = "error"


class Runner:
    """Answers cases from one rulebook; what cases of one day and country share is built once."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self._advisors: dict[tuple[date, str | None], Advisor] = {}
        self._tools: dict[date, AuditTools] = {}

    def run(self, case: Case) -> Outcome:
        answer = self.answer(case)
        return Outcome(case, tuple(explained(miss, case, self.rulebook) for miss in misses(case, case.expect, answer)), answer)

    def answer(self, case: Case) -> Response | None:
        if case.refused:
            return None
        if case.brief is not None:
            return self.advisor(case).advise(case.brief)
        if case.request is not None:
            return self.screener.screen(case.request, case.existing, case.day)
        tools = self.tools(case.day)
        collected = Collected()
        collected.add(tools.audit(case.sources))
        return collected.audit(case.day, tools.checks, ())

    @cached_property
    def screener(self) -> Screener:
        return Screener(self.rulebook, Completer(self.rulebook, Recogniser(self.rulebook).of_url))

    def advisor(self, case: Case) -> Advisor:
        key = (case.day, case.brief.country if case.brief is not None else None)
        if key not in self._advisors:
            self._advisors[key] = Advisor(Edition(self.rulebook, *key))
        return self._advisors[key]

    def tools(self, day: date) -> AuditTools:
        if day not in self._tools:
            self._tools[day] = AuditTools(self.rulebook, day)
        return self._tools[day]


def misses(case: Case, lines: Sequence[Expectation], answer: Response | None) -> Iterator[Miss]:
    """What of some expectations is not met. A case that expects nothing says nothing: that is a miss too."""
    if not lines:
        yield Miss("expect", "…", case.place, "got.nothing-expected")
    for line in lines:
        if line.kind == REFUSED or answer is None:
            yield from _refused(case, line)
        elif isinstance(answer, Advice):
            yield from expectations.misses(line, answer)
        elif isinstance(answer, Screened):
            yield from screenings.misses(line, answer)
        else:
            yield from findings.misses(line, answer)


def _refused(case: Case, line: Expectation) -> Iterator[Miss]:
    """Whether the input is refused for what the case says."""
    got = "got.refused" if case.refused else "got.accepted"
    for code in several(line.value) if line.kind == REFUSED else [line.kind]:
        if code not in case.refused:
            yield Miss(line.kind, str(code), line.place, got, {"codes": case.refused} if case.refused else {})
