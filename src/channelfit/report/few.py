"""A long list of channels, cut to its first few."""

from collections.abc import Sequence

from channelfit.report.extent import SHOWN
from channelfit.report.speaker import Speaker


def few(channels: Sequence[str], speaker: Speaker, *, full: bool) -> str:
    """Their names, and how many more there are; `full` leaves nothing out."""
    if len(channels) <= SHOWN or full:
        return speaker.channels(channels)
    names = ", ".join(speaker.channel(name) for name in channels[:SHOWN])
    return names + speaker.words.count("and-others", len(channels) - SHOWN)
