"""What may be answered to a question: the values of a fact that rules tell apart."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import floor

from channelfit.advice.read_facts import SEVERAL
from channelfit.conditions.model import ABSENT, Against, Compare, Condition, FactValue, Not
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Fact, Rule

Value = str | int | float | bool


class Answers:
    """The answers worth trying under some rules."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._compared: defaultdict[str, dict[Value, None]] = defaultdict(dict)
        for rule in rules:
            for condition in (rule.when, rule.unless):
                for compare in _compares(condition):
                    self._compared[compare.subject].update(dict.fromkeys(compare.values))

    def of(self, fact: Fact) -> tuple[FactValue, ...]:
        """Both, every option, a number at and between the bounds that rules set, each thing a list may hold, and none of them."""
        if fact.kind == "boolean":
            return True, False
        if fact.kind == "choice":
            return tuple(option.id for option in fact.options)
        values = self._compared.get(fact.id, {})
        if fact.kind == "number":
            return tuple(_told_apart(sorted(value for value in values if isinstance(value, int | float)), fact.at_least))
        words = tuple(value for value in values if isinstance(value, str))
        return (*((word,) for word in words), ABSENT) if fact.kind in SEVERAL else words


def answers(fact: Fact, edition: Edition) -> tuple[FactValue, ...]:
    """The answers to a fact that some rule in force tells apart."""
    return Answers(edition.rules.values()).of(fact)


def _compares(condition: Condition | None) -> Iterator[Compare]:
    if isinstance(condition, Compare):
        yield condition
    elif isinstance(condition, Not):
        yield from _compares(condition.of)
    elif condition is not None and not isinstance(condition, Against):
        for part in condition.of:
            yield from _compares(part)


def _told_apart(bounds: list[float], at_least: float | None) -> Iterator[float]:
    """Each bound, and a number below, between and above them, round where there is one."""
    if not bounds:
        return
    lowest = bounds[0] - 1 if at_least is None else at_least
    if lowest < bounds[0]:
        yield lowest
    for low, high in pairwise((*bounds, bounds[-1] + 2)):
        yield low
        middle = (low + high) / 2
        yield floor(middle) if floor(middle) > low else middle
