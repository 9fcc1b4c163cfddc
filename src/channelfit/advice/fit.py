"""Points to fit."""

from channelfit.advice.model import Fit, Points
from channelfit.advice.trace import Cell
from channelfit.rulebook.model import Method


def fit(cell: Cell, channel: str, method: Method) -> Fit:
    rules = tuple(Points(rule.id, points) for rule, points in cell.points.get(channel, ()))
    points = clamped(sum(rule.points for rule in rules), method)
    vetoes = tuple(rule.id for rule in cell.vetoes.get(channel, ()))
    return Fit(fitness(points, len(vetoes), method), points, rules, vetoes)


def fitness(points: int, vetoes: int, method: Method) -> float:
    """S = ρ^(clamp(Σ points, −limit, limit) − limit); 0 where a veto falls (method, §1)."""
    return 0.0 if vetoes else method.fit_ratio ** (clamped(points, method) - method.points_limit)


def clamped(points: int, method: Method) -> int:
    return max(-method.points_limit, min(method.points_limit, points))
