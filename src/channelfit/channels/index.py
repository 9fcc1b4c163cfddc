"""From the rulebook to the sites: every pattern compiled and put under its host."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from typing import NamedTuple

from channelfit.channels.address import spelled
from channelfit.channels.patterns import ANY, REST, Meaning, pattern
from channelfit.channels.sites import Site, Sites, Unread
from channelfit.rulebook.addresses import Network
from channelfit.rulebook.model import Rulebook, Sheet

WWW = "www."
NOT_AN_ACCOUNT = Meaning()
_HOST = re.compile(r"[^/?#]*")

Written = tuple[str, Meaning]


class Spot(NamedTuple):
    """Where a pattern stands: on a host, or below it where a sub-domain names the account."""

    host: str
    below: bool = False


class _Draft:
    """A site while its patterns are gathered."""

    def __init__(self, network: Network | None, shown: str) -> None:
        self.network = network
        self.shown = shown
        self.patterns: list[Unread] = []


def sites(rulebook: Rulebook) -> Sites:
    book = rulebook.addresses()
    drafts: dict[Spot, _Draft] = {}
    for network in networks(rulebook):
        _gather(drafts, network, _written(network, [sheet for sheet in rulebook.sheets if network_of(sheet) == network.id]))
    _gather(drafts, None, _sent(book.sends_to))
    built = {spot: Site(draft.network, draft.shown, draft.patterns) for spot, draft in drafts.items()}
    whole = {spot.host: site for spot, site in built.items() if not spot.below}
    return Sites(whole, {spot.host: site for spot, site in built.items() if spot.below}, book.subdomains)


def networks(rulebook: Rulebook) -> tuple[Network, ...]:
    """Those described as sites, and those that only a fact sheet with addresses speaks of."""
    described = {network.id: network for network in rulebook.addresses().networks}
    for sheet in rulebook.sheets:
        if sheet.urls and network_of(sheet) not in described:
            described[network_of(sheet)] = Network(network_of(sheet))
    return tuple(described.values())


def network_of(sheet: Sheet) -> str:
    return sheet.network or sheet.id.partition("/")[0]


def _written(network: Network, sheets: Iterable[Sheet]) -> Iterator[Written]:
    """Every pattern of a network with its meaning."""
    for sheet in sheets:
        for url in sheet.urls:
            yield url, Meaning(sheet.id, sheet.same_names_as or sheet.id)
    for url in network.urls:
        yield url, Meaning(None, network.id)
    for url in (*network.not_accounts, *(f"/{word}/{REST}" for word in network.reserved), *(f"{host}/{REST}" for host in network.links)):
        yield url, NOT_AN_ACCOUNT
    yield from _sent(network.sends_to)


def _sent(sends_to: Mapping[str, str]) -> Iterator[Written]:
    for url, target in sends_to.items():
        yield url, Meaning(sends_to=target)


def _gather(drafts: dict[Spot, _Draft], network: Network | None, written: Iterable[Written]) -> None:
    hosts = {spelled(host.removeprefix(WWW)): host for host in network.hosts} if network else {}
    found: defaultdict[Spot, list[Unread]] = defaultdict(list)
    for host in hosts:
        found[Spot(host)] = []
    for text, meaning in written:
        spots, path = _placed(text, tuple(hosts))
        one = cache(partial(pattern, path, meaning, network.tabs if network else (), below=spots[0].below))
        for spot in spots:
            found[spot].append(one)
    one_site = network is not None and not network.federated
    for spot, patterns in found.items():
        shown = next(iter(hosts.values())) if one_site and spot.host in hosts and not spot.below else spot.host
        drafts.setdefault(spot, _Draft(network, shown)).patterns += patterns


def _placed(text: str, hosts: tuple[str, ...]) -> tuple[tuple[Spot, ...], str]:
    """Where a pattern stands, and its path: without a host or on one of the network's, it stands on all of them."""
    found = _HOST.match(text)
    written = found[0] if found else ""
    path = text[len(written) :]
    host = written.removeprefix(WWW)
    label, dot, base = host.partition(".")
    if host in ("", ANY) or host in hosts:
        return tuple(map(Spot, hosts)), path
    if dot and (label == ANY or "{" in label):
        return (Spot(base, below=True),), f"/{label}{path}"
    return (Spot(host),), path
