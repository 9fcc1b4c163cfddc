"""What the rules say of each goal and audience. The trace decides, and the trace explains."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from channelfit.conditions.holds import holds, unknown_subjects
from channelfit.conditions.model import AUDIENCE, GOAL, FactValue
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Advises, Caution, Excludes, Fits, Presence, Requires, Rule


class Pending(NamedTuple):
    """A veto that would fall if facts not given turned out so."""

    rule: str
    facts: tuple[str, ...]


class Cell:
    """The rules that hold for one goal and one audience under the facts of a brief, by what they do."""

    def __init__(self, goal: str, audience: str) -> None:
        self.goal = goal
        self.audience = audience
        self.points: defaultdict[str, list[tuple[Rule, int]]] = defaultdict(list)
        self.vetoes: defaultdict[str, list[Rule]] = defaultdict(list)
        self.presences: defaultdict[str, list[tuple[Rule, float]]] = defaultdict(list)
        self.requires: list[Rule] = []
        self.advice: list[Rule] = []
        self.cautions: list[Rule] = []
        self.pending: list[tuple[Rule, Pending]] = []

    def take(self, rule: Rule) -> None:
        effect = rule.effect
        if isinstance(effect, Fits):
            for channel, points in effect.points.items():
                self.points[channel].append((rule, points))
        elif isinstance(effect, Presence):
            for channel, share in effect.shares.items():
                self.presences[channel].append((rule, share))
        elif isinstance(effect, Excludes):
            for channel in effect.channels:
                self.vetoes[channel].append(rule)
        elif isinstance(effect, Requires):
            self.requires.append(rule)
        elif isinstance(effect, Caution):
            self.cautions.append(rule)
        elif isinstance(effect, Advises):
            self.advice.append(rule)


def trace(edition: Edition, goal: str, audience: str, facts: Mapping[str, FactValue]) -> Cell:
    """Every rule that holds for the pair. A rule stops only on an `unless` known to hold; an unknown veto is pending."""
    cell = Cell(goal, audience)
    known = {**facts, GOAL: goal, AUDIENCE: audience}
    for rule in edition.rules_for(goal, audience):
        if rule.unless is not None and holds(rule.unless, known):
            continue
        verdict = holds(rule.when, known)
        if verdict:
            cell.take(rule)
        elif verdict is None and isinstance(rule.effect, Excludes):
            cell.pending.append((rule, Pending(rule.id, unknown_subjects(rule.when, known))))
    return cell
