"""channelfit screen: the ten questions before opening an account."""

from typing import Annotated

import typer

from channelfit.cli import options
from channelfit.cli.commands import SETTINGS, Command
from channelfit.cli.session import Common, Session
from channelfit.cli.shared import shared

NAME = "screen"

app = typer.Typer(add_completion=False)


@app.command(NAME, cls=Command, help="command.screen", context_settings=SETTINGS)
@shared(options.Format)
def screen(
    request: Annotated[str | None, typer.Argument(help="screen.request", metavar="[REQUEST]", show_default=False)] = None,
    presence: Annotated[str | None, typer.Option("--presence", help="screen.presence", metavar="FILE")] = None,
    letter: Annotated[str | None, typer.Option("--letter", help="screen.letter", metavar="FILE")] = None,
    print_: Annotated[str | None, typer.Option("--print", help="screen.print", metavar="FILE")] = None,
    request_out: Annotated[str | None, typer.Option("--request-out", help="screen.request-out", metavar="FILE")] = None,
    register: Annotated[str | None, typer.Option("--register", help="screen.register", metavar="PRESENCE")] = None,
    from_undeclared: Annotated[
        tuple[str, str] | None, typer.Option("--from-undeclared", help="screen.from-undeclared", metavar="PRESENCE ID", show_default=False)
    ] = None,
    *,
    common: Common,
) -> int:
    from channelfit.cli.environment import read_environment
    from channelfit.cli.screen_run import ScreenRun

    session = Session(NAME, common, read_environment())
    typed = {"presence": presence, "letter": letter, "print": print_, "request_out": request_out, "register": register}
    given = {name: value if value is not None else session.config.text(NAME, name) for name, value in typed.items()}
    places = {name: session.config.place(NAME, name) for name, value in typed.items() if value is None}
    return ScreenRun(session, given, places).run(request, from_undeclared)
