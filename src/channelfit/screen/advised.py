"""What the advice engine says of a request: whether the channel suits, and which would suit better."""

from collections.abc import Mapping

from channelfit.advice.brief import Brief
from channelfit.advice.engine import Advisor
from channelfit.advice.left_out import URGED
from channelfit.advice.model import Advice, Considered
from channelfit.conditions.model import FactValue, Known
from channelfit.rulebook.edition import Edition
from channelfit.screen.understand import AUDIENCES, GOAL

PLATFORM, HOURS = "request.platform", "request.hours_per_week"
VERDICT, BETTER = "advice.verdict", "advice.better"
EXCLUDED = "excluded"
NAMED = 3  # channels that a letter can name


def advised(facts: Mapping[str, Known], edition: Edition) -> dict[str, Known]:
    """Nothing where the objective, the audiences or the channel are not known."""
    goal, audiences, channel = facts.get(GOAL), facts.get(AUDIENCES), facts.get(PLATFORM)
    if not isinstance(goal, str) or not isinstance(audiences, tuple) or not isinstance(channel, str):
        return {}
    advice = Advisor(edition).advise(Brief({goal: 1.0}, {str(name): 1.0 for name in audiences}, _situation(facts, edition), consider=(channel,)))
    return _verdict(advice.considered[0]) | {BETTER: _better(channel, advice)}


def _situation(facts: Mapping[str, Known], edition: Edition) -> dict[str, FactValue]:
    hours = facts.get(HOURS)
    known: dict[str, FactValue] = {"hours_per_week": hours} if isinstance(hours, int | float) else {}
    return known | ({} if edition.country is None else {"country": edition.country})


def _verdict(considered: Considered) -> dict[str, Known]:
    if considered.verdict is not None:
        return {VERDICT: considered.verdict}
    return {VERDICT: EXCLUDED} if considered.excluded_by else {}


def _better(channel: str, advice: Advice) -> tuple[str, ...]:
    """What replaces an excluded channel, then what the advice puts first."""
    instead = next((item.instead for item in advice.excluded if item.channel == channel), ())
    urged = (item.channel for item in advice.ranking if item.verdict in URGED and item.channel != channel)
    return tuple(dict.fromkeys((*instead, *urged)))[:NAMED]
