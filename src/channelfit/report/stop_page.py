"""A stop of the screening as its own documentation."""

from collections.abc import Iterable

from channelfit.conditions.holds import bind
from channelfit.conditions.model import Condition
from channelfit.report.check_conditions import CheckConditions
from channelfit.report.check_page import limit_line, template
from channelfit.report.field_words import FieldWords
from channelfit.report.rule import Fields, source_line
from channelfit.rulebook.link.names import LIMIT, REQUEST
from channelfit.rulebook.model import Rulebook
from channelfit.rulebook.screening import Stop
from channelfit.words import Words


class StopWords:
    """Says stops in one language."""

    def __init__(self, rulebook: Rulebook, words: Words) -> None:
        self._words = words
        self._screening = rulebook.screening()
        self._conditions = CheckConditions(rulebook, words, FieldWords(rulebook.checklist(), words), REQUEST)
        self._sources = {source.id: source for source in rulebook.sources}

    def fields(self, stop: Stop) -> Fields:
        """Names and texts, in the order in which somebody asks."""
        return [(self._words.say(key), text) for key, text in self._lines(stop) if text]

    def _lines(self, stop: Stop) -> Iterable[tuple[str, str]]:
        words = self._words
        yield "rule.because", template(stop.because, stop.limit, words)
        yield "check.fix", template(stop.remedy, stop.limit, words)
        yield "stop.question", self._screening.question(stop.question).ask.in_(words.lang)
        yield "stop.outcome", words.say(f"register.outcome.{stop.outcome}")
        yield "stop.to", ", ".join(stop.to)
        yield "rule.when", self._said(stop, stop.when)
        yield "rule.unless", self._said(stop, stop.unless)
        yield "check.limit", "" if stop.limit is None else limit_line(stop.limit, words)
        yield "check.where", ", ".join(stop.jurisdiction or ()) or words.say("check.everywhere")
        yield "rule.since", words.day(stop.since)
        yield "rule.until", "" if stop.until is None else words.day(stop.until)
        yield "rule.review", words.day(stop.review_by)
        yield "rule.family", stop.family
        yield "rule.origin", stop.origin
        yield from (("rule.source", source_line(self._sources[name], words)) for name in stop.sources)

    def _said(self, stop: Stop, condition: Condition | None) -> str:
        if condition is None:
            return ""
        return self._conditions.say(condition if stop.limit is None else bind(condition, {LIMIT: stop.limit.value}))
