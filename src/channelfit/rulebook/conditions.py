"""From the sugar of rule files to conditions: what may be asked, of which kind, compared how."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any as AnyValue
from typing import Literal, Protocol, TypeAlias

from channelfit.conditions.model import AUDIENCE, GOAL, Against, All, Any, Compare, Condition, Not, Operator
from channelfit.source.nearest import nearest
from channelfit.source.place import Problem
from channelfit.source.reader import SPOKEN_BOOLEANS

Path: TypeAlias = tuple[str | int, ...]
Report: TypeAlias = Callable[[Problem, Path], None]
NUMERIC: tuple[Operator, ...] = ("below", "at_least", "above", "at_most")
SETWISE: tuple[Operator, ...] = ("in", "not_in")
YES_OR_NO = ("boolean", "answer")  # an answer in words is neither
Setwise: TypeAlias = Literal["in", "not_in"]


class Option(Protocol):
    @property
    def id(self) -> str: ...


class Subject(Protocol):
    """What a condition may ask about: a fact of a brief, a field of an inventory, something derived."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def options(self) -> Sequence[Option]: ...


class ConditionReader:
    """Reads conditions against the declared facts, goals and audiences; reports what it cannot read."""

    def __init__(
        self,
        facts: Mapping[str, Subject],
        goals: Mapping[str, object],
        audiences: Mapping[str, tuple[str, ...]],
        report: Report,
        groups: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self._groups = groups or {}  # channels by the name of their group
        self._facts = facts
        self._goals = goals
        self._audiences = audiences  # each with the audiences inside it
        self._report = report

    def read(self, lines: Mapping[str, AnyValue], path: Path) -> Condition:
        return All(tuple(self._line(name, value, (*path, name)) for name, value in lines.items()))

    def _line(self, name: str, value: AnyValue, path: Path) -> Condition:
        if name == "any" and isinstance(value, list):
            return Any(tuple(self.read(item, (*path, place)) for place, item in enumerate(value)))
        if name == "not" and isinstance(value, dict):
            return Not(self.read(value, path))
        if name in (GOAL, AUDIENCE):
            return Compare(name, "in", self.terms(name, value, path))
        if name not in self._facts:
            self._unknown("unknown-fact", name, [*self._facts, GOAL, AUDIENCE, "any", "not"], path)
            return All(())
        return self._fact(name, self._facts[name], value, path)

    def terms(self, kind: str, value: AnyValue, path: Path) -> tuple[str, ...]:
        """Goals as written; audiences with those inside them."""
        known: Mapping[str, object] = self._goals if kind == GOAL else self._audiences
        found: list[str] = []
        for term in value if isinstance(value, list) else [value]:
            if term not in known:
                self._unknown(f"unknown-{kind}", str(term), known, path)
            else:
                found += [term] if kind == GOAL else self._audiences[term]
        return tuple(dict.fromkeys(found))

    def _fact(self, name: str, fact: Subject, value: AnyValue, path: Path) -> Condition:
        if not isinstance(value, dict):
            return Compare(name, "in", self._values(fact, value, path))
        parts = tuple(self._operation(name, fact, operator, operand, path) for operator, operand in value.items())
        return parts[0] if len(parts) == 1 else All(parts)

    def _operation(self, name: str, fact: Subject, operator: AnyValue, operand: AnyValue, path: Path) -> Condition:
        if operator in ("known", "none") and isinstance(operand, bool):
            return Compare(name, operator, (operand,))
        if operator in (*SETWISE, *NUMERIC) and isinstance(operand, str) and operand in self._facts:
            return Against(name, operator, operand)
        if operator in SETWISE:
            return Compare(name, operator, self._values(fact, operand, path))
        if operator in NUMERIC and fact.kind == "number" and _is_number(operand):
            return Compare(name, operator, (operand,))
        self._report(Problem("condition-unreadable", params={"fact": name, "found": f"{operator}: {operand}"}), path)
        return All(())

    def _values(self, fact: Subject, value: AnyValue, path: Path) -> tuple[str | int | float | bool, ...]:
        values = tuple(value) if isinstance(value, list) else (value,)
        if fact.kind in YES_OR_NO:
            values = tuple(SPOKEN_BOOLEANS.get(item.lower(), item) if isinstance(item, str) else item for item in values)
        if fact.kind == "channel":
            values = tuple(channel for item in values for channel in self._groups.get(item, (item,)))
        allowed = {option.id for option in fact.options}
        for item in values:
            if fact.kind in YES_OR_NO:
                readable = isinstance(item, bool)
            elif fact.kind == "number":
                readable = _is_number(item)
            else:
                readable = isinstance(item, str) and (not allowed or item in allowed)
            if not readable:
                self._report(Problem("condition-unreadable", params={"fact": fact.id, "found": str(item)}), path)
        return values

    def _unknown(self, code: str, name: str, known: AnyValue, path: Path) -> None:
        self._report(Problem(code, params={"found": name, "nearest": nearest(name, known)}), path)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
