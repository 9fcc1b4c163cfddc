"""Kleene's three-valued logic over facts: True, False, or None for unknown."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any as AnyValue
from typing import Protocol

from channelfit.conditions.model import ABSENT, Against, All, Any, Between, Compare, Condition, Known, Not


class Facts(Protocol):
    """What is known, by name; None for what is not."""

    def get(self, name: str, /) -> Known | None: ...


def holds(condition: Condition, facts: Facts | Mapping[str, AnyValue]) -> bool | None:
    """Whether the condition holds for the facts; None when that depends on a fact that is not given."""
    if isinstance(condition, Compare):
        return _compare(condition, facts.get(condition.subject))
    if isinstance(condition, Against):
        other = facts.get(condition.other)
        return None if other is None else _ordered(condition.operator, facts.get(condition.subject), other)
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
    elif isinstance(condition, Against):
        yield from (condition.subject, condition.other)
    elif isinstance(condition, Not):
        yield from subjects(condition.of)
    else:
        for part in condition.of:
            yield from subjects(part)


def unknown_subjects(condition: Condition, facts: Facts | Mapping[str, AnyValue]) -> tuple[str, ...]:
    """The facts that a condition reads and that are not given."""
    return tuple(dict.fromkeys(name for name in subjects(condition) if facts.get(name) is None))


def bind(condition: Condition, constants: Mapping[str, float]) -> Condition:
    """The condition with the numbers that go by a name, such as a limit, put in."""
    if isinstance(condition, Against):
        return Compare(condition.subject, condition.operator, (constants[condition.other],)) if condition.other in constants else condition
    if isinstance(condition, Not):
        return Not(bind(condition.of, constants))
    if isinstance(condition, All | Any):
        return type(condition)(tuple(bind(part, constants) for part in condition.of))
    return condition


def _compare(compare: Compare, value: Known | None) -> bool | None:
    operator = compare.operator
    if operator == "known":
        return (value is not None) is compare.values[0]
    if value is None:
        return None
    if operator == "none":
        return (value == ABSENT) is compare.values[0]
    if operator in ("in", "not_in"):
        shared = not set(value).isdisjoint(compare.values) if isinstance(value, tuple) else value in compare.values
        return shared is (operator == "in")
    return _ordered(operator, value, compare.values[0])


def _ordered(operator: str, value: Known | None, other: Known) -> bool | None:
    """Compare by size, or two facts by what they share; of what is absent nothing is larger nor smaller."""
    if value is None:
        return None
    if operator in ("in", "not_in"):
        return (not _several(value).isdisjoint(_several(other))) is (operator == "in")
    if ABSENT in (value, other):
        return False
    if isinstance(value, Between):
        ends = {bool(_ORDER[operator](end, other)) for end in (value.low, value.high)}
        return ends.pop() if len(ends) == 1 else None
    return bool(_ORDER[operator](value, other))


def _several(value: Known) -> set[object]:
    return set(value) if isinstance(value, tuple) else {value}


_ORDER: dict[str, Callable[[AnyValue, AnyValue], AnyValue]] = {
    "below": lambda value, bound: value < bound,
    "at_most": lambda value, bound: value <= bound,
    "at_least": lambda value, bound: value >= bound,
    "above": lambda value, bound: value > bound,
}
