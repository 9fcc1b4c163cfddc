"""What a playbook is filled in with, and what is accepted for it."""

import re
from datetime import date

from msgspec import Struct

from channelfit.rulebook.text import Language
from channelfit.source.countries import CODES, meant
from channelfit.source.place import Problem, Unusable

NAME_LENGTH = 200
ADDRESS = re.compile(r"(?:https|ssh|file)://(?:git@)?[\w.~/:-]+", re.ASCII)  # no user, no password, nothing that a shell would obey


class Answers(Struct, frozen=True):
    """What somebody told, on the command line or when asked."""

    name: str
    country: str
    lang: Language
    source: str
    version: str
    day: date


def read_name(typed: str) -> str:
    """The name of an organisation, on one line. Raises Unusable."""
    name = " ".join(typed.encode("utf-8", "replace").decode().split())
    if not name or len(name) > NAME_LENGTH:
        raise Unusable([Problem("bad-name", params={"found": name[:NAME_LENGTH], "limit": NAME_LENGTH})])
    return name


def read_country(typed: str) -> str:
    """A code of a country. Raises Unusable."""
    code = typed.strip().upper()
    if code not in CODES:
        raise Unusable([Problem("bad-country", params={"found": typed, "expected": "country", "nearest": meant(typed)})])
    return code


def read_source(typed: str) -> str:
    """An address to install from, which ends up in files that machines run. Raises Unusable; the address is not shown, for it may hold a password."""
    if not ADDRESS.fullmatch(typed.strip()):
        raise Unusable([Problem("bad-source")])
    return typed.strip().removesuffix("/")
