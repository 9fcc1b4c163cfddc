"""A rule as its own documentation: what it does, when, why, on whose word, until when."""

from collections.abc import Iterable
from typing import Any

from channelfit.conditions.model import AUDIENCE, GOAL, All
from channelfit.report.conditions import ConditionWords
from channelfit.rulebook.checks import Documented
from channelfit.rulebook.model import Advises, Caution, Excludes, Fits, Presence, Requires, Rule, Rulebook, Source
from channelfit.rulebook.screening import Stop
from channelfit.words import Words, signed

Fields = list[tuple[str, str]]


class RuleWords:
    """Says rules with the names of the vocabulary and of the channels."""

    def __init__(self, rulebook: Rulebook, words: Words) -> None:
        self._words = words
        self._conditions = ConditionWords(rulebook, words)
        self._sheets = {sheet.id: sheet for sheet in rulebook.sheets}
        self._sources = {source.id: source for source in rulebook.sources}

    def effect(self, rule: Rule) -> str:
        """What follows from the rule, in one line."""
        effect, say = rule.effect, self._words.say
        if isinstance(effect, Fits):
            return say("effect.fits", channels=", ".join(f"{name} {signed(points)}" for name, points in effect.points.items()))
        if isinstance(effect, Presence):
            return say("effect.presence", channels=", ".join(f"{name} {self._words.percent(share)}" for name, share in effect.shares.items()))
        if isinstance(effect, Excludes):
            return say("effect.excludes", channels=", ".join(effect.channels), instead=", ".join(effect.instead) or "–")
        if isinstance(effect, Requires):
            return say("effect.requires-one" if effect.one_of else "effect.requires", channels=", ".join(effect.channels))
        if isinstance(effect, Caution):
            return say("effect.caution", channels=", ".join(effect.channels))
        return say("effect.advice", channels=", ".join(effect.channels) or say("effect.answer"))

    def fields(self, rule: Rule) -> Fields:
        return [(self._words.say(f"rule.{key}"), text) for key, text in self._lines(rule) if text]

    def _lines(self, rule: Rule) -> Iterable[tuple[str, str]]:
        yield "because", rule.because.in_(self._words.lang)
        yield "effect", self.effect(rule)
        yield "when", self._when(rule)
        yield "unless", self._conditions.say(rule.unless) if rule.unless is not None else ""
        yield "since", self._words.day(rule.since)
        yield "until", self._words.day(rule.until) if rule.until else ""
        yield "review", self._words.day(rule.review_by)
        yield "family", rule.family
        yield "origin", rule.origin
        for name in rule.sources:
            yield "source", source_line(self._sources[name], self._words)

    def _when(self, rule: Rule) -> str:
        parts = []
        if rule.goals is not None:
            parts.append(self._conditions.terms(GOAL, rule.goals))
        if rule.named_audiences:
            parts.append(self._conditions.terms(AUDIENCE, rule.named_audiences))
        if rule.when != All(()):
            parts.append(self._conditions.say(rule.when))
        return f" {self._words.say('condition.and')} ".join(parts) or self._words.say("condition.always")


def source_line(source: Source, words: Words) -> str:
    """A source with its year, its address and how surely it was verified."""
    year = str(source.year) if source.year is not None else words.say("cite.undated")
    verified = words.say(f"verified.{source.how_verified}")
    return " – ".join(filter(None, (f"{source.publisher}, {source.title}, {year}", verified, source.url)))


def kind_of(rule: Rule) -> str:
    """The id of the rule's effect."""
    return {Fits: "fits", Presence: "presence", Excludes: "excludes", Requires: "requires", Caution: "caution", Advises: "advice"}[type(rule.effect)]


def tree_of(entry: Rule | Documented | Stop) -> dict[str, Any]:
    """A rule, a check, a stop or a rule about rules as plain data."""
    import msgspec

    return {key: value for key, value in msgspec.to_builtins(entry).items() if value not in (None, "")}
