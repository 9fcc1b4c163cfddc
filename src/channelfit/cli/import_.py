"""channelfit import: an inventory kept in a spreadsheet or a public register becomes a presence file."""

from typing import Annotated

import typer

from channelfit.cli.commands import SETTINGS, Command
from channelfit.cli.session import Common, Session
from channelfit.cli.shared import shared

NAME = "import"

app = typer.Typer(add_completion=False)


@app.command(NAME, cls=Command, help="command.import", context_settings=SETTINGS)
@shared()
def import_(
    file: Annotated[str, typer.Argument(help="import.file", metavar="FILE")],
    map_: Annotated[list[str] | None, typer.Option("--map", help="import.map", metavar="FIELD=COLUMN")] = None,
    preset: Annotated[str | None, typer.Option("--preset", help="import.preset", metavar="usdr|dila")] = None,
    report: Annotated[str | None, typer.Option("--report", help="import.report", metavar="FILE")] = None,
    *,
    common: Common,
) -> int:
    from channelfit.cli.environment import read_environment
    from channelfit.cli.import_run import ImportRun

    session = Session(NAME, common, read_environment())
    given = {"preset": preset, "report": report}
    run = ImportRun(session, {name: value if value is not None else session.config.text(NAME, name) for name, value in given.items()})
    return run.run(file, map_ or [item.text for item in session.config.items(NAME, "map")])
