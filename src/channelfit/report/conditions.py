"""Conditions in words."""

from collections.abc import Iterable, Mapping

from channelfit.conditions.model import AUDIENCE, GOAL, Against, All, Any, Compare, Condition, Not
from channelfit.rulebook.model import Fact, Rulebook, Term
from channelfit.words import Words


class ConditionWords:
    """Says conditions with the labels of the vocabulary."""

    def __init__(self, rulebook: Rulebook, words: Words) -> None:
        self._words = words
        self._facts: Mapping[str, Fact] = {fact.id: fact for fact in rulebook.facts}
        self._terms: Mapping[str, Mapping[str, Term]] = {
            GOAL: {term.id: term for term in rulebook.goals},
            AUDIENCE: {term.id: term for term in rulebook.audiences},
        }

    def terms(self, kind: str, names: Iterable[str]) -> str:
        labels = [self._words.of(self._terms[kind][name].label) for name in names]
        return self._words.say(f"condition.{kind}", values=self._words.listed(labels, "or"))

    def say(self, condition: Condition) -> str:
        if isinstance(condition, Compare):
            return self._compare(condition)
        if isinstance(condition, Against):
            return self._against(condition)
        if isinstance(condition, Not):
            return self._words.say("condition.not", inner=self.say(condition.of))
        joined = self._words.say("condition.and" if isinstance(condition, All) else "condition.or")
        parts = [self.say(part) for part in condition.of]
        return f" {joined} ".join(
            f"({part})" if isinstance(inner, Any) and len(parts) > 1 else part for part, inner in zip(parts, condition.of, strict=True)
        )

    def _compare(self, compare: Compare) -> str:
        if compare.subject in self._terms:
            return self.terms(compare.subject, [str(value) for value in compare.values])
        fact = self._facts[compare.subject]
        label = self._words.of(fact.label)
        if compare.operator == "known":
            return self._words.say("condition.known" if compare.values[0] else "condition.unknown", fact=label)
        values = [self._value(fact, value) for value in compare.values]
        return self._words.say(f"condition.{compare.operator}", fact=label, values=self._words.listed(values, "or"))

    def _against(self, against: Against) -> str:
        labels = [self._facts[name].label.in_(self._words.lang) for name in (against.subject, against.other)]
        return self._words.say(f"condition.{against.operator}", fact=labels[0], values=labels[1])

    def _value(self, fact: Fact, value: str | float | bool) -> str:
        if isinstance(value, bool):
            return self._words.say("yes" if value else "no")
        if isinstance(value, int | float):
            return self._words.number(value)
        labels = {option.id: self._words.of(option.label) for option in fact.options}
        return labels.get(value, value)
