"""Naming whom something comes from, and how surely that was verified."""

from collections.abc import Iterable

from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Source
from channelfit.words import Words

JUDGEMENT = "judgement"
MARKS = {"excerpt": "†", "from-memory": "‡"}  # explained at the foot of the answer
SHOWN = 2


def cite(names: Iterable[str], edition: Edition, words: Words) -> str:
    """Publisher and year of the first sources, marked where they were not read."""
    cited = dict.fromkeys(_one(edition.sources[name], words) for name in names)
    return words.say("cite.and").join(list(cited)[:SHOWN])


def cite_sources(sources: Iterable[Source], words: Words) -> str:
    """Publisher and year of every source named, where no edition stands by."""
    return ", ".join(dict.fromkeys(_one(source, words) for source in sources))


def _one(source: Source, words: Words) -> str:
    if source.kind == JUDGEMENT:
        return words.say("cite.judgement")
    publisher = source.publisher.partition(" (")[0]
    said = words.say("cite.source-undated" if source.year is None else "cite.source", publisher=publisher, year=source.year)
    return said + MARKS.get(source.how_verified, "")
