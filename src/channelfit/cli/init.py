"""channelfit init: a comms-playbook repository that works, CI included."""

from typing import Annotated

import typer

from channelfit.cli import options
from channelfit.cli.commands import SETTINGS, Command
from channelfit.cli.session import Common, Session

NAME = "init"

app = typer.Typer(add_completion=False)


@app.command(NAME, cls=Command, help="command.init", context_settings=SETTINGS)
def init(
    folder: Annotated[str, typer.Argument(help="init.folder", metavar="[DIR]", show_default=False)] = ".",
    name: Annotated[str | None, typer.Option("--name", help="init.name", metavar="NAME")] = None,
    country: Annotated[str | None, typer.Option("--country", help="init.country", metavar="CODE")] = None,
    source: Annotated[str | None, typer.Option("--source", help="init.source", metavar="URL")] = None,
    lang: options.Lang = None,
    as_of: options.AsOf = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    no_input: options.NoInput = False,
    version: options.Version = False,
) -> int:
    from channelfit.cli.environment import read_environment
    from channelfit.cli.init_run import InitRun

    session = Session(NAME, Common(None, None, lang, as_of, quiet, verbose, no_input), read_environment())
    given = {"name": name, "country": country, "source": source}
    run = InitRun(session, {option: value if value is not None else session.config.text(NAME, option) for option, value in given.items()})
    return run.run(folder, chosen=lang is not None)
