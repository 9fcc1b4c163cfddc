"""The language to speak before, or instead of, a session: help, complaints, faults."""

from collections.abc import Sequence
from contextlib import suppress
from itertools import pairwise

from channelfit.cli.config import COMMANDS, find_config
from channelfit.cli.environment import read_environment
from channelfit.rulebook.text import Language
from channelfit.source.place import Unusable
from channelfit.words import LANGUAGES


def spoken(arguments: Sequence[str]) -> Language:
    """Option, environment, configuration, locale; what is unusable is passed over, for it is complained of elsewhere."""
    environment = read_environment()
    asked = [after for option, after in pairwise(arguments) if option == "--lang"]
    asked += [argument.partition("=")[2] for argument in arguments if argument.startswith("--lang=")]
    configured = None
    with suppress(Unusable):
        command = next((argument for argument in arguments if argument in COMMANDS), "")
        configured = find_config(environment.folder).text(command, "lang")
    for name in (*asked, environment.lang, configured):
        if name is not None and name in LANGUAGES:
            return LANGUAGES[name]
    return environment.locale
