"""What somebody asked for, and where it loses against the leader."""

from collections.abc import Sequence

from channelfit.advice.model import Considered, Excluded, Ranked


def consider(channel: str, ranking: Sequence[Ranked], excluded: Sequence[Excluded]) -> Considered:
    """The place of a channel in the answer and the rows (goal/audience) it loses to the leader, largest loss first."""
    veto = next((item for item in excluded if item.channel == channel), None)
    place = next((item for item in ranking if item.channel == channel), None)
    if place is None:
        return Considered(channel, None, None, (), veto.rules if veto else ())
    leader = ranking[0]
    losses = [
        (theirs.score - ours.score, f"{ours.goal}/{ours.audience}")
        for ours, theirs in zip(place.contributions, leader.contributions, strict=True)
        if theirs.score > ours.score
    ]
    return Considered(channel, place.rank, place.verdict, tuple(name for _, name in sorted(losses, key=lambda loss: (-loss[0], loss[1]))))
