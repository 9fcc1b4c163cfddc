"""A local survey as it was held: who was asked what, where and how, and how many said so."""

from datetime import date

from msgspec import Struct

from channelfit.presence.model import Territory


class Group(Struct, frozen=True):
    """People who were asked: of which ages (None: those of the population), how many, and how many named each channel or network."""

    asked: int
    said: dict[str, int]
    ages: tuple[int, int | None] | None = None


class Survey(Struct, frozen=True):
    """The survey of a place.

    Days are the first and the last of the field work, and the one as of which it is told. `online_because` is why an online
    survey is taken all the same.
    """

    title: str
    publisher: str
    first_day: date
    last_day: date
    country: str
    place: str
    mode: str
    period: str
    base: str
    population: str
    groups: tuple[Group, ...]
    as_of: date
    question: str | None = None
    territory: Territory | None = None
    comparable: dict[str, float] = {}
    online_because: str | None = None

    @property
    def asked(self) -> int:
        return sum(group.asked for group in self.groups)

    @property
    def channels(self) -> tuple[str, ...]:
        """What was asked about, in the order of the file."""
        return tuple(dict.fromkeys(name for group in self.groups for name in group.said))
