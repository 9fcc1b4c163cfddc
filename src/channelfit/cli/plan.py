"""channelfit plan: which set of channels for the hours there are, and how far to go."""

from typing import TYPE_CHECKING, Annotated

import typer

from channelfit.cli import complete, options
from channelfit.cli.commands import SETTINGS, Command
from channelfit.cli.session import Common, Session
from channelfit.cli.shared import shared
from channelfit.report.formats import FORMATS

if TYPE_CHECKING:
    from channelfit.planning.model import Plan
    from channelfit.rulebook.edition import Edition

NAME = "plan"

app = typer.Typer(add_completion=False)


@app.command(NAME, cls=Command, help="command.plan", context_settings=SETTINGS)
@shared(options.Format)
def plan(
    brief: Annotated[str, typer.Argument(help="advise.brief", metavar="BRIEF", show_default=False)],
    hours: Annotated[str | None, typer.Option("--hours", help="plan.hours", metavar="N")] = None,
    presence: Annotated[str | None, typer.Option("--presence", help="plan.presence", metavar="FILE")] = None,
    require: Annotated[list[str] | None, typer.Option("--require", help="plan.require", metavar="CHANNEL", autocompletion=complete.channels)] = None,
    exclude: Annotated[list[str] | None, typer.Option("--exclude", help="plan.exclude", metavar="CHANNEL", autocompletion=complete.channels)] = None,
    min_reach: Annotated[
        list[str] | None, typer.Option("--min-reach", help="plan.min-reach", metavar="AUDIENCE=SHARE", autocompletion=complete.audiences)
    ] = None,
    fact: Annotated[list[str] | None, typer.Option("--fact", help="advise.fact", metavar="NAME=VALUE", autocompletion=complete.facts)] = None,
    consider: Annotated[
        list[str] | None, typer.Option("--consider", help="plan.consider", metavar="CHANNEL", autocompletion=complete.channels)
    ] = None,
    *,
    common: Common,
) -> int:
    from channelfit.cli.environment import read_environment
    from channelfit.cli.plan_run import PlanRun

    session = Session(NAME, common, read_environment())
    chosen = session.format(FORMATS)
    asked = {"--fact": fact or (), "--consider": consider or ()}
    wished = {"--require": require or (), "--exclude": exclude or (), "--min-reach": min_reach or ()}
    found, edition = PlanRun(session, brief, presence, asked).run(hours, wished)
    session.write(_render(found, edition, session, chosen))
    return 0


def _render(found: "Plan", edition: "Edition", session: Session, chosen: str) -> str:
    if chosen == "json":
        from channelfit.report.plan_json import plan_json

        return plan_json(found, edition, session.lang)
    from channelfit.report.plan_outline import PlanOutliner

    outline = PlanOutliner(found, edition, session.words, full=session.verbose, quiet=session.quiet).outline()
    if chosen == "markdown":
        from channelfit.report.plan_markdown import plan_markdown

        return plan_markdown(outline)
    from channelfit.report.plan_text import plan_text

    return plan_text(outline, session.environment.width, session.colour)
