"""The charts in characters that every terminal has: readable at sixty columns, and without colour."""

from collections.abc import Iterator, Sequence

from channelfit.report.pilot.charts import Band, Bin
from channelfit.words import Words

STOP, ON, ADOPT, SEEN = "-", ".", "+", "O"
MARGIN = 22
WIDEST = 60


def drawn_bands(bands: Sequence[Band], words: Words, width: int) -> list[str]:
    """A line a look, from 0 to 100 percent."""
    room = min(WIDEST, width - MARGIN)
    head = f"{'0':<{room - 4}}{words.percent(1):>4}"
    lines = [" " * (MARGIN - 4) + head]
    lines += [f"  {words.say('pilot.chart.look', look=band.look.look, n=band.look.n):<{MARGIN - 6}}{_band(band, room)}" for band in bands]
    return [*lines, f"  {words.say('pilot.chart.legend', stop=STOP, on=ON, adopt=ADOPT, seen=SEEN)}"]


def drawn_bins(bins: Sequence[Bin], words: Words, width: int) -> list[str]:
    """A line an interval, as long as it is likely, in the mark of the side of what matters on which it lies."""
    room, most = min(WIDEST, width - MARGIN), max(item.mass for item in bins)
    return [f"  {_range(item, words):<{MARGIN - 6}}{item.mark * round(room * item.mass / most)}".rstrip() for item in bins]


def _band(band: Band, room: int) -> str:
    seen = None if band.seen is None else min(room - 1, int(band.seen * room))
    return "".join(SEEN if place == seen else _zone(band, (place + 0.5) / room) for place in range(room))


def _zone(band: Band, share: float) -> str:
    if band.adopt is not None and share >= band.adopt:
        return ADOPT
    return STOP if band.stop is not None and share <= band.stop else ON


def _range(item: Bin, words: Words) -> str:
    low, high = (words.number(value * 100).replace("-0", "0").replace("-", "−") for value in (item.low, item.high))
    return words.say("pilot.chart.range", low=low, high=high)


def ranges(bins: Sequence[Bin], words: Words) -> Iterator[str]:
    """The intervals in words, for other media."""
    yield from (_range(item, words) for item in bins)
