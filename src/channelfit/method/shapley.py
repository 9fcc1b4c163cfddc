"""What each channel brings to a joint reach, fairly shared."""

from collections.abc import Sequence
from math import fsum


def coverage_shapley(shares: Sequence[float]) -> list[float]:
    """Shapley values of 1 − Π(1 − r): φ_c = r_c ∫₀¹ Π_{j≠c} (1 − t r_j) dt.

    They add up to the reach, and equal the average gain over all orders of arrival (Owen 1972, Management Science 18:64-79).
    """
    return [share * _integral([*shares[:index], *shares[index + 1 :]]) for index, share in enumerate(shares)]


def weighted_shapley(weights: Sequence[float], reached: Sequence[Sequence[float]]) -> list[float]:
    """Shapley values of Σ_k w_k [1 − Π_c (1 − r_kc)], with `reached` as [cell][channel]."""
    cells = [coverage_shapley(row) for row in reached]
    return [fsum(weight * value for weight, value in zip(weights, column, strict=True)) for column in zip(*cells, strict=True)]


def _integral(shares: Sequence[float]) -> float:
    """∫₀¹ Π (1 − t r_j) dt, by the coefficients of the polynomial."""
    polynomial = [1.0]
    for share in shares:
        polynomial = [here - share * before for here, before in zip([*polynomial, 0.0], [0.0, *polynomial], strict=True)]
    return fsum(coefficient / (power + 1) for power, coefficient in enumerate(polynomial))
