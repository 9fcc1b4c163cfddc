"""Runs a command and turns whatever happens into an exit status and a message."""

import os
import sys
from collections.abc import Sequence
from enum import IntEnum
from io import TextIOWrapper
from typing import TextIO

from channelfit.cli.environment import read_environment
from channelfit.cli.main import INTERRUPTED
from channelfit.cli.output import ReaderGone, hush, screen_problem
from channelfit.cli.spoken import spoken
from channelfit.source.place import Problem, Unusable
from channelfit.words import words_for


class Exit(IntEnum):
    DONE = 0
    FINDINGS = 1
    UNUSABLE = 2
    NOTHING = 3
    FAULT = 4
    INTERRUPTED = INTERRUPTED


def run(arguments: Sequence[str]) -> int:
    """Run the command line; the exit status."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that knows no accents still gets its answer
    _bound_columns()
    try:
        return _run(list(arguments))
    except Unusable as unusable:
        _complain(unusable.problems, arguments, rest_done=unusable.rest_done)
        return unusable.status
    except KeyboardInterrupt:
        _say(words_for(spoken(arguments)).say("interrupted"))
        return Exit.INTERRUPTED
    except ReaderGone:
        return Exit.DONE
    except SystemExit as left:
        return Exit.DONE if isinstance(left.__context__, BrokenPipeError) else int(left.code or 0)
    except Exception as error:  # noqa: BLE001 the last line of defence: a fault of ours never shows as a traceback
        return _failed(error, arguments)


def _run(arguments: list[str]) -> int:
    import typer

    from channelfit.cli.app import command_for
    from channelfit.cli.usage import usage_error, usage_problem

    try:
        status = command_for(arguments, spoken(arguments)).main(arguments, "channelfit", standalone_mode=False)
    except typer.Exit as done:
        return int(done.exit_code)
    except typer.Abort:
        raise KeyboardInterrupt from None
    except usage_error() as error:
        raise Unusable([usage_problem(error)]) from None
    if status == INTERRUPTED:  # typer turns an interruption into its status
        raise KeyboardInterrupt
    return status if isinstance(status, int) else Exit.DONE


def _failed(error: Exception, arguments: Sequence[str]) -> int:
    """A full disk under standard output is the caller's; anything else is a fault of ours."""
    if isinstance(error, OSError) and error.filename is None:  # what is written by help and version
        hush(sys.stdout)
        _complain([screen_problem(error)], arguments)
        return Exit.UNUSABLE
    from channelfit.cli.fault import report_fault

    _say(report_fault(error, words_for(spoken(arguments))))
    return Exit.FAULT


def _bound_columns() -> None:
    """Libraries read COLUMNS too, and take any number for a width."""
    if "COLUMNS" in os.environ:
        os.environ["COLUMNS"] = str(read_environment().width)


def _complain(problems: Sequence[Problem], arguments: Sequence[str], *, rest_done: bool = False) -> None:
    from channelfit.report.problems import problems_text

    _say(problems_text(problems, words_for(spoken(arguments)), read_environment().width, rest_done=rest_done))


def _say(text: str) -> None:
    """To standard error; where that is closed or full the exit status speaks alone."""
    out: TextIO | None = sys.stderr
    if out is None:
        return
    try:
        out.write(text if text.endswith("\n") else f"{text}\n")
        out.flush()
    except OSError:
        hush(out)
