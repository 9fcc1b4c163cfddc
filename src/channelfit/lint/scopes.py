"""Where and when rules hold, compared."""

from collections.abc import Iterable

from msgspec import Struct

from channelfit.conditions.model import Condition
from channelfit.lint.entails import entails, lines_of
from channelfit.rulebook.checks import Check
from channelfit.rulebook.model import Rule


class Scoped(Struct, frozen=True):
    """A rule with all that it asks for."""

    rule: Rule
    lines: tuple[Condition, ...]


def scopes(rules: Iterable[Rule], *effects: type[Struct]) -> list[Scoped]:
    """The rules that do one of some things, or all of them, in their order."""
    return [Scoped(rule, lines_of(rule)) for rule in rules if isinstance(rule.effect, effects or Struct)]


def same_scope(first: Scoped, second: Scoped) -> bool:
    """Whether two rules hold for the same briefs, on some day both."""
    if first.rule.goals != second.rule.goals and set(first.rule.goals or ()) != set(second.rule.goals or ()):
        return False
    alike = _asks_no_more(first, second) and _asks_no_more(second, first)
    return alike and first.rule.unless == second.rule.unless and _overlap(first.rule, second.rule)


def covers(broad: Scoped, narrow: Scoped) -> bool:
    """Whether one rule holds wherever and whenever the other does."""
    first, second = broad.rule, narrow.rule
    lasts = first.until is None or (second.until is not None and second.until <= first.until)
    stopped_less = first.unless is None or first.unless == second.unless
    return first.since <= second.since and lasts and stopped_less and _asks_no_more(broad, narrow)


def check_scope(check: Check) -> tuple[object, ...]:
    """What makes two checks the same one: all but their words, their gravity and their sources."""
    value = None if check.limit is None else check.limit.value
    return (
        check.scope,
        check.when,
        check.unless,
        check.over,
        check.one,
        check.other,
        check.same,
        check.jurisdiction,
        value,
        check.since,
        check.until,
    )


def _asks_no_more(broad: Scoped, narrow: Scoped) -> bool:
    return all(entails(narrow.lines, line) for line in broad.lines)


def _overlap(first: Rule, second: Rule) -> bool:
    return (first.until is None or second.since <= first.until) and (second.until is None or first.since <= second.until)
