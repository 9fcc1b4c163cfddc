"""Templates of pilots: what may be tried, counted how, and from which share on it is useful."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from channelfit.rulebook.text import Text


class Wording(Struct, frozen=True):
    """A hypothesis on one channel, or on one against another; {channel} and {against} stand for their names."""

    one: Text
    two: Text


class Metric(Struct, frozen=True):
    """A share: of `denominator`, those that are `numerator`."""

    name: Text
    numerator: Text
    denominator: Text


class Judged(Struct, frozen=True):
    """A share somebody judged, and why."""

    value: float
    because: Text


class AsPresence(Struct, frozen=True):
    """Where the metric is a presence: the period and the base of the figure it makes."""

    period: str
    base: str


class Needs(Struct, frozen=True):
    """The channels on which the metric can be counted at all, and why not on others."""

    channels: tuple[str, ...]
    because: Text


class PilotTemplate(Struct, frozen=True):
    """`least` is the least useful share, `useful` the one worth finding; `cycle_weeks` one cycle of what is tried.

    `usual` is the one where none is asked for.
    """

    id: str
    since: date
    review_by: date
    label: Text
    hypothesis: Wording
    metric: Metric
    counts: tuple[Text, ...]
    least: Judged
    useful: Judged
    cycle_weeks: int
    sources: tuple[str, ...]
    until: date | None = None
    needs: Needs | None = None
    evidence: AsPresence | None = None
    origin: str = ""
    usual: bool = False

    def fits(self, channels: Iterable[str]) -> bool:
        """Whether it can be counted on all of them."""
        return self.needs is None or set(channels) <= set(self.needs.channels)


class Gates(Struct, frozen=True):
    """Looks of a pilot, evenly spread, the planned end being the last; at which chance it stops, adopts, or is extended."""

    looks: int
    stop: float
    adopt: float
    extend: float


class Surety(Struct, frozen=True):
    """How sure an adoption must be: from here, upwards by a step, as far as the false adoptions ask for it."""

    first: float
    last: float
    step: float


class Trial(Struct, frozen=True):
    """The parameters of pilots; rulebook.yaml says what each means."""

    prior: tuple[float, float]
    sure: Surety
    alpha: float
    power: float
    confidence: float
    extension: float
    weeks: int
    fewest: int
    most: int
    one_arm: Gates
    two_arms: Gates
