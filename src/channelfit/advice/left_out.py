"""Who none of the advised channels reaches."""

from collections.abc import Sequence

from channelfit.advice.model import LeftOut, Ranked

URGED = ("lead", "support")
SHOWN = 3


def left_out(audiences: Sequence[str], ranking: Sequence[Ranked]) -> tuple[LeftOut, ...]:
    """For each audience, 1 minus the largest presence among lead and support, and the channels that reach most of the rest."""
    return tuple(_left_out(audience, ranking) for audience in audiences)


def _left_out(audience: str, ranking: Sequence[Ranked]) -> LeftOut:
    reached = max((_presence(item, audience) for item in ranking if item.verdict in URGED), default=0.0)
    others = [item for item in ranking if item.verdict not in URGED and not any(row.fit.vetoes for row in item.contributions)]
    others.sort(key=lambda item: (-_presence(item, audience), -item.points, item.channel))
    return LeftOut(audience, 1 - reached, tuple(item.channel for item in others if _known(item, audience))[:SHOWN])


def _presence(item: Ranked, audience: str) -> float:
    return max(row.presence.share for row in item.contributions if row.audience == audience)


def _known(item: Ranked, audience: str) -> bool:
    """A guess never promises to reach anybody."""
    return any(row.presence.basis != "assumed" for row in item.contributions if row.audience == audience)
