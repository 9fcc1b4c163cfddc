"""channelfit rules test: the cases beside the rules, built-in and overlaid."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from channelfit.cli import options
from channelfit.cli.commands import Command
from channelfit.cli.session import Common, Session
from channelfit.cli.shared import shared

if TYPE_CHECKING:
    from channelfit.cases.model import Outcome
    from channelfit.cases.run import Runner
    from channelfit.report.cases.report import CasesReport

NAME = "rules"
COVERAGE = "--coverage"
FAILED, NOTHING = 1, 3


class CasesCommand(Command):
    """--coverage may stand alone or before a number; what is no number is the NAME."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        parsed: list[str] = super().parse_args(ctx, _joined(args))
        return parsed


@shared(options.CasesFormat)
def try_cases(
    name: Annotated[str | None, typer.Argument(help="rules.name", metavar="[NAME]", show_default=False)] = None,
    coverage: Annotated[str | None, typer.Option(COVERAGE, help="rules.coverage", metavar="[PERCENT]", show_default=False)] = None,
    *,
    common: Common,
) -> int:
    from channelfit.cases.gather import gather_cases
    from channelfit.cases.run import Runner
    from channelfit.cases.select import select
    from channelfit.cli.environment import read_environment
    from channelfit.report.cases import WRITERS, writer

    session = Session(NAME, common, read_environment())
    asked = coverage if coverage is not None else session.config.text(NAME, "coverage")
    chosen, least = session.format(tuple(WRITERS)), _percent(asked)
    rulebook = session.rulebook()
    runner = Runner(rulebook)
    outcomes = select(gather_cases(rulebook, session.overlays, session.as_of()), runner, name)
    report = _report(outcomes, runner, session, covered=asked is not None, least=least)
    session.write(writer(chosen)(report))
    if report.of("failed") or report.too_low:
        return FAILED
    return 0 if outcomes else NOTHING


def _report(outcomes: "list[Outcome]", runner: "Runner", session: Session, *, covered: bool, least: float | None) -> "CasesReport":
    from channelfit.cases.coverage import coverage
    from channelfit.report.audit.report import Screen
    from channelfit.report.cases.report import CasesReport

    screen = Screen(session.environment.width, session.colour, session.verbose, session.quiet)
    shown = coverage(outcomes, runner) if covered and outcomes else None
    return CasesReport(outcomes, shown, least, session.words, screen, session.environment.folder)


def _joined(args: list[str]) -> list[str]:
    """`--coverage 90` as `--coverage=90`, and `--coverage` alone as `--coverage=`."""
    joined: list[str] = []
    for place, word in enumerate(args):
        if word == "--":
            return [*joined, *args[place:]]
        if place and args[place - 1] == COVERAGE and _is_number(word):
            joined[-1] += word
        else:
            joined.append(f"{word}=" if word == COVERAGE else word)
    return joined


def _is_number(word: str) -> bool:
    return word.removesuffix("%").replace(".", "", 1).isdecimal()


def _percent(typed: str | None) -> float | None:
    """The least that is asked for. Raises Unusable for what is no percentage."""
    from channelfit.source.place import Problem, Unusable

    if not typed:
        return None
    least = float(typed.removesuffix("%")) if _is_number(typed) else None
    if least is None or least > 100:
        raise Unusable([Problem("bad-percent", params={"found": typed})])
    return least
