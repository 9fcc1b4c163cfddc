"""Which channels a plan chooses between."""

from collections.abc import Iterable, Mapping
from typing import get_args

from channelfit.advice.model import Advice, Verdict
from channelfit.planning.model import Duty, Wishes
from channelfit.rulebook.model import Sheet

Sheets = Mapping[str, Sheet]
VERDICTS = get_args(Verdict)  # best first


def candidates(advice: Advice, wishes: Wishes, sheets: Sheets, duties: Iterable[Duty]) -> tuple[str, ...]:
    """The channels that are advised at least for a trial, may serve a duty, or are run today, best ranked first.

    The surfaces of a network have the same people, whom independence would count twice: one surface stands for its network.
    It is what a duty asks for, or else the surface with the best verdict and rank.
    """
    kept = [channel for duty in duties for channel in duty.channels]
    run = {item.channel for item in wishes.running}
    standing = {network_of(channel, sheets): channel for channel in kept}
    for item in sorted(advice.ranking, key=lambda item: VERDICTS.index(item.verdict)):
        if (item.verdict != "avoid" or item.channel in run) and possible(item.channel, wishes, sheets):
            standing.setdefault(network_of(item.channel, sheets), item.channel)
    chosen = {*kept, *standing.values()}
    return tuple(item.channel for item in advice.ranking if item.channel in chosen)


def with_running(chosen: Iterable[str], advice: Advice, wishes: Wishes, sheets: Sheets) -> tuple[str, ...]:
    """The candidates, and what is run today beside them on the same networks."""
    known = {*chosen, *(item.channel for item in wishes.running)}
    return tuple(item.channel for item in advice.ranking if item.channel in known and possible(item.channel, wishes, sheets))


def network_of(channel: str, sheets: Sheets) -> str:
    """The network of a surface; a channel of no network stands for itself."""
    return sheets[channel].network or channel


def without_hours(advice: Advice, wishes: Wishes, sheets: Sheets) -> tuple[str, ...]:
    """Channels that would be candidates if anybody had said how many hours they take."""
    wanted = {item.channel for item in advice.required} | set(wishes.require)
    return tuple(
        item.channel for item in advice.ranking if sheets[item.channel].hours_per_week is None and (item.verdict != "avoid" or item.channel in wanted)
    )


def possible(channel: str, wishes: Wishes, sheets: Sheets) -> bool:
    return channel not in wishes.exclude and sheets[channel].hours_per_week is not None
