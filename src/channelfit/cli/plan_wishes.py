"""What a plan has to keep to, from options or from the configuration: channels, shares, hours."""

import re
from collections.abc import Mapping, Sequence
from functools import partial

from channelfit.advice.brief import Brief
from channelfit.cli.asked import COMMAND_LINE
from channelfit.cli.option_brief import START, meant, part, placed
from channelfit.cli.session import Session
from channelfit.planning.model import Wishes
from channelfit.rulebook.model import Rulebook
from channelfit.rulebook.synonyms import audience_synonyms, channel_synonyms
from channelfit.source.place import Problem, Unusable
from channelfit.source.reader import Reader
from channelfit.source.tree import Document, Scalar, shortened
from channelfit.source.tree import Mapping as MappingNode

NUMBER = re.compile(r"\d{1,12}(?:[.,]\d{1,12})?(?:[eE][+-]?\d{1,2})?")
PERCENT = re.compile(r"(.*?)\s*%")
CHANNELS, MIN_REACH = ("--require", "--exclude"), "--min-reach"
WHOLE = 100
LARGEST = 1e12  # as in files


def hours_in(text: str) -> float:
    """Hours as people write them, with a point or a comma. Raises Unusable."""
    found = _number(text.strip())
    if found is None:
        raise Unusable([Problem("bad-hours", params={"found": shortened(text)})])
    return found


class WishReader:
    """An option that was typed replaces what is configured."""

    def __init__(self, session: Session, rulebook: Rulebook, brief: Brief) -> None:
        self._session = session
        self._channels = {sheet.id: sheet for sheet in rulebook.sheets}
        self._audiences = brief.audience_weights
        self._channel_words = partial(channel_synonyms, rulebook)
        self._audience_words = partial(audience_synonyms, rulebook)

    def wishes(self, typed: Mapping[str, Sequence[str]]) -> Wishes:
        """Without hours yet. Raises Unusable with every problem, each with its place."""
        lines, scalars = placed(typed)
        written = Reader(Document(COMMAND_LINE[self._session.lang], lines, MappingNode(START, ())))
        configured = Reader(self._session.config.document or Document("", (), MappingNode(START, ())))
        given = {option: [(written, item) for item in items] or self._configured(configured, option) for option, items in scalars.items()}
        require, exclude = (tuple(dict.fromkeys(self._channel(*wish) for wish in given[option])) for option in CHANNELS)
        least = self._minima(given[MIN_REACH])
        problems = [*written.problems, *configured.problems]
        if problems:
            raise Unusable(problems)
        return Wishes(0.0, require, exclude, least)

    def _configured(self, reader: Reader, option: str) -> list[tuple[Reader, Scalar]]:
        name = option.removeprefix("--").replace("-", "_")
        return [(reader, item) for item in self._session.config.items(self._session.command, name)]

    def _channel(self, reader: Reader, item: Scalar) -> str:
        return reader.term("unknown-channel", meant(item, self._channel_words()), self._channels, self._channel_words) or ""

    def _minima(self, given: Sequence[tuple[Reader, Scalar]]) -> dict[str, float]:
        """Each audience has one minimum at most: of two, nobody knows which is meant."""
        found: dict[str, float] = {}
        for reader, item in given:
            audience, least = self._least(reader, item)
            if audience in found:
                reader.report("minimum-twice", item.span, found=audience)
            found[audience] = least
        return found

    def _least(self, reader: Reader, item: Scalar) -> tuple[str, float]:
        word, _, share = item.text.partition("=")
        words = self._audience_words()
        known = {folded: name for folded, name in words.items() if name in self._audiences}
        audience = reader.term("audience-not-in-brief", meant(part(item, word, 0), words), self._audiences, lambda: known)
        least = share_in(share)
        if least is None:
            reader.report("bad-share", part(item, share, len(word) + 1).span if share else item.span, found=shortened(share or item.text))
        return audience or "", least or 0.0


def share_in(text: str) -> float | None:
    """A share written as 0.6 or as 60 %; None for anything else."""
    of_hundred = PERCENT.fullmatch(text.strip())
    found = _number(of_hundred[1] if of_hundred else text.strip())
    share = found / WHOLE if found is not None and of_hundred else found
    return share if share is not None and 0 <= share <= 1 else None


def _number(text: str) -> float | None:
    if NUMBER.fullmatch(text) is None:
        return None
    found = float(text.replace(",", "."))
    return found if found <= LARGEST else None
