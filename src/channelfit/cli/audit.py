"""channelfit audit: check the accounts that exist."""

from typing import Annotated

import typer

from channelfit.cli import complete, options
from channelfit.cli.commands import SETTINGS, Command
from channelfit.cli.session import Common, Session
from channelfit.cli.shared import shared

NAME = "audit"

app = typer.Typer(add_completion=False)


@app.command(NAME, cls=Command, help="command.audit", context_settings=SETTINGS)
@shared(options.AuditFormat)
def audit(
    presence: Annotated[list[str], typer.Argument(help="audit.presence", metavar="PRESENCE...")],
    fail_on: Annotated[str | None, typer.Option("--fail-on", help="audit.fail-on", metavar="error|warning|info|never")] = None,
    select: Annotated[list[str] | None, typer.Option("--select", help="audit.select", metavar="ID", autocompletion=complete.checks)] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", help="audit.ignore", metavar="ID", autocompletion=complete.checks)] = None,
    baseline: Annotated[str | None, typer.Option("--baseline", help="audit.baseline", metavar="FILE")] = None,
    write_baseline: Annotated[str | None, typer.Option("--write-baseline", help="audit.write-baseline", metavar="FILE")] = None,
    observed: Annotated[str | None, typer.Option("--observed", help="audit.observed", metavar="FILE")] = None,
    organisation: Annotated[str | None, typer.Option("--organisation", help="audit.organisation", metavar="FILE")] = None,
    *,
    common: Common,
) -> int:
    from channelfit.cli.audit_run import AuditRun
    from channelfit.cli.environment import read_environment

    session = Session(NAME, common, read_environment())
    given = {"fail_on": fail_on, "baseline": baseline, "observed": observed, "organisation": organisation}
    run = AuditRun(session, {name: value if value is not None else session.config.text(NAME, name) for name, value in given.items()})
    return run.run(presence, select or (), ignore or (), write_baseline)
