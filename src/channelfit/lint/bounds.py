"""Comparisons of one fact with given values: whether one lies within another, whether several leave room for a value."""

from collections.abc import Sequence
from math import inf
from typing import Any

from channelfit.conditions.model import Compare

Bound = tuple[float, int]  # a number and whether it is itself outside: bounds then compare as they should
LOWER, UPPER = ("at_least", "above"), ("at_most", "below")


def within(inner: Compare, outer: Compare) -> bool:
    """Whether every value that satisfies the one satisfies the other."""
    if inner.subject != outer.subject:
        return False
    if outer.operator == "known":
        return outer.values == (True,) and inner.operator != "known"
    if outer.operator == inner.operator == "in":
        return set(inner.values) <= set(outer.values)
    if outer.operator == inner.operator == "not_in":
        return set(outer.values) <= set(inner.values)
    if outer.operator in LOWER and inner.operator in LOWER:
        return _low(inner) >= _low(outer)
    return outer.operator in UPPER and inner.operator in UPPER and _high(inner) <= _high(outer)


def conflict(group: Sequence[Compare], *, single: bool) -> bool:
    """Whether no value satisfies all of some comparisons of one fact, of which `single` says that it has one value at a time."""
    if _known(group) == {True, False} or (False in _known(group) and len(group) > len([one for one in group if one.operator == "known"])):
        return True
    low = max((_low(one) for one in group if one.operator in LOWER), default=(-inf, 0))
    high = min((_high(one) for one in group if one.operator in UPPER), default=(inf, 0))
    if _crossed(low, high):
        return True
    return single and _no_value_left(group, low, high)


def _known(group: Sequence[Compare]) -> set[object]:
    return {one.values[0] for one in group if one.operator == "known"}


def _no_value_left(group: Sequence[Compare], low: Bound, high: Bound) -> bool:
    listed = [set(one.values) for one in group if one.operator == "in"]
    if not listed:
        return False
    left = set[Any].intersection(*listed).difference(*(one.values for one in group if one.operator == "not_in"))
    return not any(_fits(value, low, high) for value in left)


def _fits(value: object, low: Bound, high: Bound) -> bool:
    return not isinstance(value, int | float) or isinstance(value, bool) or ((value, 0) >= low and (value, 0) <= high)


def _crossed(low: Bound, high: Bound) -> bool:
    return low[0] > high[0] or (low[0] == high[0] and (low[1], high[1]) != (0, 0))


def _low(one: Compare) -> Bound:
    return float(one.values[0]), int(one.operator == "above")


def _high(one: Compare) -> Bound:
    return float(one.values[0]), -int(one.operator == "below")
