"""Intervals for a share that was counted."""

from statistics import NormalDist

from channelfit.presence.interval import wilson


def z_of(confidence: float) -> float:
    """The two-sided standard normal bound of a confidence: 1.96 for 0.95. Raises StatisticsError outside (0, 1)."""
    return NormalDist().inv_cdf((1 + confidence) / 2)


def wilson_interval(successes: float, trials: float, confidence: float) -> tuple[float, float]:
    """Wilson's score interval for `successes` of `trials` (1927, JASA 22:209-212). Raises ValueError for impossible counts."""
    if not 0 <= successes <= trials or trials <= 0:
        raise ValueError((successes, trials))
    return wilson(successes / trials, trials, z_of(confidence))
