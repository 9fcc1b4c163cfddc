"""The commands, each in its own file. Only the one that is called is built."""

from importlib import import_module
from typing import Any

import typer
from typer.main import get_command

from channelfit.cli import options
from channelfit.cli.commands import HELP_OPTIONS, SETTINGS, Group
from channelfit.rulebook.text import Language

MODULES = {"import": "import_"}  # where the name of a command is a word of the language
COMMANDS = {
    name: f"channelfit.cli.{MODULES.get(name, name)}"
    for name in ("advise", "audit", "import", "channels", "rules", "init", "plan", "survey", "screen", "pilot", "schema")
}


class LazyGroup(Group):
    """A group whose commands are imported when they are called or listed."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return get_command(import_module(COMMANDS[cmd_name]).app) if cmd_name in COMMANDS else None


app = typer.Typer(cls=LazyGroup, help="command.channelfit", context_settings=SETTINGS, no_args_is_help=False)


@app.callback(invoke_without_command=True)
def channelfit(context: typer.Context, version: options.Version = False) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def command_for(arguments: list[str], lang: Language) -> Any:
    """The command line, its help in the language given when help is asked for."""
    command = get_command(app)
    if not arguments or not set(HELP_OPTIONS).isdisjoint(arguments):
        from channelfit.cli.help_words import with_words

        return with_words(command, lang)
    return command
