"""A brief as far as the conversation has come."""

from collections.abc import Mapping

from msgspec import Struct

from channelfit.advice.brief import Brief
from channelfit.conditions.model import FactValue

COUNTRY = "country"


class Draft(Struct, frozen=True):
    """`declined` are facts that nobody knows; `weighed` are the lists whose weights were asked for; `enough`: answer now."""

    goals: Mapping[str, float] = {}
    audiences: Mapping[str, float] = {}
    facts: Mapping[str, FactValue] = {}
    consider: tuple[str, ...] = ()
    weighed: frozenset[str] = frozenset()
    declined: frozenset[str] = frozenset()
    enough: bool = False

    @property
    def knows_country(self) -> bool:
        return COUNTRY in self.facts or COUNTRY in self.declined

    def brief(self) -> Brief:
        return Brief(dict(self.goals), dict(self.audiences), dict(self.facts), consider=self.consider)
