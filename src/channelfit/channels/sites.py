"""The sites of networks, found by host."""

import re
from collections.abc import Callable, Iterable
from fnmatch import fnmatchcase
from functools import cached_property
from typing import TypeAlias

from channelfit.channels.patterns import ANY, Pattern
from channelfit.rulebook.addresses import Network

Candidates: TypeAlias = tuple[tuple[Callable[[str], re.Match[str] | None], Pattern], ...]
Unread: TypeAlias = Callable[[], Pattern]

PARTS = 16  # paths of more parts are too rare to be remembered


class Site:
    """A host: whose it is, how it is shown, and its patterns in the order they are tried, read once the site is met."""

    def __init__(self, network: Network | None, shown: str, patterns: Iterable[Unread] = ()) -> None:
        self.network = network
        self.shown = shown
        self._unread = tuple(patterns)
        self._tried: dict[tuple[str | None, int], Candidates] = {}

    @cached_property
    def _patterns(self) -> list[Pattern]:
        return sorted((read() for read in self._unread), key=lambda pattern: pattern.rank)

    @cached_property
    def _words(self) -> set[str | None]:
        return {pattern.first for pattern in self._patterns}

    def candidates(self, path: str) -> Candidates:
        """The patterns that a path may fit, narrowest first, each with the test of the path."""
        word = path[1:].partition("/")[0].lower()
        kind = word if word in self._words else None, path.count("/")
        if (known := self._tried.get(kind)) is None:
            known = tuple((one.path.expression().fullmatch, one) for one in self._patterns if one.first in (None, kind[0]) and one.may_have(kind[1]))
            if kind[1] < PARTS:
                self._tried[kind] = known
        return known


class Sites:
    """Every known host. `whole` are sites by host; `below` those where a sub-domain names the account, by the rest of the host."""

    def __init__(self, whole: dict[str, Site], below: dict[str, Site], subdomains: tuple[str, ...]) -> None:
        self._whole = whole
        self._below = below
        self._subdomains = subdomains

    def find(self, host: str) -> tuple[Site, str] | None:
        """The site a host belongs to, and the beginning of the path that its sub-domain stands for."""
        if (site := self._whole.get(host)) is not None:
            return site, ""
        first, _, rest = host.partition(".")
        if (site := self._whole.get(f"{first}.{ANY}")) is not None:
            return site, ""
        while "." in rest:
            if rest in self._whole or rest in self._below:
                return self._under(rest, host[: -len(rest) - 1].split("."))
            rest = rest.partition(".")[2]
        return None

    def _under(self, base: str, labels: list[str]) -> tuple[Site, str] | None:
        """A sub-domain: the same site under another name, an account, or another site of the same network."""
        site, below = self._whole.get(base), self._below.get(base)
        network = site.network if site else below.network if below else None
        same = (*self._subdomains, *(network.subdomains if network else ()))
        left = [label for label in labels if not any(fnmatchcase(label, glob) for glob in same)]
        if not left:
            return (site, "") if site else None
        if below is not None and len(left) == 1:
            return below, f"/{left[0]}"
        return Site(network, base), ""
