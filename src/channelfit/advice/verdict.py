"""Score and points to a verdict, by the rulebook's thresholds."""

from channelfit.advice.model import Contribution, Verdict
from channelfit.rulebook.model import Method, Verdicts


def mean_points(contributions: tuple[Contribution, ...], method: Method) -> float:
    """What speaks for a channel over the whole brief; a cell under a veto counts as the worst fit."""
    return sum(row.weight * (-method.points_limit if row.fit.vetoes else row.fit.points) for row in contributions)


def verdict(points: float, score: float, required: bool, thresholds: Verdicts) -> Verdict:
    if points >= thresholds.lead_points and score >= thresholds.lead_score:
        return "lead"
    if required or (points >= thresholds.support_points and score >= thresholds.support_score):
        return "support"
    if points >= thresholds.pilot_points and score >= thresholds.pilot_score:
        return "pilot"
    return "avoid"
