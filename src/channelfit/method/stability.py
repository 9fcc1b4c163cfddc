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
    return standing(simulated(goals, audiences, candidates, doubt), podium)


def simulated(goals: Sequence[float], audiences: Sequence[float], candidates: Sequence[Candidate], doubt: Doubt) -> list[Column]:
    """The scores, 0 to 1, as [candidate][draw]."""
    random = Random(doubt.seed)  # noqa: S311 (a simulation whose seed is printed)
    w, v = (_weights(random, stated, doubt) for stated in (goals, audiences))
    sources = sorted({presence.source for candidate in candidates for row in candidate.presence for presence in row})
    drawn = _Drawn(w, v, {source: random.randbytes(doubt.draws) for source in sources})
    fits = _Fits(doubt)
    return [_scores(random, drawn, candidate, fits) for candidate in candidates]


class _Drawn(NamedTuple):
    """What all candidates share: weights of goals and audiences as [weight][draw], a quantile a source and draw."""

    w: list[Column]
    v: list[Column]
    u: dict[str, bytes]


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

    def column(self, points: float, u: bytes) -> Column:
        if points not in self._tables:
            self._tables[points] = [self._doubt.fit(points + self._doubt.step * error) for error in self._errors]
        return list(map(self._tables[points].__getitem__, u))


def _scores(random: Random, drawn: _Drawn, candidate: Candidate, fits: _Fits) -> Column:
    draws = len(drawn.v[0])
    errors = [random.randbytes(draws) for _ in drawn.w]
    total = [0.0] * draws
    for audience, weights in enumerate(drawn.v):
        for presence, served in _served(drawn, candidate, audience, fits, errors):
            table = [presence.factor * share for share in quantile_table(presence.known, _PARTS)]
            reached = map(table.__getitem__, drawn.u[presence.source])
            total = list(map(add, total, map(mul, served, map(mul, weights, reached))))
    return total


def _served(drawn: _Drawn, candidate: Candidate, audience: int, fits: _Fits, errors: Sequence[bytes]) -> Iterable[tuple[Presence, Column]]:
    """Σ_g w_g s_g of an audience, for the goals that share a presence: judgements may differ from goal to goal."""
    found: dict[Presence, Column] = {}
    for goal, (known, row) in enumerate(zip(candidate.presence, candidate.points, strict=True)):
        points = row[audience]
        if points is not None:
            served = map(mul, drawn.w[goal], fits.column(points, errors[goal]))
            before = found.get(known[audience])
            found[known[audience]] = list(served if before is None else map(add, before, served))
    return found.items()
