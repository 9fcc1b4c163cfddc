"""The regularised incomplete beta function, which is the distribution function of a share."""

from math import exp, lgamma, log, log1p

_TINY = 1e-300
_CLOSE = 1e-15
_TERMS = 10_000


def log_beta(alpha: float, beta: float) -> float:
    """Log B(α, β), by log-gamma."""
    return lgamma(alpha) + lgamma(beta) - lgamma(alpha + beta)


def beta_cdf(x: float, alpha: float, beta: float) -> float:
    """P(p ≤ x) for p ~ Beta(α, β), within about 1e-13.

    By the continued fraction of DLMF 8.17.22, turned round where it converges slowly, evaluated by Lentz's method
    (Press et al., Numerical Recipes, 3rd ed., 6.4). Raises ValueError unless α and β are positive.
    """
    if not (alpha > 0 and beta > 0):
        raise ValueError((alpha, beta))
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    front = exp(alpha * log(x) + beta * log1p(-x) - log_beta(alpha, beta))
    if x < (alpha + 1) / (alpha + beta + 2):
        return front * _fraction(x, alpha, beta) / alpha
    return 1.0 - front * _fraction(1 - x, beta, alpha) / beta


def _fraction(x: float, alpha: float, beta: float) -> float:
    """The continued fraction, two coefficients a turn. Raises ArithmeticError if it does not settle."""
    above, below = 1.0, 1 / _away_from_zero(1 - (alpha + beta) * x / (alpha + 1))
    value = below
    for turn in range(1, _TERMS):
        twice = alpha + 2 * turn
        even = turn * (beta - turn) * x / ((twice - 1) * twice)
        odd = -(alpha + turn) * (alpha + beta + turn) * x / (twice * (twice + 1))
        for coefficient in (even, odd):
            below = 1 / _away_from_zero(1 + coefficient * below)
            above = _away_from_zero(1 + coefficient / above)
            value *= above * below
        if abs(above * below - 1) < _CLOSE:
            return value
    raise ArithmeticError((x, alpha, beta))


def _away_from_zero(x: float) -> float:
    return x if abs(x) > _TINY else _TINY
