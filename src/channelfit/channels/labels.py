"""What the labels of spreadsheets name: "FB", "Page Facebook", "X (Twitter)", "twitter_handle", "Intagram"."""

import re
from collections.abc import Iterable, Iterator

from channelfit.channels.index import network_of
from channelfit.channels.model import Label
from channelfit.rulebook.model import Rulebook, Sheet
from channelfit.source.nearest import fold

_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
_BETWEEN = re.compile(r"[()\[\]/,;:|&+•·]|\s[-–—]\s")
KINDS_WITH_SLIPS = ("network", "recognised")


class Labels:
    """The names of every channel and network, and how to find one in a label."""

    def __init__(self, rulebook: Rulebook) -> None:
        book = rulebook.addresses()
        self._filler = {fold(word) for word in book.label_words}
        self._letters_per_slip = book.letters_per_slip
        self.usual = _usual(rulebook)
        alone = {fold(word): Label(network, _sole(rulebook, network)) for network, word in _network_words(rulebook)}
        near = _surfaces(sheet for sheet in rulebook.sheets if sheet.kind in KINDS_WITH_SLIPS) | alone
        known = _surfaces(rulebook.sheets) | near
        self._known = {glued: label for word, label in known.items() if (glued := _compact(word)) == word or self._bare(glued)}  # réseau x: réseaux
        self._forgiven = [(_compact(word), slips, label) for word, label in near.items() if (slips := self._slips(word))]

    def find(self, label: str) -> Label | None:
        label = _plus(label)
        return self._named(label) or self._agreed(label) or self._misspelt(label)

    def _named(self, text: str) -> Label | None:
        return self._known.get(_compact(text)) or self._known.get(self._bare(text))

    def _agreed(self, label: str) -> Label | None:
        """What the pieces of a label say, where those that say anything speak of one network."""
        pieces = [found for piece in _BETWEEN.split(label) if (found := self._named(piece)) is not None]
        if len({piece.network for piece in pieces}) != 1:
            return None
        channels = {piece.channel for piece in pieces} - {None}
        return Label(pieces[0].network, channels.pop() if len(channels) == 1 else None)

    def _bare(self, text: str) -> str:
        """The label without words that name nothing: url, handle, official, account."""
        return "".join(word for word in fold(_CAMEL.sub(" ", text)).split() if word not in self._filler)

    def _misspelt(self, label: str) -> Label | None:
        """The one name within a slip or two of the label; None where two networks are."""
        from rapidfuzz.distance import OSA

        near: dict[int, list[Label]] = {}
        for text in {_compact(label), self._bare(label)}:
            for word, slips, found in self._forgiven:
                if (distance := OSA.distance(text, word, score_cutoff=slips)) <= slips:
                    near.setdefault(distance, []).append(found)
        return _only(near[min(near)]) if near and len({one.network for ones in near.values() for one in ones}) == 1 else None

    def _slips(self, word: str) -> int:
        """How many slips a name forgives. The letters that name something count: `compte` is not `compte x` less one."""
        return len(self._bare(word)) // self._letters_per_slip if self._letters_per_slip else 0


def _only(labels: list[Label]) -> Label:
    channels = {label.channel for label in labels}
    return Label(labels[0].network, channels.pop() if len(channels) == 1 else None)


def _plus(text: str) -> str:
    return text.replace("+", " plus ")


def _compact(text: str) -> str:
    return fold(text).replace(" ", "")


def _surfaces(sheets: Iterable[Sheet]) -> dict[str, Label]:
    """Ids, names of any date and synonyms of channels; an id always means itself."""
    listed = list(sheets)
    found: dict[str, Label] = {}
    for sheet in listed:
        for word in (*sheet.synonyms, *(word for name in sheet.names for word in (name.text.fr, name.text.en))):
            found.setdefault(fold(_plus(word)), Label(network_of(sheet), sheet.id))
    return found | {fold(sheet.id): Label(network_of(sheet), sheet.id) for sheet in listed}


def _network_words(rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    for network in rulebook.addresses().networks:
        for word in (network.id, *network.labels):
            yield network.id, word


def _sole(rulebook: Rulebook, network: str) -> str | None:
    """The only surface of a network, or None where it has several."""
    channels = [sheet.id for sheet in rulebook.sheets if network_of(sheet) == network]
    return channels[0] if len(channels) == 1 else None


def _usual(rulebook: Rulebook) -> dict[str, str]:
    """The surface that each network's name stands for, where one does."""
    declared = {network.id: network.usual for network in rulebook.addresses().networks}
    found = {name: declared.get(name) or _sole(rulebook, name) for name in map(network_of, rulebook.sheets)}
    return {name: channel for name, channel in found.items() if channel is not None}
