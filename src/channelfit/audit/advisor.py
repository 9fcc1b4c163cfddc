"""The advice engine as the audit asks it: who is on a channel, and which channel would serve a goal best."""

from collections.abc import Sequence
from functools import cache, lru_cache

from channelfit.advice.brief import Brief
from channelfit.advice.engine import Advisor
from channelfit.audit.derive.context import Served
from channelfit.conditions.model import FactValue
from channelfit.presence.lookup import Presences
from channelfit.rulebook.edition import Edition, exists

PERCENT = 100
KEPT = 10_000  # goals with their audiences


class AdviceForAudit:
    """Answers are kept: many accounts share a goal and an audience."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self._advisor = Advisor(edition)
        self._presences = Presences(edition)
        self._facts: dict[str, FactValue] = {} if edition.country is None else {"country": edition.country}
        self._sheets = {sheet.id: sheet for sheet in edition.rulebook.sheets}
        self.presence = cache(self._presence)
        self.exists = cache(self._exists)
        self._cell = cache(self._scores)
        self._several = lru_cache(KEPT)(self._served)

    def served(self, goal: str, audiences: Sequence[str]) -> Served:
        """The scores of the channels, averaged over the audiences."""
        return self._several(goal, tuple(audiences))

    def _served(self, goal: str, audiences: tuple[str, ...]) -> Served:
        tables = [self._cell(goal, audience) for audience in audiences]
        names = dict.fromkeys(name for table in tables for name in table)
        scores = {name: sum(table.get(name, 0.0) for table in tables) / len(tables) for name in names}
        return Served(scores, max(scores, key=lambda name: (scores[name], name), default=None))

    def _scores(self, goal: str, audience: str) -> dict[str, float]:
        advice = self._advisor.advise(Brief({goal: 1.0}, {audience: 1.0}, self._facts))
        return {item.channel: item.score for item in advice.ranking}

    def _exists(self, channel: str) -> bool:
        edition = self.edition
        return exists(self._sheets[channel], edition.as_of, edition.country, edition.rulebook.method.regions)

    def _presence(self, channel: str, audience: str) -> float | None:
        sheet = self.edition.sheets.get(channel)
        if sheet is None:
            return None
        share = self._presences.of(sheet, self.edition.audiences[audience], ())
        return None if share.basis == "assumed" else share.share * PERCENT
