"""Which account an address is, whichever of its many forms it is written in."""

from functools import lru_cache

from channelfit.channels import identity
from channelfit.channels.address import parse
from channelfit.channels.identity import Match
from channelfit.channels.index import sites
from channelfit.channels.labels import Labels
from channelfit.channels.model import Label, Recognised
from channelfit.rulebook.model import Rulebook

KEPT = 4096
HOPS = 3
SAME_HOST = "*/"


class Recogniser:
    """Knows the addresses and the names of every network of a rulebook. Built once; a look costs microseconds."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._labels = Labels(rulebook)
        self._label = lru_cache(maxsize=KEPT)(self._labels.find)
        self._site = lru_cache(maxsize=KEPT)(sites(rulebook).find)
        self._match = lru_cache(maxsize=KEPT)(self._look)

    def of_url(self, url: str) -> Recognised | None:
        """The account that an address is, or None: a post, a share link, a home page, an unknown host, no address at all."""
        match = self._match(url)
        return identity.account(match) if match else None

    def of_label(self, label: str) -> Label | None:
        """What a label of a spreadsheet names, in any language and a slip of the pen apart; None where that is not clear."""
        return self._label(label)

    def network_of_url(self, url: str) -> str | None:
        """The network whose site an address is on, be it an account or not."""
        match = self._match(url)
        return match.network.id if match and match.network else None

    def normalise(self, url: str) -> str | None:
        """The https form to show, without credentials; of an account, without tracking either. None where the text is no address."""
        match = self._match(url)
        return identity.written_out(match) if match else None

    def usual_channel(self, network: str) -> str | None:
        """The surface that the name of a network alone stands for, if one does."""
        return self._labels.usual.get(network)

    def _look(self, url: str) -> Match | None:
        """What an address fits, after following where it leads."""
        text = url
        for _ in range(HOPS):
            match = self._fit(text)
            if match is None or match.pattern is None or not match.pattern.meaning.sends_to:
                return match
            text = _target(match, match.pattern.meaning.sends_to)
        return None

    def _fit(self, text: str) -> Match | None:
        address = parse(text)
        if address is None:
            return None
        found = self._site(address.host)
        if found is None:
            return Match(address)
        site, beginning = found
        path = beginning + address.path
        for fits, pattern in site.candidates(path):
            if (fit := fits(path)) is not None and (caught := pattern.caught(fit, address)) is not None:
                return Match(address, site, pattern, caught)
        return Match(address, site)


def _target(match: Match, target: str) -> str:
    """The address that another one leads to."""
    if match.pattern is None:
        return ""
    if target.startswith(SAME_HOST):
        target = match.address.host + target[1:]
    for kind, text in zip(match.pattern.kinds, match.caught, strict=True):
        target = target.replace(f"{{{kind}}}", text)
    return target
