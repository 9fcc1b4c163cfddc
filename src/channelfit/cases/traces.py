"""What is left in an answer by each rule, and what keeps a rule from holding."""

from collections.abc import Iterator

from channelfit.advice.brief import Brief
from channelfit.advice.model import Advice
from channelfit.conditions.holds import holds
from channelfit.conditions.model import ALWAYS, AUDIENCE, GOAL
from channelfit.rulebook.edition import Edition, in_force
from channelfit.rulebook.model import Rule

DATE, WHEN, UNLESS = "date", "when", "unless"


def rules_at_work(advice: Advice) -> set[str]:
    """Every rule that left a trace in the answer."""
    found = set(advice.advice)
    for excluded in advice.excluded:
        found.update(excluded.rules)
    for required in advice.required:
        found.update(required.rules)
    for ranked in advice.ranking:
        found.update(ranked.conditions, ranked.cautions)
        for row in ranked.contributions:
            found.update(row.fit.vetoes, row.presence.rules, (points.rule for points in row.fit.rules))
    return found


def stops(rule: Rule, brief: Brief, edition: Edition) -> list[tuple[str, ...]]:
    """For each goal and audience of a brief, the lines of the rule that keep it from holding there; none where it holds."""
    pairs = [(goal, audience) for goal in brief.goal_weights for audience in brief.audience_weights]
    return [tuple(_stops(rule, {**brief.facts, GOAL: goal, AUDIENCE: audience}, edition)) for goal, audience in pairs]


def _stops(rule: Rule, known: dict[str, object], edition: Edition) -> Iterator[str]:
    if not in_force(rule, edition.as_of):
        yield DATE
    if rule.goals is not None and known[GOAL] not in rule.goals:
        yield GOAL
    if rule.audiences is not None and known[AUDIENCE] not in rule.audiences:
        yield AUDIENCE
    if rule.when != ALWAYS and not holds(rule.when, known):
        yield WHEN
    if rule.unless is not None and holds(rule.unless, known):
        yield UNLESS
