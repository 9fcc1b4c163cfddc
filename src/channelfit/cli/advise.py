"""channelfit advise: rank channels for goals and audiences, with the reasoning."""

from typing import Annotated

import typer

from channelfit.cli import complete, options
from channelfit.cli.commands import SETTINGS, Command
from channelfit.cli.session import Common, Session
from channelfit.cli.shared import shared

NAME = "advise"

app = typer.Typer(add_completion=False)


@app.command(NAME, cls=Command, help="command.advise", context_settings=SETTINGS)
@shared(options.Format)
def advise(
    brief: Annotated[str | None, typer.Argument(help="advise.brief", metavar="[BRIEF]", show_default=False)] = None,
    goal: Annotated[list[str] | None, typer.Option("--goal", help="advise.goal", metavar="ID[=WEIGHT]", autocompletion=complete.goals)] = None,
    audience: Annotated[
        list[str] | None, typer.Option("--audience", help="advise.audience", metavar="ID[=WEIGHT]", autocompletion=complete.audiences)
    ] = None,
    fact: Annotated[list[str] | None, typer.Option("--fact", help="advise.fact", metavar="NAME=VALUE", autocompletion=complete.facts)] = None,
    consider: Annotated[
        list[str] | None, typer.Option("--consider", help="advise.consider", metavar="CHANNEL", autocompletion=complete.channels)
    ] = None,
    what_if: Annotated[
        list[str] | None, typer.Option("--what-if", help="advise.what-if", metavar="NAME=VALUE", autocompletion=complete.facts)
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="advise.check")] = False,
    brief_out: Annotated[str | None, typer.Option("--brief-out", help="advise.brief-out", metavar="FILE")] = None,
    *,
    common: Common,
) -> int:
    from channelfit.cli.advise_run import AdviseRun
    from channelfit.cli.asked import Asked
    from channelfit.cli.environment import read_environment

    session = Session(NAME, common, read_environment())
    typed = {"--goal": goal or (), "--audience": audience or (), "--fact": fact or (), "--consider": consider or ()}
    return AdviseRun(session, Asked(brief, typed), what_if or (), brief_out).run(check=check)
