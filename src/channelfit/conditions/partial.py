"""Partial evaluation: what of a condition is still open once some facts are settled for good."""

from collections.abc import Callable
from typing import TypeAlias

from channelfit.conditions.holds import Facts, holds
from channelfit.conditions.model import Against, All, Any, Compare, Condition, Not

Residue: TypeAlias = Condition | bool | None
UNKNOWN = Compare("", "in", ())  # nothing goes by this name, so that it never holds nor fails


def settle(condition: Condition, facts: Facts, settled: Callable[[Compare | Against], bool]) -> Residue:
    """True, False or None (unknown) where the settled comparisons decide; else the condition that is left.

    `facts` are asked for what settled comparisons read only.
    """
    if isinstance(condition, Compare | Against):
        return holds(condition, facts) if settled(condition) else condition
    if isinstance(condition, Not):
        inner = settle(condition.of, facts, settled)
        return Not(inner) if isinstance(inner, Condition) else None if inner is None else not inner
    return _settle_several(condition, facts, settled)


def _settle_several(condition: All | Any, facts: Facts, settled: Callable[[Compare | Against], bool]) -> Residue:
    decisive = isinstance(condition, Any)
    left: list[Condition] = []
    unknown = False
    for part in condition.of:
        residue = settle(part, facts, settled)
        if residue is decisive:
            return decisive
        if isinstance(residue, Condition):
            left.append(residue)
        unknown = unknown or residue is None
    if not left:
        return None if unknown else not decisive
    parts = (*left, UNKNOWN) if unknown else tuple(left)
    return parts[0] if len(parts) == 1 else type(condition)(parts)
