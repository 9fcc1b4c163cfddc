"""What tells one account from another: the names in its address, without what says nothing."""

from typing import NamedTuple

from channelfit.channels.address import READABLE_VALUE, Address, quoted, shown
from channelfit.channels.index import WWW
from channelfit.channels.model import Recognised
from channelfit.channels.patterns import CODE, NUMBERS, Pattern
from channelfit.channels.sites import Site
from channelfit.rulebook.addresses import Network


class Match(NamedTuple):
    """An address on the site of a network or elsewhere, and the pattern it fits, if any."""

    address: Address
    site: Site | None = None
    pattern: Pattern | None = None
    caught: tuple[str, ...] = ()

    @property
    def network(self) -> Network | None:
        return self.site.network if self.site else None


def account(match: Match) -> Recognised | None:
    """The account, or None where the address is none."""
    address, site, pattern, caught = match
    network = site.network if site else None
    if network is None or pattern is None or pattern.meaning.names is None:
        return None
    name = "/".join([_folded(pattern.kinds[at], caught[at], network) for at in pattern.name_at])
    handle = None if pattern.handle_at is None else caught[pattern.handle_at]
    if network.federated and "@" not in name:
        name += f"@{address.host.removeprefix(WWW)}"
    return Recognised(network.id, pattern.meaning.channel, handle, f"{pattern.meaning.names}:{name}")


def written_out(match: Match) -> str:
    """The address to show: of an account, without what says nothing, on the network's own host."""
    pattern, address = match.pattern, match.address
    if match.site is None or pattern is None or pattern.meaning.names is None:
        return address.shown()
    path = "".join(match.caught[item] if isinstance(item, int) else item for item in pattern.shape)
    host = address.host if match.site.network and match.site.network.federated else match.site.shown
    if pattern.below:
        label, _, path = path[1:].partition("/")
        host, path = f"{label.lower()}.{host}", path and f"/{path}"
    return shown(host, path) + _question(pattern, address)


def _question(pattern: Pattern, address: Address) -> str:
    """The part of the query that names the account."""
    asked = "&".join(f"{name}={quoted(address.asked(name) or '', READABLE_VALUE)}" for name, _ in pattern.asks)
    return f"#{asked.removeprefix('#=')}" if asked.startswith("#") else f"?{asked}" if asked else ""


def _folded(kind: str, text: str, network: Network) -> str:
    if kind in NUMBERS:
        return "".join([char for char in text if char.isdecimal()]).lstrip("0")
    if kind == CODE or network.case_matters:
        return text
    for char in network.ignores:
        text = text.replace(char, "")
    return text.casefold()
