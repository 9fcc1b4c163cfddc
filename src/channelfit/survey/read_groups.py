"""The answers of a survey: groups of people, and how many of each named a channel. Shares are no counts."""

import re
from collections.abc import Collection
from functools import cached_property
from itertools import pairwise

from channelfit.rulebook.model import Rulebook
from channelfit.rulebook.synonyms import channel_synonyms
from channelfit.source.data import OWN_KEYS
from channelfit.source.nearest import fold
from channelfit.source.reader import Reader, is_empty
from channelfit.source.tree import Mapping, Node, Scalar
from channelfit.survey.model import Group
from channelfit.territory.bands import band_of, written

KEYS = ("ages", "asked", "channels")
EXAMPLES = {"asked": "asked: 62", "channels": "channels: {newsletter: 12}"}
_SHARE = re.compile(r"0*[.,]\d+|\d+(?:[.,]\d+)?\s*%")
_BROKEN = re.compile(r"\d+[.,]\d*")


class GroupReader:
    """Reads into the problems of the survey."""

    def __init__(self, reader: Reader, rulebook: Rulebook) -> None:
        self._reader = reader
        self._rulebook = rulebook
        self._most = rulebook.method.survey.most_asked
        self._channels = dict.fromkeys((*(sheet.network for sheet in rulebook.sheets if sheet.network), *(sheet.id for sheet in rulebook.sheets)))

    def groups(self, node: Node) -> tuple[Group, ...]:
        placed = [(item, group) for item in self._reader.items(node) if (group := self._group(item)) is not None]
        self._check_apart(placed)
        return tuple(group for _, group in placed)

    def _group(self, node: Node) -> Group | None:
        found = {key: entry.value for key, entry in self._reader.fields(node, KEYS).items() if not is_empty(entry.value)}
        for key in ("asked", "channels"):
            if key not in found and isinstance(node, Mapping):
                self._reader.report("survey-key", node.span, key=key, example=EXAMPLES[key])
        asked = self._count(found["asked"], at_least=1) if "asked" in found else None
        ages = self._ages(found["ages"]) if "ages" in found else None
        said = self._said(found["channels"], asked) if "channels" in found else {}
        return None if asked is None else Group(asked, said, ages)

    def _ages(self, node: Node) -> tuple[int, int | None] | None:
        band = band_of(node.text) if isinstance(node, Scalar) else None
        if band is None:
            self._reader.wrong(node, "age-band")
        return band

    def _said(self, node: Node, asked: int | None) -> dict[str, int]:
        said: dict[str, int] = {}
        if not isinstance(node, Mapping):
            self._reader.wrong(node, "counts")
            return said
        for entry in node:
            if entry.key.text.startswith(OWN_KEYS):
                continue
            name, count = self._channel(entry.key), self._count(entry.value)
            if name is not None and name in said:
                self._reader.report("channel-counted-twice", entry.key.span, found=entry.key.text, channel=name)
            elif name is not None and count is not None:
                said[name] = count
            if count is not None and asked is not None and count > asked:
                self._reader.report("said-more-than-asked", entry.value.span, said=count, asked=asked)
        return said

    def _channel(self, key: Scalar) -> str | None:
        """A channel or a network, by its id or in other words."""
        if key.text in self._channels:
            return key.text
        if (meant := self._meanings.get(fold(key.text))) is not None:
            return meant
        return self._reader.term("unknown-channel", key, self._channels, lambda: self._meanings)

    @cached_property
    def _meanings(self) -> dict[str, str]:
        networks = {fold(sheet.network): sheet.network for sheet in self._rulebook.sheets if sheet.network}
        return channel_synonyms(self._rulebook) | networks

    def _count(self, node: Node, at_least: int = 0) -> int | None:
        """A whole number of people."""
        if isinstance(node, Scalar) and _SHARE.fullmatch(node.text.strip()):
            self._reader.report("share-for-count", node.span, found=node.text)
            return None
        if isinstance(node, Scalar) and _BROKEN.fullmatch(node.text.strip()):
            self._reader.wrong(node, "people")
            return None
        count = self._reader.number(node, at_least=at_least)
        if count is not None and count > self._most:
            self._reader.report("number-too-large", node.span, found=count, at_most=self._most)
            return None
        return None if count is None else int(count)

    def _check_apart(self, placed: Collection[tuple[Node, Group]]) -> None:
        """Everybody answers once: bands do not overlap, and a group without ages stands alone."""
        ordered = sorted(((group.ages or (0, None), node) for node, group in placed), key=lambda item: item[0][0])
        for (last, _), (ages, node) in pairwise(ordered):
            if last[1] is None or last[1] >= ages[0]:
                self._reader.report("ages-overlap", _ages_node(node).span, found=written(ages), other=written(last))


def _ages_node(node: Node) -> Node:
    if isinstance(node, Mapping):
        return next((entry.value for entry in node if entry.key.text == KEYS[0]), node)
    return node
