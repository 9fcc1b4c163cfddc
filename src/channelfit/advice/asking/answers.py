"""The answers to a fact that rules tell apart: one of each kind, derived from what the rules compare it with."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import Any

from channelfit.advice.read_facts import SEVERAL
from channelfit.conditions.holds import holds
from channelfit.conditions.model import ABSENT, Against, Compare, FactValue
from channelfit.rulebook.model import Fact

OTHER = "…"  # a word that no rule names
QUARTERS = (1, 2, 3)  # two numbers between the same thresholds can be smaller, equal or larger than each other


def answers(fact: Fact, comparisons: Sequence[Compare | Against], known: Mapping[str, Any], most_together: int) -> tuple[FactValue, ...]:
    """Answers that some comparison tells apart; of those that none does, the first, or the nearest to a number that is known.

    Of a list the items that rules name are taken together in every way up to `most_together` of them, beyond that alone, in twos and all.
    """
    reading = [item for item in comparisons if fact.id in _names(item)]
    partners = {name for item in reading for name in _names(item)}
    compared = [item for item in comparisons if isinstance(item, Compare) and item.subject in partners]
    named = [value for item in compared for value in item.values if not isinstance(value, bool)]
    named += [value for name in partners - {fact.id} if name in known for value in _several(known[name])]
    found: dict[object, FactValue] = {}
    for answer in _nearest(_tried(fact, named, most_together), known.get(fact.id)):
        told = tuple(holds(item, {**known, fact.id: answer}) for item in reading)
        found.setdefault(answer if partners - {fact.id} else told, answer)
    return tuple(found.values())


def _nearest(tried: Iterable[FactValue], given: object) -> Iterable[FactValue]:
    if not isinstance(given, int | float) or isinstance(given, bool):
        return tried
    return sorted(tried, key=lambda value: abs(value - given) if isinstance(value, int | float) else 0.0)


def _names(comparison: Compare | Against) -> tuple[str, ...]:
    return (comparison.subject,) if isinstance(comparison, Compare) else (comparison.subject, comparison.other)


def _several(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def _tried(fact: Fact, named: Sequence[Any], most_together: int) -> Iterable[FactValue]:
    if fact.kind == "boolean":
        return (True, False)
    if fact.kind == "number":
        return _numbers(named, fact.at_least)
    if fact.kind in SEVERAL:
        return _lists(tuple(dict.fromkeys(map(str, named))), tuple(option.id for option in fact.options) or (OTHER,), most_together)
    if fact.kind == "choice":
        return tuple(option.id for option in fact.options)
    return (*dict.fromkeys(map(str, named)), OTHER)


def _numbers(thresholds: Iterable[float], at_least: float | None) -> Iterator[float]:
    """Every threshold, and numbers below, between and above them."""
    ends = sorted({*thresholds, *(() if at_least is None else (at_least,))})
    if not ends:
        ends = [0]
    if at_least is None:
        yield ends[0] - 1
    yield from (end for end in ends if at_least is None or end >= at_least)
    for low, high in pairwise(ends):
        if at_least is None or low >= at_least:
            yield from (low + (high - low) * quarter / (len(QUARTERS) + 1) for quarter in QUARTERS)
    yield ends[-1] + 1


def _lists(named: tuple[str, ...], options: tuple[str, ...], most_together: int) -> Iterator[tuple[str, ...]]:
    yield ABSENT
    sizes = range(1, len(named) + 1) if len(named) <= most_together else (1, 2, len(named))
    for size in sizes:
        yield from combinations(named, size)
    yield from ((option,) for option in options if option not in named)
