"""Kleene's three-valued logic over facts: True, False, or None for unknown."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any as AnyValue

from channelfit.conditions.model import Any, Compare, Condition, FactValue, Not


def holds(condition: Condition, facts: Mapping[str, FactValue]) -> bool | None:
    """Whether the condition holds for the facts; None when that depends on a fact that is not given."""
    if isinstance(condition, Compare):
        return _compare(condition, facts.get(condition.subject))
    if isinstance(condition, Not):
        inner = holds(condition.of, facts)
        return None if inner is None else not inner
    decisive = isinstance(condition, Any)  # True settles an `any`, False settles an `all`
    unknown = False
    for part in condition.of:
        value = holds(part, facts)
        if value is decisive:
            return decisive
        unknown = unknown or value is None
    return None if unknown else not decisive


def subjects(condition: Condition) -> Iterator[str]:
    """The names of the facts that a condition reads, in the order written."""
    if isinstance(condition, Compare):
        yield condition.subject
    elif isinstance(condition, Not):
        yield from subjects(condition.of)
    else:
        for part in condition.of:
            yield from subjects(part)


def unknown_subjects(condition: Condition, facts: Mapping[str, FactValue]) -> tuple[str, ...]:
    """The facts that a condition reads and that are not given."""
    return tuple(dict.fromkeys(name for name in subjects(condition) if name not in facts))


def _compare(compare: Compare, value: FactValue | None) -> bool | None:
    if compare.operator == "known":
        return (value is not None) is compare.values[0]
    if value is None:
        return None
    if compare.operator in ("in", "not_in"):
        shared = not set(value).isdisjoint(compare.values) if isinstance(value, tuple) else value in compare.values
        return shared is (compare.operator == "in")
    return bool(_ORDER[compare.operator](value, compare.values[0]))


_ORDER: dict[str, Callable[[AnyValue, AnyValue], AnyValue]] = {
    "below": lambda value, bound: value < bound,
    "at_most": lambda value, bound: value <= bound,
    "at_least": lambda value, bound: value >= bound,
    "above": lambda value, bound: value > bound,
}
