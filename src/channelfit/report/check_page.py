"""A check as its own documentation: the one text that every reader of it gets, in whatever format."""

from collections.abc import Iterable

from channelfit.conditions.holds import bind
from channelfit.conditions.model import ALWAYS, Condition
from channelfit.report.check_conditions import CheckConditions
from channelfit.report.field_words import FieldWords
from channelfit.report.rule import Fields, source_line
from channelfit.rulebook.checks import PLACEHOLDER, Check, Limit
from channelfit.rulebook.link.names import ACCOUNT, LIMIT
from channelfit.rulebook.model import Rulebook
from channelfit.rulebook.text import Text
from channelfit.words import Words

OPEN = "…"  # stands for a value that only a finding has


class CheckWords:
    """Says checks in one language."""

    def __init__(self, rulebook: Rulebook, words: Words) -> None:
        self._rulebook = rulebook
        self._words = words
        self._names = FieldWords(rulebook.checklist(), words)
        self._sources = {source.id: source for source in rulebook.sources}

    def fields(self, check: Check) -> Fields:
        """Names and texts, in the order in which somebody asks."""
        return [(self._words.say(key), text) for key, text in self._lines(check) if text]

    def _lines(self, check: Check) -> Iterable[tuple[str, str]]:
        yield "check.finds", check.title.in_(self._words.lang)
        yield "check.says", self._template(check.message, check)
        yield "rule.because", check.because.in_(self._words.lang)
        yield from self._conditions(check)
        yield "check.fix", self._template(check.fix, check)
        yield "check.limit", "" if check.limit is None else limit_line(check.limit, self._words)
        yield "check.where", ", ".join(check.jurisdiction or ()) or self._words.say("check.everywhere")
        yield "check.scope", self._scope(check)
        yield "check.severity", self._words.say(f"severity.{check.severity}")
        yield "check.supersedes", ", ".join(check.supersedes)
        yield from self._dates(check)
        yield "rule.family", check.family
        yield "rule.origin", check.origin
        for name in check.sources:
            yield "rule.source", source_line(self._sources[name], self._words)

    def _conditions(self, check: Check) -> Iterable[tuple[str, str]]:
        yield "check.same", self._words.listed([self._names.label(name, ACCOUNT) for name in check.same])
        yield "check.one", self._said(check.one, check, ACCOUNT)
        yield "check.other", self._said(check.other, check, ACCOUNT)
        yield "rule.when", self._said(check.when, check)
        yield "rule.unless", self._said(check.unless, check)

    def _dates(self, check: Check) -> Iterable[tuple[str, str]]:
        yield "rule.since", self._words.day(check.since)
        yield "rule.until", "" if check.until is None else self._words.day(check.until)
        yield "rule.review", self._words.day(check.review_by)

    def _said(self, condition: Condition | None, check: Check, scope: str | None = None) -> str:
        """A condition with the limit put in; what is always so needs no line."""
        if condition is None or condition == ALWAYS:
            return ""
        bound = condition if check.limit is None else bind(condition, {LIMIT: check.limit.value})
        return CheckConditions(self._rulebook, self._words, self._names, scope or check.scope, check.entry).say(bound)

    def _scope(self, check: Check) -> str:
        scope = self._words.say(f"scope.{check.scope}")
        return self._words.say("check.over", scope=scope, list=self._names.label(check.over, check.scope)) if check.over else scope

    def _template(self, text: Text, check: Check) -> str:
        return template(text, check.limit, self._words)


def limit_line(limit: Limit, words: Words) -> str:
    """A limit with its unit and whose figure it is."""
    note = "" if limit.note is None else limit.note.in_(words.lang)
    said = words.say("limit", value=_number(limit.value, words), unit=limit.unit.in_(words.lang), basis=words.say(f"limit.{limit.basis}"))
    return f"{said}. {note}" if note else said


def template(text: Text, limit: Limit | None, words: Words) -> str:
    """A text with its limit put in; other values only a finding has."""
    value = OPEN if limit is None else _number(limit.value, words)
    return PLACEHOLDER.sub(lambda found: value if found[1] == LIMIT else OPEN, text.in_(words.lang))


def _number(value: float, words: Words) -> str:
    return words.number(value, 0 if value == round(value) else 2)
