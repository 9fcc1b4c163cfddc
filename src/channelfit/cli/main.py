"""The entry point: runs a command and turns whatever happens into an exit status and a message."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from enum import IntEnum
from io import TextIOWrapper
from itertools import pairwise

from channelfit.rulebook.text import Language
from channelfit.source.place import Problem, Unusable
from channelfit.words import LANGUAGES, words_for


class Exit(IntEnum):
    DONE = 0
    FINDINGS = 1
    UNUSABLE = 2
    NOTHING = 3
    FAULT = 4
    INTERRUPTED = 130


def main() -> None:
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that knows no accents still gets its answer
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run the command line; the exit status."""
    try:
        return _run(list(arguments))
    except Unusable as unusable:
        _complain(unusable.problems, arguments)
        return Exit.UNUSABLE
    except KeyboardInterrupt:
        _say(words_for(spoken(arguments)).say("interrupted"))
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone: nothing is wrong, and nobody is left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE
    except Exception as error:  # noqa: BLE001 the last line of defence: a fault of ours never shows as a traceback
        from channelfit.cli.fault import report_fault

        _say(report_fault(error, words_for(spoken(arguments))))
        return Exit.FAULT


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
    return status if isinstance(status, int) else Exit.DONE


def spoken(arguments: Sequence[str]) -> Language:
    """The language to speak before, or instead of, a session: option, environment, configuration, locale."""
    from channelfit.cli.config import find_config
    from channelfit.cli.environment import read_environment

    environment = read_environment()
    asked = [after for option, after in pairwise(arguments) if option == "--lang"]
    asked += [argument.partition("=")[2] for argument in arguments if argument.startswith("--lang=")]
    configured = None
    with suppress(Unusable):
        configured = find_config(environment.folder).text("", "lang")
    for name in (*asked, environment.lang, configured):
        if name is not None and name in LANGUAGES:
            return LANGUAGES[name]
    return environment.locale


def _complain(problems: Sequence[Problem], arguments: Sequence[str]) -> None:
    from channelfit.report.problems import problems_text

    _say(problems_text(problems, words_for(spoken(arguments))))


def _say(text: str) -> None:
    sys.stdout.flush()
    sys.stderr.write(text if text.endswith("\n") else f"{text}\n")
