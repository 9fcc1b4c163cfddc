"""What follows from what: whether one condition makes another sure, and whether one can hold at all. Sound, not complete."""

from collections.abc import Callable, Iterable, Sequence

from channelfit.conditions.model import AUDIENCE, GOAL, All, Any, Compare, Condition, Not
from channelfit.lint.bounds import conflict, within
from channelfit.rulebook.model import Rule

Single = Callable[[str], bool]  # whether a fact has one value at a time


def lines(condition: Condition) -> tuple[Condition, ...]:
    """The conditions that must all hold."""
    return tuple(line for part in condition.of for line in lines(part)) if isinstance(condition, All) else (condition,)


def lines_of(rule: Rule) -> tuple[Condition, ...]:
    """All that a rule asks for, its goals and audiences too."""
    terms = ((GOAL, rule.goals), (AUDIENCE, rule.audiences))
    return (*(Compare(name, "in", values) for name, values in terms if values is not None), *lines(rule.when))


def entails(given: Sequence[Condition], wanted: Condition) -> bool:
    """Whether a condition is sure to hold where those given do."""
    if isinstance(wanted, All):
        return all(entails(given, part) for part in wanted.of)
    if wanted in given:
        return True
    if isinstance(wanted, Any):
        return any(entails(given, part) for part in wanted.of)
    return isinstance(wanted, Compare) and any(isinstance(line, Compare) and within(line, wanted) for line in given)


def never(given: Sequence[Condition], single: Single) -> bool:
    """Whether conditions cannot hold together, whatever the facts."""
    flat = [line for condition in given for line in lines(condition)]
    if any(isinstance(line, Not) and entails(flat, line.of) for line in flat):
        return True
    if any(not line.values for line in flat if isinstance(line, Compare) and line.operator == "in"):
        return True
    if any(conflict(group, single=single(subject)) for subject, group in _by_subject(flat).items()):
        return True
    return any(_no_branch(line, [other for other in flat if other is not line], single) for line in flat if isinstance(line, Any))


def _no_branch(choice: Any, rest: Sequence[Condition], single: Single) -> bool:
    return all(never([*rest, branch], single) for branch in choice.of)


def _by_subject(conditions: Iterable[Condition]) -> dict[str, list[Compare]]:
    groups: dict[str, list[Compare]] = {}
    for line in conditions:
        if isinstance(line, Compare):
            groups.setdefault(line.subject, []).append(line)
    return groups
