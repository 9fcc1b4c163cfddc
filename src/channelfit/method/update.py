"""A local count updates a national figure: the power prior, and whether the two agree.

Ibrahim & Chen (2000), Statistical Science 15(1):46-60, with a fixed power δ: it is stated, never estimated from the data.
"""

from collections.abc import Iterator
from math import exp, fsum, lgamma
from typing import NamedTuple

from channelfit.method.beta import Beta
from channelfit.method.incomplete_beta import log_beta

_ROUNDING = 1e-9  # counts as likely as one another on either side


class Updated(NamedTuple):
    """What is known afterwards, how much each side weighed (in answers), and P(a count as far off | the prior)."""

    known: Beta
    weight_before: float
    weight_counted: float
    tail: float


def effective_samples(mean: float, standard_error: float) -> float:
    """n₀ = m(1−m)/se² − 1: how many answers a figure with this standard error is worth."""
    return mean * (1 - mean) / standard_error**2 - 1


def weight_of_age(years: float, half_life: float, comparability: float) -> float:
    """δ = 2^(−age/half-life) · comparability, 0 to 1; ages and half-lives in the same unit."""
    return float(2.0 ** (-max(0.0, years) / half_life)) * comparability


def power_prior(mean: float, samples: float, weight: float, cap: float) -> Beta:
    """Beta(δ n₀ m, δ n₀ (1−m)), δ n₀ at most `cap`. Raises ValueError unless it is proper."""
    worth = min(weight * samples, cap)
    if not (0 < mean < 1 and worth > 0):
        raise ValueError((mean, worth))
    return Beta(worth * mean, worth * (1 - mean))


def update(prior: Beta, successes: int, trials: int, weight: float = 1.0) -> Updated:
    """The prior and a count together, and how surprising the count was. Raises ValueError for impossible counts.

    `weight`, 0 to 1, is how many answers each of the count is worth by now.
    """
    return Updated(pooled(prior, successes, trials, weight), prior.samples, weight * trials, predictive_tail(prior, successes, trials))


def pooled(prior: Beta, successes: int, trials: int, weight: float = 1.0) -> Beta:
    """The prior and a count together, where nobody asks how surprising it was. Raises ValueError for impossible counts."""
    if not 0 <= successes <= trials:
        raise ValueError((successes, trials))
    return Beta(prior.alpha + weight * successes, prior.beta + weight * (trials - successes))


def predictive_tail(prior: Beta, successes: int, trials: int) -> float:
    """P(a count no likelier than this one | the prior), on both sides (Box 1980, JRSS A 143:383-430)."""
    limit = predictive(prior, successes, trials)
    chances = (*_neighbours(prior, successes, trials, limit, 1), limit, *_neighbours(prior, successes, trials, limit, -1))
    return min(1.0, fsum(chance for chance in chances if chance <= limit * (1 + _ROUNDING)))


def _neighbours(known: Beta, start: int, trials: int, chance: float, step: int) -> Iterator[float]:
    """P(X = x) upwards or downwards from a count, each from the one before: a twentieth of the time of working out every one."""
    alpha, beta = known
    for x in range(start, trials) if step > 0 else range(start - 1, -1, -1):
        ratio = (trials - x) * (alpha + x) / ((x + 1) * (beta + trials - x - 1))
        chance = chance * ratio if step > 0 else chance / ratio
        yield chance


def predictive_at_least(known: Beta, successes: int, trials: int) -> float:
    """P(X ≥ x) for X ~ BetaBinomial(n, α, β): so many successes or more among `trials` people still to be asked."""
    return fsum(predictive(known, x, trials) for x in range(max(0, successes), trials + 1))


def predictive(known: Beta, successes: int, trials: int) -> float:
    """P(X = x) for X ~ BetaBinomial(n, α, β)."""
    choose = lgamma(trials + 1) - lgamma(successes + 1) - lgamma(trials - successes + 1)
    return exp(choose + log_beta(known.alpha + successes, known.beta + trials - successes) - log_beta(known.alpha, known.beta))
