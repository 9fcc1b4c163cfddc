"""The beta distribution of a share: moments, density, quantiles."""

from math import exp, log, log1p
from typing import NamedTuple

from channelfit.method.incomplete_beta import beta_cdf, log_beta

_STEPS = 200
_CLOSE = 1e-14


class Beta(NamedTuple):
    """Beta(α, β): what is known of a share, as if α of α + β people had been counted there."""

    alpha: float
    beta: float

    @property
    def samples(self) -> float:
        """How many answers it is worth, α + β."""
        return self.alpha + self.beta

    @property
    def mean(self) -> float:
        return self.alpha / self.samples

    @property
    def variance(self) -> float:
        """αβ / ((α+β)² (α+β+1))."""
        return self.alpha * self.beta / (self.samples**2 * (self.samples + 1))

    def below(self, x: float) -> float:
        """P(p ≤ x)."""
        return beta_cdf(x, self.alpha, self.beta)

    def density(self, x: float) -> float:
        """The density inside (0, 1); 0 outside."""
        if not 0 < x < 1:
            return 0.0
        return exp((self.alpha - 1) * log(x) + (self.beta - 1) * log1p(-x) - log_beta(self.alpha, self.beta))

    def quantile(self, u: float) -> float:
        """The x with P(p ≤ x) = u, within 1e-12: Newton's step where it stays in the bracket, else bisection.

        Raises ValueError unless 0 ≤ u ≤ 1.
        """
        if not 0 <= u <= 1:
            raise ValueError(u)
        low, high, x = 0.0, 1.0, self.mean
        for _ in range(_STEPS):
            excess = self.below(x) - u
            low, high = (low, x) if excess > 0 else (x, high)
            slope = self.density(x)
            step = x - excess / slope if slope > 0 else low
            following = step if low < step < high else (low + high) / 2
            if abs(following - x) <= _CLOSE * min(x, 1 - x):  # what is left on either side may be next to nothing
                return following
            x = following
        return x

    def interval(self, confidence: float) -> tuple[float, float]:
        """The equal-tailed interval that holds this much of the probability."""
        tail = (1 - confidence) / 2
        return self.quantile(tail), self.quantile(1 - tail)


def beta_of(mean: float, samples: float) -> Beta:
    """The beta of a mean in (0, 1) that is worth this many answers. Raises ValueError outside."""
    if not (0 < mean < 1 and samples > 0):
        raise ValueError((mean, samples))
    return Beta(mean * samples, (1 - mean) * samples)


def beta_of_moments(mean: float, deviation: float) -> Beta:
    """The beta with this mean and standard deviation: n₀ = m(1−m)/sd² − 1.

    Raises ValueError where there is none, as when the deviation is √(m(1−m)) or more.
    """
    return beta_of(mean, mean * (1 - mean) / deviation**2 - 1)
