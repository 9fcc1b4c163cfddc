"""Options that mean the same wherever they appear. Help is an id here; the words are put in when help is asked for."""

from typing import Annotated

import typer


def _version(asked: bool) -> None:
    if asked:
        from channelfit import __version__

        typer.echo(f"channelfit {__version__}")
        raise typer.Exit


Format = Annotated[str | None, typer.Option("--format", help="option.format", metavar="FORMAT")]
AuditFormat = Annotated[str | None, typer.Option("--format", help="audit.format", metavar="FORMAT")]
PilotFormat = Annotated[str | None, typer.Option("--format", help="pilot.format", metavar="FORMAT")]
CasesFormat = Annotated[str | None, typer.Option("--format", help="rules.test.format", metavar="FORMAT")]
Output = Annotated[str | None, typer.Option("--output", help="option.output", metavar="FILE")]
Lang = Annotated[str | None, typer.Option("--lang", help="option.lang", metavar="fr|en")]
AsOf = Annotated[str | None, typer.Option("--as-of", help="option.as-of", metavar="YYYY-MM-DD")]
Rules = Annotated[list[str] | None, typer.Option("--rules", help="option.rules", metavar="PATH")]
Quiet = Annotated[bool, typer.Option("--quiet", help="option.quiet")]
Verbose = Annotated[bool, typer.Option("--verbose", help="option.verbose")]
NoInput = Annotated[bool, typer.Option("--no-input", help="option.no-input")]
Version = Annotated[bool, typer.Option("--version", help="option.version", callback=_version, is_eager=True)]
