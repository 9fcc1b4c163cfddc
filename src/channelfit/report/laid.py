"""What init did: the files written, those left alone, and what to type next."""

import shlex
from collections.abc import Iterable, Sequence

from channelfit.playbook.model import Answers
from channelfit.words import Words

HERE = "."
NEXT = ("check", "advise", "origin")


def laid_text(written: Sequence[str], kept: Sequence[str], folder: str, answers: Answers, words: Words, *, quiet: bool) -> str:
    if quiet:
        return "".join(f"{name}\n" for name in written)
    blocks = [
        words.say("init.title", name=answers.name, country=answers.country, folder=folder),
        _listed("init.written", written, words) if written else words.say("init.complete"),
        *([_listed("init.kept", kept, words)] if kept else []),
        _next(folder, words),
    ]
    return "\n\n".join(blocks) + "\n"


def _listed(heading: str, names: Iterable[str], words: Words) -> str:
    return "\n".join([words.say(heading), *(f"  {name}" for name in names)])


def _next(folder: str, words: Words) -> str:
    """Three commands, to be typed in the folder of the playbook."""
    go = "" if folder == HERE else f"cd {shlex.quote(folder)}\n  "
    commands = [words.say(f"init.next.{name}") for name in NEXT]
    return f"{words.say('init.next')}\n  {go}" + "\n  ".join(commands)
