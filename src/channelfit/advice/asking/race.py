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
        self._most = {name: high for name, (_, high) in bounds.items() if high >= needed - MARGIN}
        self.runners = tuple(self._most)
        self.mask = 0
        for name in self.runners:
            self.mask |= board.masks[name]
        self._base = board.state({})
        self._order = sorted((place.order, name) for name in self.runners if (place := board.place(name, self._base)) is not None)
        self._firsts: dict[State, tuple[str, ...]] = {}

    def first(self, state: State) -> tuple[str, ...]:
        """The first of the ranking in a state, in order."""
        key = State(state.bits & self.mask, state.country)
        if key not in self._firsts:
            self._firsts[key] = self._first(key)
        return self._firsts[key]

    def score(self, name: str, state: State) -> float:
        """The score of a channel; nothing where it is gone."""
        place = self.board.place(name, state)
        return 0.0 if place is None else place.score

    def _first(self, state: State) -> tuple[str, ...]:
        """Of those that stand where they stood the first few; of the others, those that can still pass one of these."""
        touched = self._touched(state)
        orders = [order for order, name in self._order if name not in touched][: self._podium]
        needed = -orders[-1][0] if len(orders) == self._podium else 0.0
        places = (self.board.place(name, state) for name in touched if self._most[name] >= needed - MARGIN)
        return tuple(name for _, _, name in sorted([*orders, *(place.order for place in places if place is not None)])[: self._podium])

    def _touched(self, state: State) -> set[str]:
        """The channels that may stand elsewhere than with nothing answered."""
        turned, masks = (state.bits ^ self._base.bits) & self.mask, self.board.masks
        touched = {name for name in self.runners if masks[name] & turned}
        if state.country is not None:
            touched |= {name for name in self.runners if self.board.moves(name, state.country)}
        return touched
