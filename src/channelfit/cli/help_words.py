"""Puts the words of one language into the help of a command line, which declares ids only."""

from typing import Any

from channelfit.rulebook.text import Language
from channelfit.words import Words
from channelfit.words.help import help_words


def with_words(command: Any, lang: Language) -> Any:
    """The command with its help, and that of its sub-commands, in a language. Called when help is asked for."""
    _panels(lang)
    return _translated(command, help_words(lang))


def _translated(command: Any, words: Words) -> Any:
    if command.help and words.knows(command.help):
        command.help = words.say(command.help)
    for param in command.params:
        for name in (getattr(param, "help", None), *(f"builtin.{option}" for option in param.opts)):
            if name and words.knows(name):
                param.help = words.say(name)
    _add_help_option(command, words)
    if hasattr(command, "list_commands"):
        original = command.get_command

        def get_command(ctx: Any, name: str) -> Any:
            found = original(ctx, name)
            return _translated(found, words) if found is not None else None

        command.get_command = get_command
    return command


def _add_help_option(command: Any, words: Words) -> None:
    """The --help option is made by the command when asked, with an English text; give it ours."""
    original = command.get_help_option

    def get_help_option(ctx: Any) -> Any:
        option = original(ctx)
        if option is not None:
            option.help = words.say("builtin.--help")
        return option

    command.get_help_option = get_help_option


def _panels(lang: Language) -> None:
    """Titles of the panels, which typer keeps as constants."""
    from typer import rich_utils

    words = help_words(lang)
    for constant in ("ARGUMENTS_PANEL_TITLE", "OPTIONS_PANEL_TITLE", "COMMANDS_PANEL_TITLE"):
        if hasattr(rich_utils, constant):
            setattr(rich_utils, constant, words.say(f"panel.{constant}"))
