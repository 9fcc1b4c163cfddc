"""How sure a ranking is: what comes first when weights, presences and fits are a little off."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from channelfit.advice.known import known
from channelfit.advice.model import Advice, Ranked
from channelfit.advice.outlook import Certainty, Pair, Stability, Unsure
from channelfit.method.bilinear import doubts
from channelfit.method.stability import Candidate, Doubt, stability
from channelfit.method.standing import Standing
from channelfit.presence.model import Basis
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Method


def certainty(advice: Advice, edition: Edition) -> Certainty:
    """SMAA-2 around the stated weights (method, §2), from a fixed seed: the same answer is as sure each time."""
    ranking, method = advice.ranking, edition.rulebook.method
    if not ranking:
        return Certainty({}, (), (), ())
    standing = stability(*_weights(advice), _candidates(advice, edition), _doubt(method), method.podium)
    found = {
        item.channel: Stability(first, podium) for item, first, podium in zip(ranking, standing.first, standing.podium, strict=True)
    }  # fmt: skip
    doubt = method.certainty
    contenders = [place for place, first in enumerate(standing.first) if first >= doubt.contender]
    return Certainty(
        found,
        tuple(_pairs(ranking, range(min(method.podium, len(ranking))), standing)),
        tuple(pair for pair in _pairs(ranking, contenders, standing) if doubt.alike <= pair.ahead <= 1 - doubt.alike),
        _unsure(ranking[: method.podium], edition),
    )


def _weights(advice: Advice) -> tuple[list[float], list[float]]:
    return list(advice.brief.goal_weights.values()), list(advice.brief.audience_weights.values())


def _candidates(advice: Advice, edition: Edition) -> list[Candidate]:
    """Rows come goal by goal, audience by audience within."""
    width = len(advice.brief.audience_weights)
    candidates = []
    for item in advice.ranking:
        presences = [known(row, edition.sheets[item.channel], edition) for row in item.contributions]
        points = [None if row.fit.vetoes else float(row.fit.points) for row in item.contributions]
        starts = range(0, len(points), width)
        candidates.append(Candidate([presences[at : at + width] for at in starts], [points[at : at + width] for at in starts]))
    return candidates


def _doubt(method: Method) -> Doubt:
    doubt, limit, ratio = method.certainty, method.points_limit, method.fit_ratio

    def fit(points: float) -> float:
        return float(ratio ** (min(max(points, -limit), limit) - limit))

    return Doubt(doubt.draws, doubt.seed, doubt.concentration, doubt.step, fit)


def _pairs(ranking: Sequence[Ranked], places: Iterable[int], standing: Standing) -> Iterable[Pair]:
    for one, other in combinations(places, 2):
        yield Pair(ranking[one].channel, ranking[other].channel, standing.beats(one, other))


def _unsure(first: Sequence[Ranked], edition: Edition) -> tuple[Unsure, ...]:
    """|coefficient| · sd of each presence, added up over the channels and goals that rest on the same thing (method, §1)."""
    total: defaultdict[tuple[str, str, Basis, tuple[str, ...]], dict[str, float]] = defaultdict(dict)
    for item in first:
        shares = [known(row, edition.sheets[item.channel], edition) for row in item.contributions]
        weights, fits = [row.weight for row in item.contributions], [[row.fit.value for row in item.contributions]]
        for row, share, doubt in zip(item.contributions, shares, doubts([1.0], weights, [share.known for share in shares], fits), strict=True):
            rests_on = (*row.presence.evidence, *row.presence.rules)
            by_channel = total[share.source, row.audience, row.presence.basis, rests_on]
            by_channel[item.channel] = by_channel.get(item.channel, 0.0) + 100 * share.factor * doubt
    found = [Unsure(audience, tuple(by), basis, rests_on, sum(by.values())) for (_, audience, basis, rests_on), by in total.items()]
    return tuple(sorted(found, key=lambda item: (-item.doubt, item.audience, item.channels)))
