"""What a finding says, in one language: the texts of its check with the values found put in."""

from collections.abc import Iterable, Sequence
from datetime import date

from channelfit.audit.model import Finding
from channelfit.conditions.model import Between, Known
from channelfit.report.field_words import FieldWords
from channelfit.rulebook.checks import PLACEHOLDER, Check, Documented
from channelfit.rulebook.model import Rulebook
from channelfit.rulebook.text import Text
from channelfit.words import Words
from channelfit.words.safe import plain_line

CLIPPED = 80  # characters of a text from a file: enough to know it again
LISTED = 6  # items of a list that are named; the others are counted


class FindingWords:
    """Fills in the texts of checks. Ids are said by the labels of options, terms and channels; long texts by their beginning."""

    def __init__(self, rulebook: Rulebook, checks: Iterable[Documented], day: date, words: Words) -> None:
        self.words = words
        self._checks = {check.id: check for check in checks}
        self._names = _names(rulebook, day, words)
        self._fields = FieldWords(rulebook.checklist(), words)

    def check(self, finding: Finding) -> Documented:
        return self._checks[finding.check]

    def title(self, finding: Finding) -> str:
        return self.check(finding).title.in_(self.words.lang)

    def message(self, finding: Finding) -> str:
        return self._fill(self.check(finding).message, finding)

    def fix(self, finding: Finding) -> str:
        return self._fill(self.check(finding).fix, finding)

    def because(self, finding: Finding) -> str:
        return self.check(finding).because.in_(self.words.lang)

    def _fill(self, text: Text, finding: Finding) -> str:
        return PLACEHOLDER.sub(lambda found: self._param(found[1], finding), text.in_(self.words.lang))

    def _param(self, name: str, finding: Finding) -> str:
        value = finding.params.get(name)
        option = self._option(name, value, finding) if isinstance(value, str) else None
        return self.said(value) if option is None else option

    def _option(self, name: str, value: str, finding: Finding) -> str | None:
        """The label of an answer to a field that has only so many."""
        check = self.check(finding)
        field = self._fields.find(name, finding.scope, check.entry if isinstance(check, Check) else None)
        options = () if field is None else field.options
        return next((option.label.in_(self.words.lang) for option in options if option.id == value), None)

    def said(self, value: Known | None) -> str:
        """A value as a reader would say it; what is declared absent is nothing."""
        if isinstance(value, bool):
            return self.words.say("yes" if value else "no")
        if isinstance(value, int | float):
            return self.words.number(value, _decimals(value))
        if isinstance(value, date):
            return self.words.day(value)
        if isinstance(value, Between):
            return self.words.say("between", low=self.said(value.low), high=self.said(value.high))
        if isinstance(value, tuple):
            return self._listed([self.said(str(item)) for item in value])
        return _clipped(plain_line(self._name_of(value))) if value else self.words.say("nothing")

    def _name_of(self, value: str) -> str:
        """What an id of the vocabulary or of a channel is called; any other text is itself."""
        return self._names.get(value, value)

    def _listed(self, items: Sequence[str]) -> str:
        if not items:
            return self.words.say("nothing")
        rest = len(items) - LISTED
        return self.words.listed(list(items)) if rest <= 1 else ", ".join(items[:LISTED]) + self.words.count("and-others", rest)


def _decimals(value: float) -> int:
    """As many as the value needs, two at most."""
    return next((few for few in (0, 1) if round(value, few) == value), 2)


def _clipped(text: str) -> str:
    return text if len(text) <= CLIPPED else f"{text[: CLIPPED - 1].rstrip()}…"


def _names(rulebook: Rulebook, day: date, words: Words) -> dict[str, str]:
    names = {sheet.id: sheet.name_on(day).in_(words.lang) for sheet in rulebook.sheets}
    names |= {step.id: step.then.in_(words.lang) for step in rulebook.checklist().track}
    return names | {term.id: term.label.in_(words.lang) for term in (*rulebook.goals, *rulebook.audiences)}
