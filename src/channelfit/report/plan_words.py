"""How plans speak of hours, points and levels."""

from collections.abc import Mapping, Sequence

from channelfit.planning.model import Duty
from channelfit.report.speaker import Speaker

POINTS = 100  # of the whole


class PlanSpeaker(Speaker):
    """Names of one edition in one language, and the quantities of plans."""

    def hours(self, hours: float) -> str:
        """A number of hours with its unit."""
        return self.say("plan.hours", n=self.words.number(hours, 0 if hours == int(hours) else 1))

    def more_hours(self, hours: float) -> str:
        """The hours that a step takes or frees, with a sign."""
        sign = "+" if hours > 0 else "−" if hours < 0 else "±"
        return sign + self.hours(abs(hours))

    def points(self, share: float) -> str:
        """A part of the objective in points out of 100, with their unit."""
        value = round(share * POINTS, 1)
        return self.words.count("plan.points", value, value=self.words.number(value, 0 if value == int(value) else 1))

    def whole_points(self, share: float) -> str:
        return self.words.number(share * POINTS)

    def duty(self, duty: Duty) -> str:
        """The channel that must be in a plan, or those of which one must."""
        return self.one_of(duty.channels)

    def one_of(self, channels: Sequence[str]) -> str:
        return self.channel(channels[0]) if len(channels) == 1 else self.say("plan.one-of", channels=self.channels(channels))

    def level(self, name: str) -> str:
        message = f"plan.level.{name}"
        return self.say(message) if self.words.knows(message) else name

    def at_levels(self, levels: Mapping[str, str]) -> str:
        """Channels with their levels, as a sentence would list them."""
        return self.words.listed([self.say("plan.at-level", channel=self.channel(name), level=self.level(level)) for name, level in levels.items()])
