"""Why a channel is not first, in sentences: the single changes that would make it so, those that a room can act on first."""

from collections.abc import Iterable, Sequence

from channelfit.advice.model import Advice
from channelfit.advice.outlook import Flip, WhyNot
from channelfit.method.counterfactual import rounded_past
from channelfit.report.extent import Extent
from channelfit.report.fact_words import FactWords
from channelfit.report.outline import EQUALS, Said
from channelfit.report.speaker import Speaker

ORDER = ("presence", "fact", "weight", "fit")
SHOWN = 3
PERCENT = 2  # decimals of a share that is said in whole percents


class WhyNotWords:
    """Says what would change the place of channels in one answer."""

    def __init__(self, advice: Advice, speaker: Speaker, extent: Extent) -> None:
        self._advice = advice
        self._speaker = speaker
        self._facts = FactWords(speaker)
        self._most = None if extent.full else SHOWN

    def lines(self, why_not: WhyNot) -> Iterable[Said]:
        """What would put it first; where it is excluded, what would admit it."""
        if why_not.admitted_by or not self._ranked(why_not):
            yield self._said("admitted", why_not, why_not.admitted_by)
            if why_not.flips:
                yield self._said("would-lead", why_not, why_not.flips)
        else:
            yield self._said("would-lead", why_not, why_not.flips)

    def _said(self, message: str, why_not: WhyNot, flips: Sequence[Flip]) -> Said:
        ordered = sorted(flips, key=lambda flip: ORDER.index(flip.what))[: self._most]
        channel = self._speaker.channel(why_not.channel)
        if not ordered:
            return Said(self._speaker.say(f"{message}.nothing", channel=channel), sign=EQUALS)
        changes = self._speaker.say("would.or").join(self._flip(flip, why_not.channel) for flip in ordered)
        return Said(self._speaker.say(message, channel=channel, changes=changes), sign=EQUALS)

    def _flip(self, flip: Flip, channel: str) -> str:
        if flip.what == "fact":
            return self._speaker.say("would.fact", fact=self._facts.label(flip.name), value=self._facts.value(flip.name, flip.value))
        if flip.what == "fit":
            return self._fit(flip, channel)
        if flip.what == "presence":
            value = rounded_past(flip.now, flip.needed, PERCENT)
            now = self._speaker.words.percent(flip.now)
            return self._speaker.say("would.presence", audience=self._speaker.audience(flip.name), value=self._speaker.words.percent(value), now=now)
        return self._weight(flip)

    def _fit(self, flip: Flip, channel: str) -> str:
        """A point makes a contact worth so many times as much."""
        method = self._speaker.edition.rulebook.method
        goal, _, audience = flip.name.partition("/")
        more = int(flip.needed - flip.now)
        ratio = method.fit_ratio**more
        times = self._speaker.words.number(ratio, 0 if ratio == int(ratio) else 1)
        names = {"goal": self._speaker.goal(goal), "audience": self._speaker.audience(audience), "channel": self._speaker.channel(channel)}
        return self._speaker.words.count("would.fit", more, times=times, **names)

    def _weight(self, flip: Flip) -> str:
        """As exactly as it takes to be enough."""
        goals = flip.name in self._advice.brief.goals
        name = self._speaker.goal(flip.name) if goals else self._speaker.audience(flip.name)
        bound = "more" if flip.bound == ">=" else "less"
        assert isinstance(flip.value, float)
        decimals = max(0, len(f"{flip.value:.15f}".rstrip("0").partition(".")[2]) - PERCENT)
        value, now = self._speaker.words.percent(flip.value, decimals), self._speaker.words.percent(flip.now)
        return self._speaker.say(f"would.{'goal' if goals else 'audience'}-{bound}", name=name, value=value, now=now)

    def _ranked(self, why_not: WhyNot) -> bool:
        return any(item.channel == why_not.channel for item in self._advice.ranking)
