"""Random draws from a generator whose seed the caller prints."""

from collections.abc import Sequence
from math import sqrt
from random import Random


def dirichlet(random: Random, parameters: Sequence[float]) -> list[float]:
    """A point of the simplex, from gamma draws; a parameter of 0 gives 0. Raises ValueError if no parameter is positive."""
    if not any(parameter > 0 for parameter in parameters):
        raise ValueError(parameters)
    while True:
        drawn = [random.gammavariate(parameter, 1.0) if parameter > 0 else 0.0 for parameter in parameters]
        total = sum(drawn)
        if total > 0:
            return [part / total for part in drawn]


def triangular_quantile(u: float) -> float:
    """The u-quantile of the symmetric triangular distribution on (−1, 1)."""
    return sqrt(2 * u) - 1 if 2 * u < 1 else 1 - sqrt(2 * (1 - u))


def triangular_table(size: int) -> tuple[float, ...]:
    """Its quantiles at the middles of `size` equal parts of (0, 1), lowest first."""
    return tuple(triangular_quantile((part + 0.5) / size) for part in range(size))
