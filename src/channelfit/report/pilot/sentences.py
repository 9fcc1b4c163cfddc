"""A pilot's rule and its chances, in sentences of one language."""

from collections.abc import Iterator

from channelfit.method.pilot_peeking import false_alarms
from channelfit.pilot.model import Chances, Look, Pilot
from channelfit.report.speaker import Speaker
from channelfit.rulebook.pilots import Trial

SURE = 0.995  # said in whole percent, what is above it would read as certain


class PilotSentences:
    """Says one pilot in one language."""

    def __init__(self, pilot: Pilot, speaker: Speaker) -> None:
        self._pilot = pilot
        self._speaker = speaker
        self._words = speaker.words

    @property
    def named(self) -> dict[str, str]:
        """What messages call the arms and the metric."""
        of, pilot = self._words.of, self._pilot
        channel, against = (named(self._speaker, name) if name else "" for name in (pilot.channel, pilot.against))
        metric = {"metric": of(pilot.metric.name), "numerator": of(pilot.metric.numerator), "denominator": of(pilot.metric.denominator)}
        return {"channel": channel, "against": against, **metric}

    def say(self, message: str, **params: object) -> str:
        return self._words.say(message, **{**self.named, **params})

    def rule(self) -> list[str]:
        """One sentence a look."""
        return [self._look(look) for look in self._pilot.looks]

    def chances(self) -> list[str]:
        return [self._chance(chance) for chance in self._pilot.chances]

    def peeking(self, trial: Trial) -> str:
        """What as many looks without limits would cost: why there are limits."""
        looks, alpha = len(self._pilot.looks), 1 - trial.confidence
        return self._words.say("pilot.peeking", looks=looks, alpha=self.percent(alpha), cost=self.percent(false_alarms(looks, alpha)))

    def evidence(self) -> str:
        """Whether the count will be a presence, or why not."""
        audiences = self._words.listed([self._speaker.audience(name) for name in self._pilot.audiences])
        return self.say(f"pilot.evidence.{self._pilot.other or 'to-come'}", audiences=audiences)

    def percent(self, share: float) -> str:
        """A chance in whole percent, never 0 nor 100 unless it is."""
        if SURE < share < 1:
            return self._words.say("pilot.over", share=self._words.percent(0.99))
        if 0 < share < 1 - SURE:
            return self._words.say("pilot.under", share=self._words.percent(0.01))
        return self._words.percent(share)

    def share(self, share: float) -> str:
        """A share in percent, with a decimal where it has one."""
        whole = round(share * 100, 1) == round(share * 100)
        return self._words.percent(share) if whole else self._words.say("pilot.percent", value=self._words.number(share * 100, 1))

    def interval(self, interval: tuple[float, float]) -> str:
        low, high = interval
        return self._words.say("pilot.interval", low=self._words.number(low * 100), high=self._words.percent(high))

    def points(self, interval: tuple[float, float]) -> str:
        """A difference, in points of percent."""
        low, high = (self._words.number(round(value * 100)).replace("-", "−") for value in interval)
        return self._words.say("pilot.interval", low=low, high=high)

    def _look(self, look: Look) -> str:
        arms = "two" if self._pilot.against else "one"
        kind = "extension" if look is self._pilot.extension else "end" if look is self._pilot.planned else "look"
        parts = [self.say(f"pilot.{kind}.{arms}", n=look.n, look=look.look, day=self._words.day(look.not_before)), *self._gates(look, arms)]
        parts += [self._words.say("pilot.otherwise." + kind)]
        return self._words.say("pilot.join").join(parts) + "."

    def _gates(self, look: Look, arms: str) -> Iterator[str]:
        for gate, value in (("stop", look.stop), ("adopt", look.adopt)):
            if value is not None:
                yield self.say(f"pilot.{gate}.{arms}", value=int(value) if arms == "one" else self._words.percent(value))

    def _chance(self, chance: Chances) -> str:
        share, adopt = self.share(chance.share), self.percent(chance.adopt)
        early = self.percent(chance.stopped_early)
        message = "pilot.chance.two" if self._pilot.against else "pilot.chance.one"
        return self.say(message, share=share, adopt=adopt, early=early, n=round(chance.answers), least=self.share(self._pilot.least))


def named(speaker: Speaker, channel: str) -> str:
    """The name of a channel as it stands in a sentence."""
    return speaker.say("pilot.named", name=speaker.channel(channel))
