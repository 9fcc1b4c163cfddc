"""The options that every command has, declared once: a command is given them together."""

from collections.abc import Callable
from inspect import Parameter, signature
from typing import Any, TypeVar

from channelfit.cli import options
from channelfit.cli.session import Common

Status = TypeVar("Status")
VALUES = {"output": options.Output, "lang": options.Lang, "as_of": options.AsOf, "rules": options.Rules}
SWITCHES = {"quiet": options.Quiet, "verbose": options.Verbose, "no_input": options.NoInput, "version": options.Version}
GIVEN = "common"


def shared(format_: Any = None) -> Callable[[Callable[..., Status]], Callable[..., Status]]:
    """A command whose parameter `common` stands for the options that all have, behind `--format` where it has one."""
    values = VALUES if format_ is None else {"format_": format_, **VALUES}
    more = [
        *(Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=option) for name, option in values.items()),
        *(Parameter(name, Parameter.KEYWORD_ONLY, default=False, annotation=option) for name, option in SWITCHES.items()),
    ]

    def declared(function: Callable[..., Status]) -> Callable[..., Status]:
        def command(**given: Any) -> Status:
            typed = {parameter.name: given.pop(parameter.name) for parameter in more}
            return function(**given, common=_common(**typed))

        whole: Any = command  # typer reads the options off these two
        parameters = [parameter for name, parameter in signature(function).parameters.items() if name != GIVEN]
        whole.__signature__ = signature(function).replace(parameters=[*parameters, *more])
        whole.__annotations__ = {parameter.name: parameter.annotation for parameter in whole.__signature__.parameters.values()}
        return command

    return declared


def _common(*, rules: list[str] | None, version: bool, format_: str | None = None, **typed: Any) -> Common:
    return Common(format=format_, rules=rules or (), **typed)
