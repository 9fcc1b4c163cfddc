"""From the sugar of rule files to conditions: what may be asked, of which kind, compared how."""

from collections.abc import Callable, Mapping
from typing import Any as AnyValue
from typing import Literal, TypeAlias

from channelfit.conditions.model import AUDIENCE, GOAL, All, Any, Compare, Condition, Not, Operator
from channelfit.rulebook.model import Fact
from channelfit.source.nearest import nearest
from channelfit.source.place import Problem

Path: TypeAlias = tuple[str | int, ...]
Report: TypeAlias = Callable[[Problem, Path], None]
NUMERIC: tuple[Operator, ...] = ("below", "at_least", "above", "at_most")
SETWISE: tuple[Operator, ...] = ("in", "not_in")
Setwise: TypeAlias = Literal["in", "not_in"]


class ConditionReader:
    """Reads conditions against the declared facts, goals and audiences; reports what it cannot read."""

    def __init__(self, facts: Mapping[str, Fact], goals: Mapping[str, object], audiences: Mapping[str, tuple[str, ...]], report: Report) -> None:
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
        return self._fact(self._facts[name], value, path)

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

    def _fact(self, fact: Fact, value: AnyValue, path: Path) -> Condition:
        if not isinstance(value, dict):
            return Compare(fact.id, "in", self._values(fact, value, path))
        parts: list[Condition] = []
        for operator, operand in value.items():
            if operator in SETWISE:
                parts.append(Compare(fact.id, operator, self._values(fact, operand, path)))
            elif operator == "known" and isinstance(operand, bool):
                parts.append(Compare(fact.id, "known", (operand,)))
            elif operator in NUMERIC and fact.kind == "number" and _is_number(operand):
                parts.append(Compare(fact.id, operator, (operand,)))
            else:
                self._report(Problem("condition-unreadable", params={"fact": fact.id, "found": f"{operator}: {operand}"}), path)
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _values(self, fact: Fact, value: AnyValue, path: Path) -> tuple[str | int | float | bool, ...]:
        values = tuple(value) if isinstance(value, list) else (value,)
        allowed = {option.id for option in fact.options}
        for item in values:
            if fact.kind == "boolean":
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
