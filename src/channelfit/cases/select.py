"""Which cases a name means: a rule or check, else a file, else a part of the name of a case."""

from collections.abc import Iterable, Sequence

from channelfit.advice.model import Advice
from channelfit.audit.model import Audit
from channelfit.cases.model import Case, Outcome
from channelfit.cases.run import Runner
from channelfit.cases.traces import rules_at_work
from channelfit.screen.model import Screened
from channelfit.source.nearest import fold


def select(cases: Sequence[Case], runner: Runner, name: str | None) -> list[Outcome]:
    """The outcomes of the cases that a name means; without one, of all. A rule means the cases that name it or where it is at work."""
    if name is None:
        return _run(cases, runner)
    rulebook = runner.rulebook
    ids = {rule.id for rule in rulebook.rules} | {check.id for check in rulebook.checklist().checks}
    ids |= {stop.id for stop in rulebook.screening().stops} | {change.id for change in rulebook.changes}
    if name in ids:
        return [outcome for outcome in _run(cases, runner) if about(outcome, name)]
    return _run(_of_file(cases, name) or [case for case in cases if fold(name) in fold(case.name)], runner)


def about(outcome: Outcome, rule: str) -> bool:
    """Whether a case shows a rule or a check."""
    if any(rule in line.names for line in outcome.case.expect):
        return True
    if isinstance(outcome.answer, Advice):
        return rule in rules_at_work(outcome.answer)
    if isinstance(outcome.answer, Screened):
        return any(met.stop == rule for met in outcome.answer.stops)
    return isinstance(outcome.answer, Audit) and any(finding.check == rule for finding in outcome.answer.findings)


def _run(cases: Iterable[Case], runner: Runner) -> list[Outcome]:
    return [runner.run(case) for case in cases]


def _of_file(cases: Iterable[Case], name: str) -> list[Case]:
    """The cases of a file, by its family or by the end of its path."""
    wanted = name.replace("\\", "/").removeprefix("./")
    return [case for case in cases if case.family == name or f"/{case.place.file}".replace("\\", "/").endswith(f"/{wanted}")]
