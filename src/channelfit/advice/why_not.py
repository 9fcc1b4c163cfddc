"""Why a channel is not first, and what single change would make it so."""

from collections.abc import Iterable, Iterator, Sequence

from channelfit.advice.consider import consider
from channelfit.advice.engine import Advisor
from channelfit.advice.flips import Flips
from channelfit.advice.model import Advice
from channelfit.advice.outlook import Flip, WhyNot, WhyNots
from channelfit.advice.suppose import Supposition, suppositions


def why_not(advice: Advice, advisor: Advisor) -> WhyNots:
    """Looks at what was asked for, and at the runner-up."""
    second = next((item.channel for item in advice.ranking if item.rank > 1), None)
    first = {item.channel for item in advice.ranking if item.rank == 1}
    asked = [item.channel for item in advice.considered if item.channel in advisor.edition.sheets and item.channel not in first]
    if not asked and second is None:
        return WhyNots({})
    supposed = list(suppositions(advice.brief, advisor))
    found = {channel: _why_not(channel, advice, advisor, supposed) for channel in dict.fromkeys((*asked, *filter(None, (second,))))}
    return WhyNots({channel: found[channel] for channel in asked}, found[second] if second is not None else None)


def _why_not(channel: str, advice: Advice, advisor: Advisor, supposed: Sequence[Supposition]) -> WhyNot:
    place = next((item for item in advice.ranking if item.channel == channel), None)
    by_fact = tuple(_one_a_fact((one for one in supposed if one.first(channel)), advice))
    if place is None:
        return WhyNot(channel, (), by_fact, tuple(_one_a_fact((one for one in supposed if channel in one.scores), advice)))
    flips = Flips(advice, advisor.edition.rulebook.method).of(place)
    return WhyNot(channel, consider(channel, advice.ranking, ()).loses_on, (*flips, *by_fact))


def _one_a_fact(supposed: Iterable[Supposition], advice: Advice) -> Iterator[Flip]:
    """Of each fact the value nearest to what was given; the first of those listed where none was."""
    found: dict[str, Supposition] = {}
    for one in supposed:
        given = advice.brief.facts.get(one.fact)
        if one.fact not in found or (_number(given) and _distance(one, given) < _distance(found[one.fact], given)):
            found[one.fact] = one
    return (Flip("fact", one.fact, "=", one.value) for one in found.values())


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _distance(one: Supposition, given: object) -> float:
    return abs(one.value - given) if isinstance(one.value, int | float) and isinstance(given, int | float) else 0.0
