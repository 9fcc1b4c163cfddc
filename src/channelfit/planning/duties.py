"""What must be part of a plan: of each duty, one channel at least."""

from collections.abc import Iterable

from channelfit.advice.model import Advice
from channelfit.planning.candidates import possible
from channelfit.planning.model import Duty, Wishes
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Requires


def duties(advice: Advice, wishes: Wishes, edition: Edition) -> tuple[Duty, ...]:
    """What rules and the reader require, best ranked first; of each the channels that may serve it. Those served by the same are one."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for duty in _asked(advice, wishes, edition):
        left = tuple(channel for channel in duty.channels if possible(channel, wishes, edition.sheets))
        found[left] = (*found.get(left, ()), *duty.rules)
    return tuple(Duty(channels, rules) for channels, rules in found.items() if channels)


def broken(advice: Advice, wishes: Wishes, edition: Edition) -> tuple[Duty, ...]:
    """Duties of which the reader excludes every channel."""
    return tuple(duty for duty in _asked(advice, wishes, edition) if set(duty.channels) <= set(wishes.exclude))


def _asked(advice: Advice, wishes: Wishes, edition: Edition) -> list[Duty]:
    """Rules and wishes that ask for the same channels are one duty."""
    ranked = [item.channel for item in advice.ranking]
    found: dict[tuple[str, ...], list[str]] = {}
    for rule in dict.fromkeys(rule for item in advice.required for rule in item.rules):
        for channels in _sets(rule, ranked, edition):
            found.setdefault(channels, []).append(rule)
    for channel in wishes.require:
        found.setdefault((channel,), [])
    made = (Duty(channels, tuple(rules)) for channels, rules in found.items() if set(channels) <= set(ranked))
    return sorted(made, key=lambda duty: (ranked.index(duty.channels[0]), len(duty.channels)))


def _sets(rule: str, ranked: Iterable[str], edition: Edition) -> list[tuple[str, ...]]:
    """One channel of all, or every channel, best ranked first."""
    effect = edition.rules[rule].effect
    assert isinstance(effect, Requires)  # or it would require nothing
    wanted = tuple(channel for channel in ranked if channel in effect.channels)
    return [wanted] if effect.one_of else [(channel,) for channel in wanted]
