"""How many people a pilot needs. Sizes come unrounded: round up. The textbook formulas differ by several percent, so the one used is named."""

from math import asin, sqrt
from statistics import NormalDist

from channelfit.method.proportion import z_of

_NORMAL = NormalDist()


def per_group_pooled(one: float, other: float, alpha: float, power: float) -> float:
    """Two-sided z test of two shares with the pooled variance under the null (Fleiss et al. 2003, 3rd ed., 4.14; R's power.prop.test)."""
    mean = (one + other) / 2
    null, alternative = sqrt(2 * mean * (1 - mean)), sqrt(_binary(one) + _binary(other))
    return _size(z_of(1 - alpha) * null + _z_power(power) * alternative, other - one)


def per_group_unpooled(one: float, other: float, alpha: float, power: float) -> float:
    """(z_α/2 + z_β)² (p₁q₁ + p₂q₂) / δ²."""
    return _size((z_of(1 - alpha) + _z_power(power)) * sqrt(_binary(one) + _binary(other)), other - one)


def per_group_at_baseline(baseline: float, rise: float, alpha: float, power: float) -> float:
    """The variance 2p(1−p) at the baseline under the null (Evan Miller's sample size calculator)."""
    null, alternative = sqrt(2 * _binary(baseline)), sqrt(_binary(baseline) + _binary(baseline + rise))
    return _size(z_of(1 - alpha) * null + _z_power(power) * alternative, rise)


def power_pooled(one: float, other: float, per_group: float, alpha: float) -> float:
    """The power of the pooled test with so many in each group, the far tail neglected as R does."""
    mean = (one + other) / 2
    null, alternative = sqrt(2 * _binary(mean)), sqrt(_binary(one) + _binary(other))
    return _NORMAL.cdf((abs(other - one) * sqrt(per_group) - z_of(1 - alpha) * null) / alternative)


def cohen_h(one: float, other: float) -> float:
    """2 asin √p₁ − 2 asin √p₂ (Cohen 1988, Statistical Power Analysis, ch. 6)."""
    return 2 * asin(sqrt(one)) - 2 * asin(sqrt(other))


def for_margin(share: float, margin: float, confidence: float, *, population: float | None = None, design_effect: float = 1.0) -> float:
    """Answers needed for a share within ± margin: z² p(1−p)/d² · deff, then n/(1+(n−1)/N) in a finite population."""
    n = (z_of(confidence) / margin) ** 2 * _binary(share) * design_effect
    return n if population is None else n / (1 + (n - 1) / population)


def _binary(share: float) -> float:
    return share * (1 - share)


def _size(noise: float, difference: float) -> float:
    """Raises ZeroDivisionError where there is no difference to find."""
    return (noise / difference) ** 2


def _z_power(power: float) -> float:
    return _NORMAL.inv_cdf(power)
