"""Wrong usage of the command line as problems of ours, in both languages."""

import sys
from typing import Any

import typer

from channelfit.source.nearest import nearest
from channelfit.source.place import Param, Problem


def usage_error() -> type[Exception]:
    """The class of all usage errors; typer keeps it in a package of its own or in click's, by its version."""
    return typer.BadParameter.__mro__[1]


def usage_problem(error: Any) -> Problem:
    """What was wrong in the way the command was called."""
    kinds = sys.modules[usage_error().__module__]
    command = error.ctx.command_path if error.ctx is not None else "channelfit"
    params: dict[str, Param] = {"command": command}
    if isinstance(error, kinds.NoSuchOption):
        known = _options(error)
        return Problem("usage-option", params={**params, "found": error.option_name, "nearest": nearest(error.option_name, known)})
    if isinstance(error, kinds.BadOptionUsage):
        return Problem("usage-value", params={**params, "option": error.option_name})
    if isinstance(error, kinds.MissingParameter):
        return Problem("usage-missing", params={**params, "found": error.param.human_readable_name if error.param else ""})
    return Problem("usage", params={**params, "what": error.format_message()})


def _options(error: Any) -> list[str]:
    return [name for param in error.ctx.command.params for name in param.opts] if error.ctx is not None else []
