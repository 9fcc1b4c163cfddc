"""How much of an answer is shown: the best few, or everything."""

from collections.abc import Iterable, Sequence

from channelfit.advice.model import Advice, Ranked

NETWORK = "network"
SHOWN = 3
REASONS = 2
REASONS_IN_FULL = 20


class Extent:
    """What of an advice is shown; `full` leaves nothing out."""

    def __init__(self, advice: Advice, full: bool) -> None:
        self.full = full
        self.reasons = REASONS_IN_FULL if full else REASONS
        self._advice = advice
        self._required = {item.channel for item in advice.required}

    def of_kind(self, networks: bool) -> tuple[Ranked, ...]:
        """Every ranked channel that is a network, or every one that is none."""
        return tuple(item for item in self._advice.ranking if (item.kind == NETWORK) is networks)

    def shown(self, networks: bool) -> Sequence[Ranked]:
        """The first few of a kind that are not to be avoided, or else why the first one is; what is required is never left unsaid."""
        ranked = self.of_kind(networks)
        if self.full:
            return ranked
        worth: Sequence[Ranked] = [item for item in ranked if item.verdict != "avoid"] or ranked[:1]
        return [*worth[:SHOWN], *(item for item in worth[SHOWN:] if item.channel in self._required)]

    def advised(self) -> Iterable[Ranked]:
        """The channels shown and not to be avoided, of both kinds."""
        return (item for networks in (True, False) for item in self.shown(networks) if item.verdict != "avoid")
