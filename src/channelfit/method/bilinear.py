"""The score of a channel and how far it may be off: S = Σ_g Σ_a w_g v_a p_a s_ga, on the scale of 0 to 1."""

from collections.abc import Sequence
from math import fsum, sqrt

from channelfit.method.beta import Beta

Row = Sequence[float]
Fits = Sequence[Row]
"""[goal][audience], each 0 to 1."""


def contributions(goals: Row, audiences: Row, presence: Row, fits: Fits) -> list[list[float]]:
    """w_g v_a p_a s_ga as [goal][audience]; they add up to the score."""
    return [
        [w * v * p * s for v, p, s in zip(audiences, presence, row, strict=True)]
        for w, row in zip(goals, fits, strict=True)
    ]  # fmt: skip


def score(goals: Row, audiences: Row, presence: Row, fits: Fits) -> float:
    return fsum(fsum(row) for row in contributions(goals, audiences, presence, fits))


def coefficients(goals: Row, audiences: Row, fits: Fits) -> list[float]:
    """v_a Σ_g w_g s_ga, by audience: what the score gains as a presence goes from 0 to 1."""
    return [v * fsum(w * row[a] for w, row in zip(goals, fits, strict=True)) for a, v in enumerate(audiences)]


def doubts(goals: Row, audiences: Row, presence: Sequence[Beta], fits: Fits) -> list[float]:
    """|coefficient| · sd(p), by audience: the largest is the evidence to improve first."""
    slopes = coefficients(goals, audiences, fits)
    return [abs(slope) * sqrt(share.variance) for slope, share in zip(slopes, presence, strict=True)]


def deviation(goals: Row, audiences: Row, presence: Sequence[Beta], fits: Fits) -> float:
    """The standard deviation of the score, presences taken as independent."""
    return sqrt(fsum(doubt**2 for doubt in doubts(goals, audiences, presence, fits)))
