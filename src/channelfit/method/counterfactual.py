"""The smallest single change that would put a challenger level with, or before, those ahead of it. Closed forms.

A gap is the leader's score less the challenger's, on the scale of 0 to 1. None where no change of that kind is enough.
"""

from collections.abc import Sequence
from math import ceil, floor, fsum
from typing import NamedTuple

_ROUNDING = 1e-12


class Transfer(NamedTuple):
    """Weight moved from one goal (or audience) to another, by index."""

    giver: int
    taker: int
    amount: float


def rise_needed(gap: float, coefficient: float, now: float) -> float | None:
    """How far a presence or a fit must rise, G / coefficient; None where it would pass 1.

    The coefficient is v_a Σ_g w_g s_ga for a presence, w_g v_a p_a for a fit.
    """
    if gap <= 0:
        return 0.0
    if coefficient <= 0 or now + gap / coefficient > 1:
        return None
    return gap / coefficient


def weight_needed(weights: Sequence[float], which: int, differences: Sequence[Sequence[float]]) -> float | None:
    """The nearest value of one weight, the others rescaled, at which the challenger is level with or before every rival.

    `differences` holds a row a rival: challenger less rival by goal, d_g = Σ_a v_a (p s − p' s'). For a rival the weight
    is R/(R − d) with R = Σ_{h≠g} w_h d_h/(1−w_g). None where no weight in 0..1 does, or there is nothing to rescale.
    """
    now, low, high = weights[which], 0.0, 1.0
    if 1 - now <= _ROUNDING:
        return None
    for row in differences:
        rest = fsum(w * d for index, (w, d) in enumerate(zip(weights, row, strict=True)) if index != which) / (1 - now)
        slope = row[which] - rest
        if abs(slope) <= _ROUNDING:
            if rest < -_ROUNDING:
                return None
        elif slope > 0:
            low = max(low, -rest / slope)
        else:
            high = min(high, -rest / slope)
    return min(max(now, low), high) if low <= high else None


def least_transfer(weights: Sequence[float], differences: Sequence[float]) -> list[Transfer] | None:
    """The least weight moved between goals that closes the gap to one rival: from where it loses most to where it gains most.

    `differences` are challenger less rival by goal. None where even all the weight would not do.
    """
    missing = -fsum(w * d for w, d in zip(weights, differences, strict=True))
    taker = max(range(len(weights)), key=differences.__getitem__)
    moved: list[Transfer] = []
    for giver in sorted(range(len(weights)), key=differences.__getitem__):
        better = differences[taker] - differences[giver]
        if missing <= 0 or better <= 0:
            break
        amount = min(weights[giver], missing / better)
        moved.append(Transfer(giver, taker, amount))
        missing -= amount * better
    return moved if missing <= _ROUNDING else None


def weight_cut(behind: float, ahead: float, value_behind: float, value_ahead: float) -> float | None:
    """What to take off one weight, nothing rescaled, so that two scores are level; None where the weight does not part them.

    Triantaphyllou & Sanchez (1997), Decision Sciences 28(1):151-194. Feasible only where the cut is at most the weight.
    """
    apart = value_behind - value_ahead
    return None if abs(apart) <= _ROUNDING else (behind - ahead) / apart


def rounded_past(now: float, needed: float, digits: int) -> float:
    """A needed value to so many digits, rounded away from the present one, so that what is said is enough."""
    scale = 10.0**digits
    scaled = needed * scale
    beyond = ceil(scaled - _ROUNDING) if needed >= now else floor(scaled + _ROUNDING)
    return beyond / scale
