"""Rules that are still open: what of their conditions is left once the facts given are settled."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any as AnyValue
from typing import TypeAlias

from msgspec import Struct

from channelfit.conditions.holds import Facts, holds, subjects
from channelfit.conditions.model import ALWAYS, Against, All, Any, Compare, Condition, Not
from channelfit.conditions.partial import settle
from channelfit.rulebook.model import Rule

Settled: TypeAlias = Callable[[Compare | Against], bool]


class Switch(Struct, frozen=True):
    """What decides an open rule. Rules that hang on the same words share one."""

    when: Condition
    unless: Condition | None

    def on(self, facts: Facts | Mapping[str, AnyValue]) -> bool:
        """Whether the rule acts: `when` is known to hold, and `unless` is not."""
        return holds(self.when, facts) is True and not (self.unless is not None and holds(self.unless, facts))

    @property
    def facts(self) -> frozenset[str]:
        return frozenset(name for condition in self._conditions() for name in subjects(condition))

    def comparisons(self) -> Iterator[Compare | Against]:
        for condition in self._conditions():
            yield from comparisons(condition)

    def _conditions(self) -> Iterable[Condition]:
        return (self.when,) if self.unless is None else (self.when, self.unless)


def opened(rule: Rule, known: Facts, settled: Settled) -> Switch | bool:
    """True where the rule acts whatever the open facts are, False where it never does; else what decides it."""
    unless = None if rule.unless is None else settle(rule.unless, known, settled)
    if unless is True:
        return False
    when = settle(rule.when, known, settled)
    if when is False or when is None:
        return False
    still_unless = None if unless is None or unless is False else unless
    if when is True:
        return True if still_unless is None else Switch(ALWAYS, still_unless)
    return Switch(when, still_unless)


def settled_by(known: Mapping[str, object]) -> Settled:
    """Comparisons of what is known are settled for good."""

    def settled(comparison: Compare | Against) -> bool:
        return comparison.subject in known and not (type(comparison) is Against and comparison.other not in known)

    return settled


def comparisons(condition: Condition) -> Iterator[Compare | Against]:
    if isinstance(condition, Compare | Against):
        yield condition
    elif isinstance(condition, Not):
        yield from comparisons(condition.of)
    else:
        assert isinstance(condition, All | Any)
        for part in condition.of:
            yield from comparisons(part)
