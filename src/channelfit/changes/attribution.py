"""The change of a score split over what caused it, so that the parts add up."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import comb
from typing import NamedTuple

from channelfit.advice.fit import fitness
from channelfit.advice.model import Contribution, Fit, Ranked
from channelfit.advice.ranking import PERCENT
from channelfit.changes.causes import Causes
from channelfit.changes.model import Part
from channelfit.rulebook.model import Method


class Move(NamedTuple):
    """What a rule does otherwise: its points and its veto, as differences."""

    rule: str
    points: int
    vetoes: int


def parts(before: Ranked, after: Ranked, causes: Causes, method: Method) -> tuple[Part, ...]:
    """The parts of the change of a channel's score, goal by goal and audience by audience."""
    rows = zip(before.contributions, after.contributions, strict=True)
    return tuple(part for old, new in rows for part in _row(old, new, causes, method))


def _row(old: Contribution, new: Contribution, causes: Causes, method: Method) -> Iterator[Part]:
    """p₁f₁ − p₀f₀ = (p₁ − p₀)(f₀ + f₁)/2 + (f₁ − f₀)(p₀ + p₁)/2, and the second term rule by rule."""
    here = (new.goal, new.audience)
    if old.presence.share != new.presence.share:
        score = new.weight * PERCENT * (new.presence.share - old.presence.share) * (old.fit.value + new.fit.value) / 2
        yield Part("presence", *here, score, causes.presence(old.presence, new.presence), (old.presence.share, new.presence.share))
    by_fit = new.weight * PERCENT * (old.presence.share + new.presence.share) / 2
    moves = _moves(old.fit, new.fit)
    for move, share in zip(moves, shares(moves, old.fit, method), strict=True):
        yield Part("fit", *here, by_fit * share, (causes.rule(move.rule),))


def _moves(old: Fit, new: Fit) -> tuple[Move, ...]:
    points = Counter({rule.rule: rule.points for rule in new.rules})
    points.subtract({rule.rule: rule.points for rule in old.rules})
    vetoes = Counter(new.vetoes)
    vetoes.subtract(old.vetoes)
    names = dict.fromkeys((*points, *vetoes))
    return tuple(Move(name, points[name], vetoes[name]) for name in names if points[name] or vetoes[name])


def shares(moves: Sequence[Move], start: Fit, method: Method) -> list[float]:
    """What each move adds to the fit: the mean over all orders in which they could have come (Shapley 1953)."""
    points, vetoes = sum(rule.points for rule in start.rules), len(start.vetoes)
    found = []
    for place, move in enumerate(moves):
        share = 0.0
        for (many, more, vetoed), ways in _gatherings((*moves[:place], *moves[place + 1 :])).items():
            without = fitness(points + more, vetoes + vetoed, method)
            with_it = fitness(points + more + move.points, vetoes + vetoed + move.vetoes, method)
            share += ways * (with_it - without) / (len(moves) * comb(len(moves) - 1, many))
        found.append(share)
    return found


def _gatherings(moves: Iterable[Move]) -> Counter[tuple[int, int, int]]:
    """In how many ways some of the moves come first: by how many they are, their points and their vetoes."""
    ways: Counter[tuple[int, int, int]] = Counter({(0, 0, 0): 1})
    for move in moves:
        joined: Counter[tuple[int, int, int]] = Counter()
        for (many, points, vetoes), number in ways.items():
            joined[many + 1, points + move.points, vetoes + move.vetoes] += number
        ways += joined
    return ways
