"""The built-in rulebook, compiled once for all the tests that ask it."""

from functools import cache

from channelfit.rulebook.load import load_rulebook
from channelfit.rulebook.model import Rulebook


@cache
def built_in() -> Rulebook:
    return load_rulebook()
