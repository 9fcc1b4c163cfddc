"""Scores, were one fact otherwise: only the rules that read it are asked again, and only the channels they speak of scored."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from channelfit.advice.answers import Answers
from channelfit.advice.brief import Brief
from channelfit.advice.engine import Advisor
from channelfit.advice.model import Advice
from channelfit.advice.ranking import TIE, contributions, total
from channelfit.advice.trace import Cell, trace
from channelfit.conditions.holds import holds, subjects
from channelfit.conditions.model import AUDIENCE, GOAL, FactValue
from channelfit.rulebook.model import Excludes, Fits, Presence, Rule


class Supposition(Struct, frozen=True):
    """One fact with another value, and the score of every channel that is then not excluded."""

    fact: str
    value: FactValue
    scores: Mapping[str, float]

    def first(self, channel: str) -> bool:
        """Whether the channel would come first, or share the first place."""
        return channel in self.scores and round(self.scores[channel], TIE) >= round(max(self.scores.values()), TIE)


class Supposing:
    """Tries the other values of every fact of a brief but the country, which would be another question."""

    def __init__(self, advisor: Advisor, advice: Advice) -> None:
        self._advisor = advisor
        self._brief = advice.brief
        self._scores = {item.channel: item.score for item in advice.ranking}
        pairs = [(goal, audience) for goal in self._brief.goal_weights for audience in self._brief.audience_weights]
        self._cells = {pair: trace(advisor.edition, *pair, self._brief.facts) for pair in pairs}
        self._readers = {pair: _readers(advisor.edition.rules_for(*pair)) for pair in pairs}

    def suppositions(self) -> Iterator[Supposition]:
        """Every other answer that changes some score, fact by fact."""
        read = set().union(*self._readers.values())
        answers = Answers({rule.id: rule for readers in self._readers.values() for rules in readers.values() for rule in rules}.values())
        for fact in self._advisor.edition.rulebook.facts:
            if fact.id in read and fact.kind != COUNTRY:
                for value in _others(answers.of(fact), self._brief.facts.get(fact.id)):
                    if (scores := self._rescored(fact.id, value)) is not None:
                        yield Supposition(fact.id, value, scores)

    def _rescored(self, fact: str, value: FactValue) -> Mapping[str, float] | None:
        """None where no rule notices."""
        facts = {**self._brief.facts, fact: value}
        cells: dict[tuple[str, str], Cell] = {}
        touched: set[str] = set()
        for pair, cell in self._cells.items():
            rules = [rule for rule in self._readers[pair].get(fact, ()) if _taken(rule, pair, self._brief.facts) is not _taken(rule, pair, facts)]
            cells[pair] = trace(self._advisor.edition, *pair, facts) if rules else cell
            touched.update(*(_spoken_of(rule) for rule in rules))
        return self._with(replace(self._brief, facts=facts), cells, touched) if touched else None

    def _with(self, brief: Brief, cells: Mapping[tuple[str, str], Cell], touched: Iterable[str]) -> Mapping[str, float]:
        advisor, scores = self._advisor, dict(self._scores)
        weights = [goal * audience for goal in brief.goal_weights.values() for audience in brief.audience_weights.values()]
        weighted = tuple(zip(cells.values(), weights, strict=True))
        for channel in touched:
            scores.pop(channel, None)
            if channel in advisor.edition.sheets and not all(channel in cell.vetoes for cell in cells.values()):
                scores[channel] = total(contributions(advisor.edition.sheets[channel], weighted, brief, advisor.edition, advisor.presences))
        return scores


COUNTRY = "country"


def _readers(rules: Iterable[Rule]) -> dict[str, list[Rule]]:
    """The rules that bear on scores, by the facts they read."""
    found: defaultdict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        if isinstance(rule.effect, Fits | Presence | Excludes):
            for name in {name for condition in (rule.when, rule.unless) if condition is not None for name in subjects(condition)}:
                found[name].append(rule)
    return found


def _taken(rule: Rule, pair: tuple[str, str], facts: Mapping[str, FactValue]) -> bool:
    known = {**facts, GOAL: pair[0], AUDIENCE: pair[1]}
    return holds(rule.when, known) is True and not (rule.unless is not None and holds(rule.unless, known))


def _spoken_of(rule: Rule) -> Iterable[str]:
    effect = rule.effect
    if isinstance(effect, Fits):
        return effect.points
    if isinstance(effect, Presence):
        return effect.shares
    return effect.channels if isinstance(effect, Excludes) else ()


def _others(answers: Iterable[FactValue], given: FactValue | None) -> Iterator[FactValue]:
    """The answers that differ from what was given; to a list, one thing is added or taken away."""
    for value in answers:
        if isinstance(given, tuple) and isinstance(value, tuple) and value:
            yield tuple(item for item in given if item not in value) if set(value) <= set(given) else (*given, *value)
        elif value != given:
            yield value
