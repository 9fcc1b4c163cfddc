"""What the advice engine says of a request: whether the channel suits, and which would suit better."""

from collections.abc import Mapping

from channelfit.advice.brief import Brief
from channelfit.advice.engine import Advisor
from channelfit.advice.left_out import URGED
from channelfit.advice.model import Advice, Considered
from channelfit.conditions.model import FactValue, Known
from channelfit.rulebook.edition import Edition
from channelfit.screen.understand import AUDIENCES, GOALS

PLATFORM = "request.platform"
VERDICT, BETTER = "advice.verdict", "advice.better"
EXCLUDED = "excluded"
NAMED = 3  # channels that a letter can name


def advised(facts: Mapping[str, Known], edition: Edition) -> dict[str, Known]:
    """Nothing where no objective, no audience or no channel is known."""
    goals, audiences, channel = facts.get(GOALS), facts.get(AUDIENCES), facts.get(PLATFORM)
    if not isinstance(goals, tuple) or not isinstance(audiences, tuple) or not isinstance(channel, str):
        return {}
    brief = Brief(_equal(goals), _equal(audiences), _situation(edition), consider=(channel,))
    advice = Advisor(edition).advise(brief)
    return _verdict(advice.considered[0]) | {BETTER: _better(channel, advice)}


def _equal(names: tuple[object, ...]) -> dict[str, float]:
    return {str(name): 1.0 for name in names}


def _situation(edition: Edition) -> dict[str, FactValue]:
    """The country alone: the hours have a stop of their own, and would be held against the channel twice."""
    return {} if edition.country is None else {"country": edition.country}


def _verdict(considered: Considered) -> dict[str, Known]:
    if considered.verdict is not None:
        return {VERDICT: considered.verdict}
    return {VERDICT: EXCLUDED} if considered.excluded_by else {}


def _better(channel: str, advice: Advice) -> tuple[str, ...]:
    """What replaces an excluded channel, then what the advice puts first."""
    instead = next((item.instead for item in advice.excluded if item.channel == channel), ())
    urged = (item.channel for item in advice.ranking if item.verdict in URGED and item.channel != channel)
    return tuple(dict.fromkeys((*instead, *urged)))[:NAMED]
