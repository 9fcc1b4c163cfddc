"""What words in headings, cells and labels mean, by the rulebook. Looked up once a word: registers repeat themselves."""

import re
from functools import lru_cache

from channelfit.channels.model import Label
from channelfit.channels.recognise import Recogniser
from channelfit.inventory.shape import Shape
from channelfit.rulebook.checks import Field
from channelfit.rulebook.edition import RECOGNISED
from channelfit.rulebook.model import Rulebook
from channelfit.source.nearest import fold

NETWORK, SAMPLED_ON = "network", "sampled_on"
ON_NETWORKS = ("network", RECOGNISED)  # kinds of sheets
UNREAD = ("records", "season", "networks", "goals")  # kinds of fields that no cell can hold
TOTAL, PLACEHOLDER, AFFIRMATION, APP = "total", "placeholder", "affirmation", "app"
MEANINGS = (TOTAL, PLACEHOLDER, AFFIRMATION, APP)
KEPT = 65536
_CODE = re.compile(r"^\s*\(?\d{1,3}\)?\s*(?:[=:.)–—-]\s*|\s+)(?=\S*[^\W\d])|\s*[(=:–—-]\s*\d{1,3}\)?\s*$")


class Lexicon:
    """Fields by heading, networks by label, words by meaning."""

    def __init__(self, rulebook: Rulebook, recogniser: Recogniser) -> None:
        self.intake = rulebook.intake()
        self.recogniser = recogniser
        self.shape = Shape(rulebook)
        self.fields = {name: field for name, field in self.shape.fields["account"].items() if field.kind not in UNREAD}
        self._roles = self._headings()
        self._kinds = {sheet.id: sheet.kind for sheet in rulebook.sheets}
        self._names = {sheet.id: sheet.same_names_as or sheet.id for sheet in rulebook.sheets}
        self._surfaces: dict[str, list[str]] = {}
        for sheet in rulebook.sheets:
            self._surfaces.setdefault(sheet.network or sheet.id.partition("/")[0], []).append(sheet.id)
        self.addresses = {network.id: network for network in rulebook.addresses().networks}
        self.label = lru_cache(maxsize=KEPT)(self._label)
        self.meaning = lru_cache(maxsize=KEPT)(self._meaning)

    @property
    def roles(self) -> tuple[str, ...]:
        """What a column may hold: a field of an account, its network, the day a row was true."""
        return (*self.intake.headings, *self.fields)

    def role(self, heading: str) -> str | None:
        """What a column of that heading holds; of a nested key its last part counts, without what stands in brackets."""
        last = heading.rpartition(".")[2]
        return next((self._roles[word] for text in (heading, last, last.partition("(")[0]) if (word := fold(text)) in self._roles), None)

    def several_surfaces(self, network: str) -> bool:
        return len(self._surfaces.get(network, ())) > 1

    def on_a_network(self, label: Label) -> bool:
        """Whether a label names a network, and not a channel of the organisation's own."""
        return any(self._kinds[channel] in ON_NETWORKS for channel in self._surfaces.get(label.network, ()))

    def own_channel(self, label: Label) -> bool:
        return label.channel is not None and self._kinds[label.channel] not in ON_NETWORKS

    def names_surface(self, text: str) -> bool:
        """Whether a cell names a channel, or only a page, a group, an account of whatever network stands beside it."""
        return self.only_surface(text) or self.label(text) is not None

    def names_of(self, channel: str) -> str:
        """The surface whose names a channel shares: one name of a network is a page or a profile, never both."""
        return self._names[channel]

    def only_surface(self, text: str) -> bool:
        """Whether a cell names a page, a group, an account, and no network."""
        word = fold(text)
        return word in self.intake.label_words or word in self.intake.label_words.values()

    def _label(self, text: str) -> Label | None:
        """The network in a label, written in any language, with or without the code of a drop-down."""
        if self.only_surface(text) or self.meaning(text) == APP:
            return None
        for written in dict.fromkeys((text, _CODE.sub("", text))):
            found = self.recogniser.of_label(written) or self._of_translated(written)
            if found is not None:
                return found
        return None

    def _of_translated(self, text: str) -> Label | None:
        translated = self._translated(text)
        return self.recogniser.of_label(translated) if translated != fold(text.replace("_", " ")) else None

    def _translated(self, text: str) -> str:
        """`Facebook-Seite` as names of channels are written, also where the words stand together."""
        said = fold(text.replace("_", " "))
        for word, meant in self.intake.label_words.items():
            said = re.sub(rf"(?<=\w\w){re.escape(word)}\b|\b{re.escape(word)}\b", f" {meant} ", said)
        return " ".join(said.split())

    def _meaning(self, text: str) -> str | None:
        """Whether a cell says that there is nothing, or that it adds the others up."""
        word = fold(text)
        if not word:
            return PLACEHOLDER if text else None
        return next((name for name in MEANINGS if word in self.intake.words.get(name, ())), None)

    def _headings(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for name, words in self.intake.headings.items():
            found |= dict.fromkeys(words, name)
        for words_of in (_headings_of, _labels_of):  # a heading somebody uses weighs more than the name we give a field
            for field in self.fields.values():
                for word in words_of(field):
                    found.setdefault(fold(word), field.id)
        return found | {fold(field): field for field in self.fields}


def _headings_of(field: Field) -> tuple[str, ...]:
    return field.headings


def _labels_of(field: Field) -> tuple[str, ...]:
    return (field.label.fr, field.label.en)
