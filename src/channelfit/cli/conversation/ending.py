"""After the answer: the brief as a file, and the command that gives the same answer again."""

import shlex
from collections.abc import Iterable, Mapping
from pathlib import Path

from channelfit.advice.brief import Brief
from channelfit.advice.write_brief import brief_yaml
from channelfit.cli.conversation.terminal import Option, Terminal
from channelfit.cli.output import write
from channelfit.conditions.model import FactValue
from channelfit.source.place import Unusable
from channelfit.words import Words

DEFAULT = "brief.yaml"
YES, NO = "yes", "no"


def commands(brief: Brief, kept: str | None, options: Iterable[str] = ()) -> list[str]:
    """The command lines that give the same answer again, quoted for the shell; the short one where the brief was kept."""
    from_file = [] if kept is None else [shlex.join(["channelfit", "advise", kept, *options])]
    return [*from_file, _command(brief, options)]


def _command(brief: Brief, options: Iterable[str]) -> str:
    parts = ["channelfit", "advise"]
    for option, weights in (("--goal", brief.goals), ("--audience", brief.audiences)):
        parts += [part for item in _weighed(weights) for part in (option, item)]
    for name, value in brief.facts.items():
        parts += ["--fact", f"{name}={_typed(value)}"]
    for channel in brief.consider:
        parts += ["--consider", channel]
    return shlex.join([*parts, *options])


def keep_brief(brief: Brief, terminal: Terminal, words: Words) -> str | None:
    """The path of the file; None where it is not wanted. Nothing that exists is replaced without a yes."""
    path = DEFAULT
    while True:
        path = terminal.write(words.say("ask.save"), path, lambda _: None).strip()
        if not path:
            return None
        if Path(path).exists():
            options = [Option(NO, words.say("no")), Option(YES, words.say("yes"))]
            if terminal.pick(words.say("ask.replace", path=path), options) == NO:
                continue
        try:
            write(brief_yaml(brief), path)
        except Unusable as unusable:
            terminal.tell(words.say("ask.no-file", path=path, reason=unusable.problems[0].params.get("reason", "")))
            continue
        return path


def _weighed(weights: Mapping[str, float]) -> list[str]:
    if len(set(weights.values())) == 1:
        return list(weights)
    return [f"{name}={weight:g}" for name, weight in weights.items()]


def _typed(value: FactValue) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ",".join(value) if isinstance(value, tuple) else str(value)
