"""Who may come among the first, and who does in a state."""

from channelfit.advice.asking.board import Board, State
from channelfit.advice.ranking import TIE

MARGIN: float = 10**-TIE  # ties are settled by hours, so that an equal score can still win


class Race:
    """The channels that can come among the first `podium`, whatever is answered; the others are never looked at again."""

    def __init__(self, board: Board, podium: int, anywhere: bool) -> None:
        self.board = board
        self._podium = podium
        bounds = {name: board.bounds(name, anywhere) for name in board.channels}
        sure = sorted((low for low, _ in bounds.values() if low >= 0), reverse=True)
        needed = sure[podium - 1] if len(sure) >= podium else 0.0
        self.runners = tuple(name for name, (_, high) in bounds.items() if high >= needed - MARGIN)
        self._firsts: dict[State, tuple[str, ...]] = {}
        self.mask = 0
        for name in self.runners:
            self.mask |= board.channels[name].mask

    def first(self, state: State) -> tuple[str, ...]:
        """The first of the ranking in a state, in order."""
        key = State(state.bits & self.mask, state.country)
        if key not in self._firsts:
            places = [place.order for name in self.runners if (place := self.board.place(name, state)) is not None]
            self._firsts[key] = tuple(name for _, _, name in sorted(places)[: self._podium])
        return self._firsts[key]

    def score(self, name: str, state: State) -> float:
        """The score of a channel; nothing where it is gone."""
        place = self.board.place(name, state)
        return 0.0 if place is None else place.score
