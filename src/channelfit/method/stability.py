"""How sure a ranking is: SMAA-2 around the stated weights, specialised to S_c = Σ_g Σ_a w_g v_a p_ac s_gac.

w ~ Dirichlet(κ w), v ~ Dirichlet(κ v), p = Beta⁻¹(u) with one u a source and draw, points ± one step (symmetric
triangular). Works column by column, all draws of a cell at once, with 256 quantiles a distribution.
"""

from collections.abc import Callable, Iterable, Sequence
from operator import add, mul
from random import Random
from typing import NamedTuple

from channelfit.method.beta import Beta
from channelfit.method.draws import dirichlet, triangular_table
from channelfit.method.quantiles import quantile_table
from channelfit.method.standing import Standing, standing

_PARTS = 256  # a byte of randomness picks a quantile
_AHEAD = 2  # so many times the podium are simulated before any is left out

Column = list[float]


class Presence(NamedTuple):
    """A share of an audience: `factor` · p, p ~ `known`; shares of one `source` are wrong in the same direction."""

    known: Beta
    source: str
    factor: float = 1.0


class Candidate(NamedTuple):
    """A channel: presences and points, both as [goal][audience]; points are None where a veto makes the fit 0."""

    presence: Sequence[Sequence[Presence]]
    points: Sequence[Sequence[float | None]]


class Doubt(NamedTuple):
    """How much is simulated, and how far weights and points are taken to be off.

    `concentration` is κ; `step` is the half-width of the triangular error of points, in points; `fit` makes 0 to 1 of
    points, and clips them. One error of points is drawn for a channel and goal, and holds for all audiences.
    """

    draws: int
    seed: int
    concentration: float
    step: float
    fit: Callable[[float], float]


def stability(goals: Sequence[float], audiences: Sequence[float], candidates: Sequence[Candidate], doubt: Doubt, podium: int) -> Standing:
    """How often each candidate is first, and among the first `podium`; the pairs can be asked of the answer.

    Weights add up to 1. Monte Carlo error ≤ 0.5/√draws. Raises ValueError without draws or candidates.
    """
    if doubt.draws <= 0 or not candidates:
        raise ValueError((doubt.draws, len(candidates)))
    return standing(simulated(goals, audiences, candidates, doubt, podium), podium)


def simulated(goals: Sequence[float], audiences: Sequence[float], candidates: Sequence[Candidate], doubt: Doubt, podium: int) -> list[Column]:
    """The scores, 0 to 1, as [candidate][draw].

    A candidate that can be in no draw among the first `podium` has 0 everywhere: its largest cell at its best stays below what
    the last of them reaches in its worst draw. Candidates that come best first are left out soonest.
    """
    random = Random(doubt.seed)  # noqa: S311 (a simulation whose seed is printed)
    w, v = (_weights(random, stated, doubt) for stated in (goals, audiences))
    sources = sorted({presence.source for candidate in candidates for row in candidate.presence for presence in row})
    drawn = _Drawn(w, v, {source: random.randbytes(doubt.draws) for source in sources})
    fits, found, least = _Fits(doubt), list[Column](), 0.0
    nowhere = [0.0] * doubt.draws
    for place, candidate in enumerate(candidates):
        if place == _AHEAD * podium:
            least = min(sorted(row)[-podium] for row in zip(*found, strict=True))
        errors = [random.randbytes(doubt.draws) for _ in goals]
        found.append(nowhere if _most(candidate, fits) < least else _scores(drawn, candidate, fits, errors))
    return found


class _Drawn:
    """What all candidates share: weights of goals and audiences as [weight][draw], a quantile a source and draw."""

    def __init__(self, w: list[Column], v: list[Column], u: dict[str, bytes]) -> None:
        self.w, self.v, self._u = w, v, u
        self._reached: dict[tuple[Presence, int], Column] = {}

    def reached(self, presence: Presence, audience: int) -> Column:
        """V_a p in each draw; channels that share a presence share it."""
        if (presence, audience) not in self._reached:
            table = [presence.factor * share for share in quantile_table(presence.known, _PARTS)]
            column = map(table.__getitem__, self._u[presence.source])
            self._reached[presence, audience] = list(column if len(self.v) == 1 else map(mul, self.v[audience], column))
        return self._reached[presence, audience]


def _weights(random: Random, stated: Sequence[float], doubt: Doubt) -> list[Column]:
    """Draws around stated weights, as [weight][draw]; a weight that stands alone is certain."""
    if len(stated) == 1:
        return [[1.0] * doubt.draws]
    parameters = [doubt.concentration * weight for weight in stated]
    return [list(column) for column in zip(*(dirichlet(random, parameters) for _ in range(doubt.draws)), strict=True)]


class _Fits:
    """The fits that points may turn out to be, 256 a number of points."""

    def __init__(self, doubt: Doubt) -> None:
        self._doubt = doubt
        self._errors = triangular_table(_PARTS)
        self._tables: dict[float, Column] = {}

    def column(self, points: float, u: bytes) -> Iterable[float]:
        if points not in self._tables:
            self._tables[points] = [self._doubt.fit(points + self._doubt.step * error) for error in self._errors]
        return map(self._tables[points].__getitem__, u)

    def most(self, points: float) -> float:
        return self._doubt.fit(points + self._doubt.step)


def _scores(drawn: _Drawn, candidate: Candidate, fits: _Fits, errors: Sequence[bytes]) -> Column:
    total: Column = []
    for audience in range(len(drawn.v)):
        for presence, served in _served(drawn, candidate, audience, fits, errors):
            part = map(mul, served, drawn.reached(presence, audience))
            total = list(map(add, total, part) if total else part)
    return total or [0.0] * len(drawn.v[0])


def _most(candidate: Candidate, fits: _Fits) -> float:
    """No score of a candidate is above this: a mean of cells, with whatever weights, is at most the largest of them."""
    cells = (pair for known, row in zip(candidate.presence, candidate.points, strict=True) for pair in zip(known, row, strict=True))
    best = (shown.factor * quantile_table(shown.known, _PARTS)[-1] * fits.most(points) for shown, points in cells if points is not None)
    return max(best, default=0.0)


def _served(drawn: _Drawn, candidate: Candidate, audience: int, fits: _Fits, errors: Sequence[bytes]) -> Iterable[tuple[Presence, Column]]:
    """Σ_g w_g s_g of an audience, for the goals that share a presence: judgements may differ from goal to goal."""
    found: dict[Presence, Column] = {}
    for goal, (known, row) in enumerate(zip(candidate.presence, candidate.points, strict=True)):
        points = row[audience]
        if points is not None:
            column = fits.column(points, errors[goal])
            served = column if len(drawn.w) == 1 else map(mul, drawn.w[goal], column)
            before = found.get(known[audience])
            found[known[audience]] = list(served if before is None else map(add, before, served))
    return found.items()
