"""From answers by stratum to a population: Σ W_h p_h, with its variance (Gelman et al., BDA3, ch. 8)."""

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

from channelfit.method.beta import Beta

_ROUNDING = 1e-9


class Estimate(NamedTuple):
    mean: float
    variance: float

    @property
    def samples(self) -> float:
        """How many answers it is worth, m(1−m)/Var − 1; infinite without variance."""
        return self.mean * (1 - self.mean) / self.variance - 1 if self.variance > 0 else float("inf")


def poststratified(parts: Sequence[float], strata: Sequence[Estimate]) -> Estimate:
    """P = Σ W_h p_h and Var = Σ W_h² Var_h over parts of the population that add up to 1. Raises ValueError otherwise."""
    if abs(fsum(parts) - 1) > _ROUNDING:
        raise ValueError(fsum(parts))
    pairs = list(zip(parts, strata, strict=True))
    return Estimate(fsum(part * stratum.mean for part, stratum in pairs), fsum(part**2 * stratum.variance for part, stratum in pairs))


def counted(successes: float, trials: float) -> Estimate:
    """A share as counted: x/n and p(1−p)/n. Raises ZeroDivisionError for a stratum nobody was asked in."""
    share = successes / trials
    return Estimate(share, share * (1 - share) / trials)


def believed(known: Beta) -> Estimate:
    """A share as known from a beta distribution: Var is never 0, even where nobody said yes."""
    return Estimate(known.mean, known.variance)


def kish_samples(parts: Sequence[float], counts: Sequence[float]) -> float:
    """(Σw)²/Σw²: how many evenly spread answers the weighted ones are worth (Kish 1965, Survey Sampling)."""
    return fsum(parts) ** 2 / fsum(part**2 / count for part, count in zip(parts, counts, strict=True))
