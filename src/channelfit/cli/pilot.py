"""channelfit pilot: try a channel under a rule written down beforehand, then decide on what was counted."""

from typing import Annotated

import typer

from channelfit.cli import complete, options
from channelfit.cli.commands import SETTINGS, Command, Group
from channelfit.cli.session import Common, Session
from channelfit.cli.shared import shared

NAME = "pilot"

app = typer.Typer(name=NAME, cls=Group, help="command.pilot", add_completion=False, context_settings=SETTINGS)


@app.command("design", cls=Command, help="command.pilot.design", context_settings=SETTINGS)
@shared()
def design(
    brief: Annotated[str, typer.Argument(help="pilot.brief", metavar="BRIEF")],
    channel: Annotated[str | None, typer.Option("--channel", help="pilot.channel", metavar="CHANNEL", autocompletion=complete.channels)] = None,
    against: Annotated[str | None, typer.Option("--against", help="pilot.against", metavar="CHANNEL", autocompletion=complete.channels)] = None,
    template: Annotated[str | None, typer.Option("--template", help="pilot.template", metavar="ID", autocompletion=complete.templates)] = None,
    metric: Annotated[str | None, typer.Option("--metric", help="pilot.metric", metavar="COUNTED / OUT-OF")] = None,
    p0: Annotated[str | None, typer.Option("--p0", help="pilot.p0", metavar="SHARE")] = None,
    p1: Annotated[str | None, typer.Option("--p1", help="pilot.p1", metavar="SHARE")] = None,
    weeks: Annotated[str | None, typer.Option("--weeks", help="pilot.weeks", metavar="N")] = None,
    starts: Annotated[str | None, typer.Option("--starts", help="pilot.starts", metavar="YYYY-MM-DD")] = None,
    *,
    common: Common,
) -> int:
    from channelfit.cli.environment import read_environment
    from channelfit.cli.pilot_design import PilotDesign

    session = Session(NAME, common, read_environment())
    given = {"channel": channel, "against": against, "template": template, "metric": metric, "p0": p0, "p1": p1, "weeks": weeks, "starts": starts}
    return PilotDesign(session, {name: value if value is not None else session.config.text(NAME, name) for name, value in given.items()}).run(brief)


@app.command("review", cls=Command, help="command.pilot.review", context_settings=SETTINGS)
@shared(options.PilotFormat)
def review(
    pilot: Annotated[str, typer.Argument(help="pilot.file", metavar="PILOT")],
    update: Annotated[str | None, typer.Option("--update", help="pilot.update", metavar="DIR")] = None,
    *,
    common: Common,
) -> int:
    from channelfit.cli.environment import read_environment
    from channelfit.cli.pilot_review import PilotReview

    session = Session(NAME, common, read_environment())
    return PilotReview(session).run(pilot, update if update is not None else session.config.text(NAME, "update"))
