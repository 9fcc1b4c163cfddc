"""What a finding says, in one language: the texts of its check with the values found put in."""

from collections.abc import Iterable, Mapping
from datetime import date

from channelfit.audit.model import Finding
from channelfit.conditions.model import Between, Known
from channelfit.rulebook.checks import Check
from channelfit.rulebook.link.checks import PLACEHOLDER
from channelfit.rulebook.model import Rulebook
from channelfit.rulebook.text import Text
from channelfit.words import Words
from channelfit.words.safe import plain_line


class FindingWords:
    """Fills in the texts of checks. Values of fields with options are said by their label, ids of the vocabulary by their name."""

    def __init__(self, rulebook: Rulebook, checks: Iterable[Check], day: date, words: Words) -> None:
        self.words = words
        self._checks = {check.id: check for check in checks}
        self._names = _names(rulebook, day, words)

    def check(self, finding: Finding) -> Check:
        return self._checks[finding.check]

    def title(self, finding: Finding) -> str:
        return self.check(finding).title.in_(self.words.lang)

    def message(self, finding: Finding) -> str:
        return self._fill(self.check(finding).message, finding.params)

    def fix(self, finding: Finding) -> str:
        return self._fill(self.check(finding).fix, finding.params)

    def because(self, finding: Finding) -> str:
        return self.check(finding).because.in_(self.words.lang)

    def _fill(self, text: Text, params: Mapping[str, Known]) -> str:
        return PLACEHOLDER.sub(lambda found: self.said(params.get(found[1])), text.in_(self.words.lang))

    def said(self, value: Known | None) -> str:
        """A value as a reader would say it."""
        if isinstance(value, bool):
            return self.words.say("yes" if value else "no")
        if isinstance(value, int | float):
            return self.words.number(value, 0 if value == round(value) else 2)
        if isinstance(value, date):
            return self.words.day(value)
        if isinstance(value, Between):
            return self.words.say("between", low=self.said(value.low), high=self.said(value.high))
        if isinstance(value, tuple):
            return self.words.listed([self.said(str(item)) for item in value])
        return plain_line(self._names.get(value, value)) if value else self.words.say("nothing")


def _names(rulebook: Rulebook, day: date, words: Words) -> dict[str, str]:
    names = {sheet.id: sheet.name_on(day).in_(words.lang) for sheet in rulebook.sheets}
    return names | {term.id: term.label.in_(words.lang) for term in (*rulebook.goals, *rulebook.audiences)}
