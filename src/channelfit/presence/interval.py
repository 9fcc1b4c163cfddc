"""Intervals and log-odds of shares."""

from math import erf, exp, log, sqrt

_EDGE = 0.002  # log-odds of 0 and 1 are infinite


def wilson(share: float, samples: float, z: float) -> tuple[float, float]:
    """Wilson's score interval for a share seen in `samples` answers (Wilson 1927, JASA 22:209-212)."""
    denominator = 1 + z * z / samples
    centre = (share + z * z / (2 * samples)) / denominator
    half = z * sqrt(share * (1 - share) / samples + z * z / (4 * samples * samples)) / denominator
    return max(0.0, centre - half), min(1.0, centre + half)


def interior(share: float) -> float:
    """The share, no nearer to none or all than anybody knows."""
    return min(max(share, _EDGE), 1 - _EDGE)


def confidence(z: float) -> float:
    """How much of a normal distribution lies within `z` standard deviations."""
    return erf(z / sqrt(2))


def logit(share: float) -> float:
    bounded = interior(share)
    return log(bounded / (1 - bounded))


def expit(odds: float) -> float:
    return 1 / (1 + exp(-odds))
