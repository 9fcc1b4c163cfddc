"""channelfit rules changes: what changed for some briefs between two dates, or by the rules laid on top, and what did it."""

from typing import TYPE_CHECKING, Annotated

import typer

from channelfit.cli import options
from channelfit.cli.session import Common, Session
from channelfit.cli.shared import shared

if TYPE_CHECKING:
    from channelfit.cli.changes_run import Span

BROKEN = 1


@shared(options.Format)
def changes(
    briefs: Annotated[list[str], typer.Argument(help="rules.briefs", metavar="BRIEFS...")],
    from_: Annotated[str | None, typer.Option("--from", help="rules.from", metavar="YYYY-MM-DD")] = None,
    to: Annotated[str | None, typer.Option("--to", help="rules.to", metavar="YYYY-MM-DD")] = None,
    *,
    common: Common,
) -> int:
    from channelfit.cli.brief_files import brief_files, read_briefs
    from channelfit.cli.changes_run import compare_all, render
    from channelfit.cli.environment import read_environment
    from channelfit.report.formats import FORMATS
    from channelfit.source.place import Unusable

    session = Session("rules", common, read_environment())
    chosen, rulebook = session.format(FORMATS), session.rulebook()
    span = _span(session, from_, to, overlaid=bool(rulebook.overlays))
    found, problems = read_briefs(brief_files(briefs), rulebook)
    compared = compare_all(found, span, rulebook, session.built_in() if rulebook.overlays else None)
    if found:
        session.write(render(compared, span, rulebook, session, chosen))
    if problems:
        raise Unusable(problems, rest_done=bool(found))
    return BROKEN if any(item.broken for item in compared) else 0


def _span(session: Session, from_: str | None, to: str | None, *, overlaid: bool) -> "Span":
    """The two days. Without an earlier one only what overlays change can be told. Raises Unusable."""
    from channelfit.cli.changes_run import Span
    from channelfit.source.place import Problem, Unusable

    before, after = session.day("from", from_), session.day("to", to) or session.as_of()
    if before is None and not overlaid:
        raise Unusable([Problem("no-day-to-compare")])
    if before is not None and before > after:
        raise Unusable([Problem("days-reversed", params={"before": before.isoformat(), "after": after.isoformat()})])
    return Span(before, after)
