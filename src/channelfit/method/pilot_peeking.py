"""What looking early costs, and a rule that allows it."""

from functools import cache
from math import ceil, comb, exp, fsum, pi, sqrt

from channelfit.method.proportion import z_of

_CELLS = 400


@cache
def false_alarms(looks: int, alpha: float) -> float:
    """P(at least one of so many equally spaced, uncorrected two-sided looks is significant | no difference).

    By numerical integration over the standardised sum (Armitage, McPherson & Rowe 1969, JRSS A 132:235-244).
    """
    z = z_of(1 - alpha)
    points, density = [0.0], [1.0]
    for look in range(1, looks + 1):
        edge = z * sqrt(look)
        width = 2 * edge / _CELLS
        grid = [-edge + width * cell for cell in range(_CELLS + 1)]
        density = [_step(x, points, density) for x in grid]
        points, weights = grid, [width * (1 if cell % 2 else 0.5) * (4 / 3) for cell in range(_CELLS + 1)]
        weights[0] = weights[-1] = width / 3
        density = [value * weight for value, weight in zip(density, weights, strict=True)]
    return 1 - sum(density)


def _step(x: float, points: list[float], density: list[float]) -> float:
    """The density at x after one more standard normal step; Simpson's weights are in `density`."""
    return sum(mass * exp(-((x - point) ** 2) / 2) for point, mass in zip(points, density, strict=True)) / sqrt(2 * pi)


def sequential_boundary(successes: int) -> int:
    """Two arms, one success at a time: adopt when they are this far apart, stop at so many successes in all: ⌈2√N⌉ (Miller 2015)."""
    return ceil(2 * sqrt(successes))


def sequential_false_alarms(successes: int, boundary: int) -> float:
    """P(one arm gets so far ahead within N successes | no difference), Σ_n (d/n) C(n, (n+d)/2) 2^−n: a gambler's ruin."""
    return fsum(boundary / n * (comb(n, (n + boundary) // 2) / (1 << n)) for n in range(boundary, successes + 1, 2))
