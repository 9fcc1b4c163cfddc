"""Conditions of checks and stops in words: fields by their labels, values by theirs."""

from channelfit.conditions.model import Against, Compare
from channelfit.report.conditions import ConditionWords
from channelfit.report.field_words import FieldWords
from channelfit.rulebook.model import Rulebook
from channelfit.rulebook.text import Text
from channelfit.words import Words


class CheckConditions(ConditionWords):
    """Says the conditions of a check or a stop. `scope` is what the names without a prefix belong to, `entry` what its list holds."""

    def __init__(self, rulebook: Rulebook, words: Words, fields: FieldWords, scope: str, entry: str | None = None) -> None:
        super().__init__(rulebook, words)
        self._fields = fields
        self._scope = scope
        self._entry = entry
        self._labels = _labels(rulebook)

    def field(self, name: str) -> str:
        return self._fields.label(name, self._scope, self._entry)

    def _compare(self, compare: Compare) -> str:
        label = self.field(compare.subject)
        if compare.operator in ("known", "none"):
            return self._words.say(f"condition.{_STATES[compare.operator, bool(compare.values[0])]}", fact=label)
        values = [self._said(compare.subject, value) for value in compare.values]
        return self._words.say(f"condition.{compare.operator}", fact=label, values=self._words.listed(values, "or"))

    def _against(self, against: Against) -> str:
        return self._words.say(f"condition.{against.operator}", fact=self.field(against.subject), values=self.field(against.other))

    def _said(self, subject: str, value: str | float | bool) -> str:
        if isinstance(value, bool):
            return self._words.say("yes" if value else "no")
        if isinstance(value, int | float):
            return self._words.number(value, 0 if value == round(value) else 2)
        named = self._fields.find(subject, self._scope, self._entry)
        labels = {option.id: option.label for option in named.options} if named is not None else {}
        text = labels.get(value) or self._labels.get(value)
        return value if text is None else text.in_(self._words.lang)


_STATES = {("known", True): "known", ("known", False): "unknown", ("none", True): "absent", ("none", False): "present"}


def _labels(rulebook: Rulebook) -> dict[str, Text]:
    names = {sheet.id: sheet.names[-1].text for sheet in rulebook.sheets}
    return names | {term.id: term.label for term in (*rulebook.goals, *rulebook.audiences)}
