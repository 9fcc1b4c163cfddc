"""One run of `plan`: what it reads, in which order, and what it cannot plan with."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from channelfit.advice.brief import Brief
from channelfit.advice.engine import Advisor
from channelfit.advice.model import Advice
from channelfit.cli.asked import Asked, Asking
from channelfit.cli.plan_wishes import WishReader, hours_in
from channelfit.cli.session import Session
from channelfit.inventory.files import is_stream
from channelfit.inventory.load import OF_INVENTORIES, Loader
from channelfit.inventory.model import Inventory
from channelfit.planning.engine import plan_for
from channelfit.planning.model import Plan, Wishes
from channelfit.planning.running import hours_of, running
from channelfit.rulebook.edition import Edition
from channelfit.source.place import Problem, Unusable
from channelfit.source.read import STDIN

HOURS, COUNTRY, PRESENCE = "hours_per_week", "country", "presence"


class PlanRun:
    """Reads the brief at once; `asked` are the options laid over it. Raises Unusable."""

    def __init__(self, session: Session, path: str, presence: str | None, asked: Mapping[str, Sequence[str]]) -> None:
        self._session = session
        self._presence = presence if presence is not None else session.config.text(session.command, PRESENCE)
        self._named_at = None if presence is not None else session.config.place(session.command, PRESENCE)
        if path == self._presence == STDIN:
            raise Unusable([Problem("both-from-stdin")])
        self._rulebook = session.rulebook()
        options = {"--goal": (), "--audience": (), **asked}
        self._brief = Asking(Asked(path, options), session, self._rulebook).brief()

    def run(self, hours: str | None, wished: Mapping[str, Sequence[str]]) -> tuple[Plan, Edition]:
        """The plan. Raises Unusable with everything that is wrong with what was wished."""
        inventories = self._inventories()
        brief, days = _placed(self._brief, inventories), [inventory.as_of for inventory in inventories]
        edition = Edition(self._rulebook, self._session.as_of(brief.as_of or next(iter(days), None)), brief.country)
        there = self._hours(hours, inventories)
        wishes = WishReader(self._session, self._rulebook, brief).wishes(wished)
        wishes = replace(wishes, hours=there, running=running(inventories, self._rulebook.method.plan.running))
        advice = Advisor(edition).advise(brief)
        _check(wishes, advice)
        return plan_for(advice, edition, wishes), edition

    def _inventories(self) -> list[Inventory]:
        """What is run today. Where a configured path cannot be read, the place that names it is told."""
        if self._presence is None:
            return []
        if is_stream(self._presence):
            raise Unusable([Problem("presence-is-stream", params={"file": self._presence})])
        try:
            return [Loader(self._rulebook, self._session.lang).open(self._presence)]
        except Unusable as unusable:
            raise unusable.recoded(OF_INVENTORIES).at(self._named_at) from None

    def _hours(self, typed: str | None, inventories: Sequence[Inventory]) -> float:
        """The option, else the configuration, else the brief, else the hours of the team."""
        given = typed if typed is not None else self._session.config.text(self._session.command, "hours")
        if given is not None:
            return hours_in(given)
        known = _number(self._brief, HOURS)
        found = known if known is not None else hours_of(inventories)
        if found is None:
            raise Unusable([Problem("hours-missing")])
        return found


def _placed(brief: Brief, inventories: Iterable[Inventory]) -> Brief:
    """The brief in its own country, or else in that of the organisation."""
    countries = (inventory.organisation.facts.get(COUNTRY) for inventory in inventories)
    country = next((name for name in countries if isinstance(name, str)), None)
    return brief if brief.country is not None or country is None else replace(brief, facts={**brief.facts, COUNTRY: country})


def _number(brief: Brief, fact: str) -> float | None:
    value = brief.facts.get(fact)
    return float(value) if isinstance(value, int | float) else None


def _check(wishes: Wishes, advice: Advice) -> None:
    """What is wished must be possible: no channel both ways, and none that is ruled out or does not exist here."""
    ranked = {item.channel for item in advice.ranking}
    vetoes = {item.channel: item.rules for item in advice.excluded}
    problems = [Problem("wish-both-ways", params={"found": name}) for name in wishes.require if name in wishes.exclude]
    for name in wishes.require:
        if name in vetoes:
            problems.append(Problem("wish-ruled-out", params={"found": name, "rule": vetoes[name][0]}))
        elif name not in ranked:
            problems.append(Problem("wish-absent", params={"found": name}))
    if problems:
        raise Unusable(problems)
