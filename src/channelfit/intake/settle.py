"""Which channel a label and an address give together; where neither gives it, or they disagree, why there is none."""

import re

from msgspec import Struct

from channelfit.channels.model import Label, Recognised
from channelfit.intake import model
from channelfit.intake.content import is_address
from channelfit.intake.lexicon import APP, PLACEHOLDER, Lexicon

AT = "@"
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)


class Claim(Struct, frozen=True):
    """What a row says of one account: labels of its network and surface, its address, its name on the network."""

    labels: tuple[str, ...] = ()
    url: str = ""
    handle: str = ""


class Settled(Struct, frozen=True):
    """The channel and what tells the account from others; or the reason why it is none."""

    reason: str | None = None
    channel: str = ""
    network: str = ""
    key: str = ""
    url: str | None = None
    handle: str | None = None


class Settler:
    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._recogniser = lexicon.recogniser

    def settle(self, claim: Claim, label: Label | None = None) -> Settled:
        """`label` is what a wide register's column is headed with."""
        label = label or self.label(claim.labels)
        if claim.url and is_address(claim.url):
            return self._by_address(claim, label)
        if claim.url and AT in claim.url and not claim.handle:
            claim = Claim(claim.labels, "", claim.url)
        if label is None:
            return self._by_server(claim)
        handle = claim.handle or claim.url
        if self._is_site(handle, label):
            return self._by_address(Claim(claim.labels, handle), label)
        return self._by_name(label, handle)

    def label(self, texts: tuple[str, ...]) -> Label | None:
        """What several cells name together: a network in one, its surface in another."""
        found = [label for text in texts if (label := self._lexicon.label(text)) is not None]
        if len(texts) > 1 and not any(label.channel for label in found):
            joined = self._lexicon.label(" ".join(texts))
            found = [joined, *found] if joined else found
        networks = {label.network for label in found}
        if len(networks) != 1:
            return None
        return next((label for label in found if label.channel), found[0])

    def _by_address(self, claim: Claim, label: Label | None) -> Settled:
        seen = self._recogniser.of_url(claim.url)
        if seen is not None:
            return self._seen(claim, seen, label)
        network = self._recogniser.network_of_url(claim.url)
        if network is not None:
            return Settled(model.NOT_AN_ACCOUNT if label is None or label.network == network else model.DISAGREE)
        if label is None:
            return Settled(self._no_label(claim))
        shown = self._recogniser.normalise(claim.url) or claim.url
        channel = label.channel or self._recogniser.usual_channel(label.network)
        if channel is None:
            return Settled(model.SURFACE_UNKNOWN)
        return Settled(None, channel, label.network, f"{channel}:{shown}", shown, claim.handle or None)

    def _seen(self, claim: Claim, seen: Recognised, label: Label | None) -> Settled:
        """The address tells the account; the label may say the same, less or something else."""
        if label is not None and label.network != seen.network:
            return Settled(model.DISAGREE)
        explicit = label.channel if label is not None and self._lexicon.several_surfaces(seen.network) else None
        channel = seen.channel or explicit
        if channel is None:
            return Settled(model.SURFACE_UNKNOWN)
        if explicit is not None and explicit != channel:
            if not seen.key.startswith(f"{self._lexicon.names_of(explicit)}:"):
                return Settled(model.DISAGREE)
            channel = explicit
        url = self._recogniser.normalise(claim.url) or claim.url
        return Settled(None, channel, seen.network, seen.key, url, claim.handle or seen.handle)

    def _is_site(self, text: str, label: Label) -> bool:
        """Whether a name is the host of an account, `oakmere.tumblr.com`, or of a site of the organisation's own."""
        if not _HOST.fullmatch(text):
            return False
        seen = self._recogniser.of_url(text)
        return self._lexicon.own_channel(label) if seen is None else seen.network == label.network

    def _by_name(self, label: Label, handle: str) -> Settled:
        """No address: a name on a network that is told, as it would stand in an address where there is one."""
        site = self._lexicon.addresses.get(label.network)
        seen = None
        if handle and site is not None and " " not in handle:
            name, _, server = handle.removeprefix(AT).partition(AT)
            address = f"{server}/{AT}{name}" if server and site.federated else f"{site.hosts[0]}/{handle.removeprefix(AT)}"
            seen = self._recogniser.of_url(address)
        channel = label.channel or (seen.channel if seen is not None else None) or self._recogniser.usual_channel(label.network)
        if seen is not None and seen.network != label.network:
            seen = None
        if channel is None:
            return Settled(model.SURFACE_UNKNOWN)
        if not handle and self._lexicon.on_a_network(label):
            return Settled(model.NO_ADDRESS, channel, label.network)
        return Settled(
            None,
            channel,
            label.network,
            seen.key if seen is not None and seen.channel in (channel, None) else f"{channel}:{handle.removeprefix(AT).casefold()}",
            None,
            handle or None,
        )

    def _by_server(self, claim: Claim) -> Settled:
        """No network is told: `@name@server` names it where the server is a known one."""
        name, at, server = claim.handle.removeprefix(AT).partition(AT)
        seen = self._recogniser.of_url(f"{server}/{AT}{name}") if at and not any(claim.labels) else None
        if seen is None or seen.channel is None:
            return Settled(self._no_label(claim))
        return Settled(None, seen.channel, seen.network, seen.key, None, claim.handle)

    def _no_label(self, claim: Claim) -> str:
        said = [text for text in claim.labels if text and not self._lexicon.only_surface(text)]
        meanings = {self._lexicon.meaning(text) for text in said}
        if APP in meanings:
            return model.MOBILE_APP
        if said and meanings == {PLACEHOLDER}:
            return model.PLACEHOLDER_ROW
        return model.UNKNOWN_NETWORK if said else model.NO_CHANNEL
