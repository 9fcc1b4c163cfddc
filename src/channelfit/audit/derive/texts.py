"""Texts, addresses and names."""

from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from math import inf
from urllib.parse import urlsplit

from channelfit.audit.derive.context import Context
from channelfit.audit.derive.lists import first_said
from channelfit.conditions.holds import Facts
from channelfit.conditions.model import ABSENT, Known
from channelfit.rulebook.checks import Derived
from channelfit.source.nearest import fold


def length(derived: Derived, facts: Facts, context: Context) -> Known | None:
    """Characters of a text. The id of a goal says enough, however short."""
    text = facts.get(derived.operands[0])
    if text is None or text == ABSENT:
        return text
    return inf if text in context.goals else len(str(text))


def first(derived: Derived, facts: Facts, _context: Context) -> Known | None:
    """The first of several fields that says something: what a thing is called, however much of it is declared."""
    return first_said(derived.operands, facts)


def host_within(derived: Derived, facts: Facts, _context: Context) -> Known | None:
    """Whether the host of an address (web or e-mail) is one of the domains, or lies under one."""
    address, domains = (facts.get(name) for name in derived.operands)
    if address is None or domains is None or address == ABSENT:
        return None if address is None or domains is None else ABSENT
    host = _host(str(address))
    return any(host == domain or host.endswith(f".{domain}") for domain in map(_host, _texts(domains)))


def contains(derived: Derived, facts: Facts, _context: Context) -> Known | None:
    """Whether one of the texts contains, as whole words, an entry of the list that comes last."""
    return _some_text(derived, facts, lambda text, entry: f" {fold(entry)} " in f" {fold(_words(text))} ")


def matches(derived: Derived, facts: Facts, _context: Context) -> Known | None:
    """Whether one of the texts matches the pattern that comes last: `*` stands for anything, `?` for one character; an @ may be left out."""
    return _some_text(derived, facts, lambda text, entry: _fits(text, entry) or _fits(text.removeprefix("@"), entry))


def _fits(text: str, pattern: str) -> bool:
    return fnmatchcase(text.casefold(), pattern.casefold())


def _some_text(derived: Derived, facts: Facts, fits: Callable[[str, str], bool]) -> Known | None:
    *names, last = derived.operands
    entries = facts.get(last)
    texts = [facts.get(name) for name in names]
    if entries is None or all(text is None for text in texts):
        return None
    found = any(fits(text, entry) for given in texts if given is not None for text in _texts(given) for entry in _texts(entries))
    return found or (None if None in texts else False)


def _texts(value: Known) -> Iterator[str]:
    yield from (str(item) for item in value) if isinstance(value, tuple) else (str(value),)


def _words(text: str) -> str:
    """A handle in words: `MairieMartin` and `mairie_martin` both name Martin. Of an address with an @ the server is no part of the name."""
    if len(text.split()) == 1:
        text = text.removeprefix("@").partition("@")[0]
    spaced = "".join(f" {char}" if char.isupper() else char for char in text)
    return f"{text.replace('_', ' ').replace('.', ' ')} {spaced}"


def _host(address: str) -> str:
    if "@" in address and "://" not in address:
        return address.rpartition("@")[2].lower().strip()
    try:
        return (urlsplit(address if "//" in address else f"//{address}").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
