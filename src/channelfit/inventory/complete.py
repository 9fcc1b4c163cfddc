"""What an account is, where its file leaves it to the address: its channel, its id, and what the channel's sheet says."""

from collections.abc import Callable
from typing import Protocol

from channelfit.conditions.model import ABSENT, Known
from channelfit.inventory.model import Path
from channelfit.inventory.read_record import RecordReader
from channelfit.rulebook.edition import RECOGNISED
from channelfit.rulebook.model import Rulebook, Sheet
from channelfit.source.nearest import fold

ID, CHANNEL, URL = "id", "channel", "url"


class Recognised(Protocol):
    """What an address tells."""

    @property
    def network(self) -> str: ...
    @property
    def channel(self) -> str | None: ...
    @property
    def handle(self) -> str | None: ...
    @property
    def key(self) -> str: ...


Recognise = Callable[[str], Recognised | None]


class Completer:
    """Completes the facts of accounts and of accounts found in the wild."""

    def __init__(self, rulebook: Rulebook, recognise: Recognise) -> None:
        self._recognise = recognise
        self._sheets = {sheet.id: _sheet_facts(sheet) for sheet in rulebook.sheets}
        self._advised = tuple(sheet.id for sheet in rulebook.sheets if sheet.kind != RECOGNISED)

    def settle(self, facts: dict[str, Known]) -> None:
        """What the address tells, as far as it does: of an account found in the wild the channel may stay unknown."""
        url = facts.get(URL)
        seen = self._recognise(url) if isinstance(url, str) else None
        if seen is not None:
            facts["url_network"], facts["url_key"] = seen.network, seen.key
            if seen.handle is not None:
                facts["url_handle"] = seen.handle
            if not facts.get(CHANNEL) and seen.channel is not None:
                facts[CHANNEL] = seen.channel
        channel = facts.get(CHANNEL)
        if isinstance(channel, str):
            facts.update(self._sheets[channel])

    def complete(self, facts: dict[str, Known], path: Path, reader: RecordReader) -> None:
        """Complains where neither the file nor the address gives a channel or an id."""
        self.settle(facts)
        if not facts.get(CHANNEL):
            facts.pop(CHANNEL, None)
            if not reader.complained_of((*path, CHANNEL)):
                reader.complain("channel-missing", path, known=self._advised)
        if not facts.get(ID):
            facts.pop(ID, None)
            key = facts.get("url_key")
            if isinstance(key, str):
                facts[ID] = "-".join(fold(key).replace("/", " ").split())
            elif not reader.complained_of((*path, ID)):
                reader.complain("id-missing", path)


def _sheet_facts(sheet: Sheet) -> dict[str, Known]:
    """What the audit may ask of a channel; a number that the sheet does not give stays unknown."""
    facts: dict[str, Known] = {
        "channel.network": sheet.network or sheet.id,
        "channel.kind": sheet.kind,
        "channel.public": sheet.public,
        "channel.traits": sheet.traits or ABSENT,
    }
    if sheet.comments is not None:
        facts["channel.comments"] = sheet.comments
    if sheet.minimum_age is not None:
        facts["channel.minimum_age"] = sheet.minimum_age.value
    return facts
