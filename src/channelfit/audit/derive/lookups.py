"""What the advice engine knows of an account's channel, goal and audiences."""

from channelfit.audit.derive.context import Context, Served
from channelfit.conditions.holds import Facts
from channelfit.conditions.model import Known
from channelfit.rulebook.checks import Derived


def presence(derived: Derived, facts: Facts, context: Context) -> Known | None:
    """The largest share, in percent, that one of the audiences has on the channel; None where no figure speaks of them."""
    channel = facts.get("channel")
    shares = [share for name in _audiences(derived.operands[0], facts, context) if (share := context.advice.presence(str(channel), name)) is not None]
    return max(shares, default=None) if channel is not None else None


def score(derived: Derived, facts: Facts, context: Context) -> Known | None:
    """How well the account's channel serves its goal for its audiences, 0 to 100."""
    served = _served(derived, facts, context)
    return None if served is None else served.scores.get(str(facts.get("channel")), 0.0)


def best_score(derived: Derived, facts: Facts, context: Context) -> Known | None:
    served = _served(derived, facts, context)
    return None if served is None or served.best is None else served.scores[served.best]


def best_channel(derived: Derived, facts: Facts, context: Context) -> Known | None:
    served = _served(derived, facts, context)
    return None if served is None else served.best


def _served(derived: Derived, facts: Facts, context: Context) -> Served | None:
    goal = facts.get(derived.operands[0])
    audiences = _audiences(derived.operands[1], facts, context)
    return context.advice.served(str(goal), audiences) if goal in context.goals and audiences else None


def _audiences(name: str, facts: Facts, context: Context) -> list[str]:
    named = facts.get(name)
    return [str(item) for item in named if item in context.audiences] if isinstance(named, tuple) else []
