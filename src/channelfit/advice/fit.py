"""Points to fit."""

from channelfit.advice.model import Fit, Points
from channelfit.advice.trace import Cell
from channelfit.rulebook.model import Method


def fit(cell: Cell, channel: str, method: Method) -> Fit:
    """S = ρ^(clamp(Σ points, −limit, limit) − limit); 0 where a veto falls (method, §1)."""
    rules = tuple(Points(rule.id, points) for rule, points in cell.points.get(channel, ()))
    limit = method.points_limit
    points = max(-limit, min(limit, sum(rule.points for rule in rules)))
    vetoes = tuple(rule.id for rule in cell.vetoes.get(channel, ()))
    return Fit(0.0 if vetoes else method.fit_ratio ** (points - limit), points, rules, vetoes)
