"""Two arms looked at several times by P(the tried one is better | data): exact characteristics, by dynamic programming over both counts."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import comb, exp, log, log1p
from typing import NamedTuple

from channelfit.method.beta import Beta
from channelfit.method.incomplete_beta import log_beta
from channelfit.method.pilot_design import Characteristics

ROUNDING = 1e-6  # chances closer to a gate than this are on it: equal counts are a chance of one half, however it is computed
_UNSEEN = 1e-10  # states and steps less likely than this are left out; what they add up to is below 1e-5

Going = dict[int, dict[int, float]]


class Gate(NamedTuple):
    """After n answers in each arm: stop where P(better) ≤ `stop`, adopt where P(better) ≥ `adopt`; None where that is not done here."""

    n: int
    stop: float | None
    adopt: float | None


class Edge(NamedTuple):
    """By successes of the compared arm: below `go` successes the pilot stops, from `adopt` on it adopts."""

    n: int
    go: tuple[int, ...]
    adopt: tuple[int, ...]


def edges(prior: Beta, gates: Sequence[Gate]) -> tuple[Edge, ...]:
    """The gates as counts. The last one stops wherever it does not adopt."""
    return tuple(
        Edge(gate.n, _first(prior, gate.n, gate.stop, above=True) if gate.stop is not None else (0,) * (gate.n + 1), _adopts(prior, gate))
        for gate in gates
    )


def compared(gates: Sequence[Edge], tried: float, other: float) -> Characteristics:
    """The operating characteristics at these shares of the two arms; answers are those of one arm."""
    going: Going = {0: {0: 1.0}}
    adopted = stopped = mean_n = early = 0.0
    before = 0
    for gate in gates:
        going = _onward(going, gate.n - before, other, tried)
        before = gate.n
        won, lost, going = _through(going, gate, last=gate is gates[-1])
        adopted, mean_n = adopted + won, mean_n + (won + lost) * gate.n
        if gate is not gates[-1]:
            stopped, early = stopped + lost, early + won + lost
    return Characteristics(adopted, mean_n, early, stopped)


def _adopts(prior: Beta, gate: Gate) -> tuple[int, ...]:
    return (gate.n + 1,) * (gate.n + 1) if gate.adopt is None else _first(prior, gate.n, gate.adopt, above=False)


def _first(prior: Beta, n: int, level: float, *, above: bool) -> tuple[int, ...]:
    """By successes of the compared arm, the fewest of the tried one with P(better) ≥ level, or > level where `above`."""
    found, walk = [], _Walk(prior, n)
    least = level + ROUNDING if above else level - ROUNDING
    for other in range(n + 1):
        while walk.tried <= n and walk.better < least:
            walk.more_tried()
        found.append(walk.tried)
        if other < n:
            walk.more_other()
    return tuple(found)


class _Walk:
    """P(tried > other) at fixed n, success by success: each step adds a closed term (Cook 2005, UTMDABTR-005-05)."""

    def __init__(self, prior: Beta, n: int) -> None:
        self._prior, self._n = prior, n
        self.tried = self._other = 0
        self.better = 0.5  # none on either side

    def more_tried(self) -> None:
        """One more success of the tried arm; past n nothing is left to compare."""
        a, b, c, d = self._shapes()
        if self.tried < self._n:
            self.better += _term(a, b, c, d) / a + _term(a + 1, b - 1, c, d) / (b - 1)
        self.tried += 1

    def more_other(self) -> None:
        a, b, c, d = self._shapes()
        if self.tried <= self._n:
            self.better -= _term(a, b, c, d) / c + _term(a, b, c + 1, d - 1) / (d - 1)
        self._other += 1

    def _shapes(self) -> tuple[float, float, float, float]:
        alpha, beta = self._prior
        return alpha + self.tried, beta + self._n - self.tried, alpha + self._other, beta + self._n - self._other


def _term(a: float, b: float, c: float, d: float) -> float:
    """B(a+c, b+d) / (B(a, b) B(c, d))."""
    return exp(log_beta(a + c, b + d) - log_beta(a, b) - log_beta(c, d))


def _onward(going: Going, answers: int, other: float, tried: float) -> Going:
    """P(so many successes in both arms and still going) after as many more answers in each."""
    rows: defaultdict[int, defaultdict[int, float]] = defaultdict(lambda: defaultdict(float))
    others, trieds = list(_chances(answers, other)), list(_chances(answers, tried))
    for first, row in going.items():
        widened: defaultdict[int, float] = defaultdict(float)
        for second, chance in row.items():
            for more, part in trieds:
                widened[second + more] += chance * part
        kept = [(second, chance) for second, chance in widened.items() if chance > _UNSEEN]
        for more, part in others:
            target = rows[first + more]
            for second, chance in kept:
                target[second] += chance * part
    return {first: dict(row) for first, row in rows.items()}


def _chances(answers: int, p: float) -> Iterator[tuple[int, float]]:
    """The numbers of successes that are at all likely."""
    for x in range(answers + 1):
        chance = exp(log(comb(answers, x)) + x * log(p) + (answers - x) * log1p(-p))
        if chance > _UNSEEN:
            yield x, chance


def _through(going: Going, gate: Edge, *, last: bool) -> tuple[float, float, Going]:
    """P(adopted here), P(stopped here), and those still going."""
    won = lost = 0.0
    on: Going = {}
    for first, row in going.items():
        go, adopt = gate.go[first], gate.adopt[first]
        kept = {}
        for second, chance in row.items():
            if second >= adopt:
                won += chance
            elif last or second < go:
                lost += chance
            elif chance > _UNSEEN:
                kept[second] = chance
        if kept:
            on[first] = kept
    return won, lost, on
