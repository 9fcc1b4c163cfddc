"""Where the answers of a conversation are kept: nothing that exists is replaced without a yes."""

from pathlib import Path

from channelfit.cli.screen_ask import Conversation
from channelfit.source.place import Problem, Unusable
from channelfit.source.reader import SPOKEN_BOOLEANS
from channelfit.words import Words


def place_for(talk: Conversation, words: Words, named: str | None) -> str:
    """The file that was named, or the one that is chosen. Raises Unusable where it exists and nobody is left to be asked."""
    usual = words.say("ask.file")
    path = named or talk.ask(words.say("ask.keep", usual=usual)) or usual
    while Path(path).exists() and not _yes(talk.ask(words.say("ask.replace-typed", path=path))):
        if talk.ended:
            raise Unusable([Problem("request-exists", params={"file": path})])
        path = talk.ask(words.say("ask.keep", usual=usual)) or usual
    return path


def _yes(typed: str) -> bool:
    return SPOKEN_BOOLEANS.get(typed.lower(), False)
