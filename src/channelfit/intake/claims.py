"""The accounts that one row claims: from a network and an address, or from the columns of a wide register."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from channelfit.channels.model import Label
from channelfit.intake.addresses import addresses_in, names_in
from channelfit.intake.columns import CHANNEL, NAME, PLATFORM_ID, Chosen, Column
from channelfit.intake.content import is_address
from channelfit.intake.lexicon import AFFIRMATION, NETWORK, PLACEHOLDER, Lexicon
from channelfit.intake.settle import AT, Claim
from channelfit.intake.table import Row, shown
from channelfit.intake.unfold import HANDLE, URL


class Claimed(Struct, frozen=True):
    """A claim, the cell it stands in, and for a column of its own the network that heads it. `number` is a platform's own."""

    claim: Claim
    column: Column | None = None
    label: Label | None = None
    number: str = ""
    says_nothing: str | None = None


class ClaimReader:
    """Reads the claims of rows. Constants stand for columns that a register does not have."""

    def __init__(self, chosen: Chosen, constants: Mapping[str, str], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._labels = [column for role in (NETWORK, CHANNEL) for column in chosen.of(role) if column.label is None]
        self._urls = chosen.of(URL)
        self._handles = chosen.of(HANDLE)
        self._names = chosen.of(NAME)
        self._wide = [column for column in chosen.wide if column.role == NETWORK]
        self._numbers = [column for column in chosen.wide if column.role == PLATFORM_ID]
        self._constants = tuple(constants[role] for role in (NETWORK, CHANNEL) if role in constants)
        self.is_long = bool(self._labels or self._urls or self._constants)

    def claims(self, row: Row) -> Iterator[Claimed]:
        if self.is_long:
            yield from self._long(row)
        yield from self._wide_claims(row)

    def label_of(self, row: Row) -> str:
        return " ".join(self._label_texts(row))

    def _label_texts(self, row: Row) -> tuple[str, ...]:
        texts = (_decoded(column, row) for column in self._labels)
        return (*(text for text in texts if text), *self._constants)

    def _long(self, row: Row) -> Iterator[Claimed]:
        labels = self._label_texts(row)
        handle = self._handle(row)
        found = [(column, text) for column in self._urls for text in addresses_in(_decoded(column, row))]
        if found:
            yield from (Claimed(Claim(labels, text, handle if len(found) == 1 else ""), column) for column, text in found)
            return
        said = [(column, text) for column in self._urls if (text := _decoded(column, row))]
        telling = [(column, text) for column, text in said if self._lexicon.meaning(text) not in (PLACEHOLDER, AFFIRMATION)]
        if handle:
            yield from (Claimed(Claim(labels, "", name)) for name in names_in(handle))
        elif telling:
            column, text = telling[0]
            yield from (Claimed(Claim(labels, "", name), column) for name in names_in(text))
        elif said:
            yield Claimed(Claim(labels), said[0][0], says_nothing=said[0][1])
        else:
            yield Claimed(Claim(labels))

    def _handle(self, row: Row) -> str:
        """The handle, or the name shown where it is written as a handle."""
        for column in self._handles:
            text = _decoded(column, row)
            if text and self._lexicon.meaning(text) not in (PLACEHOLDER, AFFIRMATION):
                return text
        names = (shown(row.cells[column.position]) for column in self._names)
        return next((text for text in names if text.startswith(AT) and " " not in text), "")

    def _wide_claims(self, row: Row) -> Iterator[Claimed]:
        """A claim a cell; a name beside an address of the same network is of the same account, and so is a number."""
        cells = [(column, text) for column in self._wide if (text := _decoded(column, row))]
        numbers = {column.label.network: _decoded(column, row) for column in self._numbers if column.label is not None}
        addressed = {column.label.network for column, text in cells if column.label is not None and is_address(text)}
        names = {column.label.network: text for column, text in cells if column.label is not None and not is_address(text)}
        told = {column.label.network for column, _ in cells if column.label is not None}
        for column in self._numbers:
            if column.label is not None and column.label.network not in told and (number := numbers[column.label.network]):
                yield Claimed(Claim((column.heading,)), column, column.label, says_nothing=number)
        for column, text in cells:
            label = column.label
            assert label is not None
            number = numbers.get(label.network, "")
            if self._lexicon.meaning(text) in (PLACEHOLDER, AFFIRMATION):
                yield Claimed(Claim((column.heading,)), column, label, says_nothing=text)
            elif is_address(text):
                urls = addresses_in(text)
                name = names.get(label.network, "") if len(urls) == 1 else ""
                yield from (Claimed(Claim((column.heading,), url, name), column, label, number) for url in urls)
            elif label.network not in addressed:  # told by its address otherwise
                yield from (Claimed(Claim((column.heading,), "", name), column, label, number) for name in names_in(text))


def _decoded(column: Column, row: Row) -> str:
    cell = row.cells[column.position]
    text = "\n".join(str(item) for item in cell) if isinstance(cell, list) else shown(cell)
    return column.legend.get(text, text)
