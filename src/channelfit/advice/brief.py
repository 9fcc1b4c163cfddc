"""The brief: what is to be said, to whom, under which facts."""

from datetime import date

from msgspec import Struct

from channelfit.conditions.model import FactValue
from channelfit.presence.model import Territory


class Decision(Struct, frozen=True):
    """The decision on record."""

    channels: tuple[str, ...]
    on: date | None = None
    because: str | None = None


class Brief(Struct, frozen=True):
    """Weights are as given, positive somewhere; `goal_weights` and `audience_weights` add up to 1."""

    goals: dict[str, float]
    audiences: dict[str, float]
    facts: dict[str, FactValue] = {}
    territory: Territory | None = None
    consider: tuple[str, ...] = ()
    title: str | None = None
    as_of: date | None = None
    decided: Decision | None = None

    @property
    def goal_weights(self) -> dict[str, float]:
        return _shares(self.goals)

    @property
    def audience_weights(self) -> dict[str, float]:
        return _shares(self.audiences)

    @property
    def country(self) -> str | None:
        country = self.facts.get("country")
        return country if isinstance(country, str) else None


def _shares(weights: dict[str, float]) -> dict[str, float]:
    total = sum(weights.values())
    return {name: weight / total for name, weight in weights.items() if weight > 0}
