"""A pilot as it was designed, what was counted at its looks, and what follows. Ids and numbers only: prose is rendered last."""

from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

from channelfit.method.beta import Beta
from channelfit.method.pilot_two_arms import Believed
from channelfit.presence.model import Share
from channelfit.rulebook.pilots import AsPresence, Metric
from channelfit.rulebook.text import Text

Decision: TypeAlias = Literal["adopt", "continue", "extend", "stop"]
Other: TypeAlias = Literal["figure", "audiences", "nowhere"]
"""Why a count is no presence: it is not of use, it is of several audiences together, or nobody said in which country."""


class Look(Struct, frozen=True):
    """After `n` answers in each arm, no sooner than a day: stop at or below `stop`, adopt from `adopt` on; None where that is not done here.

    One arm is looked at by its successes, two by the chance that the tried one is better.
    """

    look: int
    n: int
    not_before: date
    stop: float | None
    adopt: float | None


class Chances(Struct, frozen=True):
    """If the share of the tried channel is so: P(adopt), P(stopped before the end), the mean number of answers in an arm."""

    share: float
    adopt: float
    stopped_early: float
    answers: float


class Pilot(Struct, frozen=True):
    """The last look is the extension, the one before it the planned end. `least` is also the share expected of `against`."""

    hypothesis: Text
    metric: Metric
    counts: tuple[Text, ...]
    channel: str
    audiences: tuple[str, ...]
    prior: tuple[float, float]
    least: float
    useful: float
    sure: float
    confidence: float
    looks: tuple[Look, ...]
    starts_on: date
    weeks: int
    cycle_weeks: int
    chances: tuple[Chances, ...]
    rulebook: str
    against: str | None = None
    country: str | None = None
    template: str | None = None
    evidence: AsPresence | None = None
    title: str | None = None

    @property
    def planned(self) -> Look:
        return self.looks[-2]

    @property
    def extension(self) -> Look:
        return self.looks[-1]

    @property
    def other(self) -> Other | None:
        """Why what is counted is no presence of one audience in a country; None where it is one."""
        if self.evidence is None:
            return "figure"
        if len(self.audiences) != 1:
            return "audiences"
        return None if self.country is not None else "nowhere"

    def arms(self) -> tuple[str, ...]:
        return (self.channel,) if self.against is None else (self.channel, self.against)


class Count(Struct, frozen=True):
    """x of n."""

    x: int
    n: int

    @property
    def share(self) -> float:
        return self.x / self.n


COUNTED = Count.__struct_fields__  # the keys of a count, in files and in answers


class Observation(Struct, frozen=True):
    """What was counted up to a look: all answers since the start, in each arm."""

    look: int
    on: date
    tried: Count
    against: Count | None = None


class Review(Struct, frozen=True):
    """What follows from the last look.

    `probability` is P(share > least) or P(tried > against); `interval` is Wilson's, or Newcombe's for the difference.
    `predictive` is the chance that the planned end will adopt, where one arm is still under way.
    """

    decision: Decision
    look: Look
    observation: Observation
    probability: float
    interval: tuple[float, float]
    tried: Beta
    against: Beta | None = None
    predictive: float | None = None
    believed: Believed | None = None
    next: Look | None = None


class Effect(Struct, frozen=True):
    """The presence of an audience on the channel as the rulebook knows it, and with what was counted laid on top.

    `surveys` is what surveys say where any can be compared; `tail` how likely so odd a count was, were they true here.
    """

    audience: str
    before: Share
    after: Share
    surveys: Share | None
    tail: float
    disagrees: bool


class Reviewed(Struct, frozen=True):
    """A pilot with its fingerprint, what was counted, what follows, and what that does to a presence."""

    pilot: Pilot
    mark: str
    observed: tuple[Observation, ...]
    review: Review
    effect: Effect | None
