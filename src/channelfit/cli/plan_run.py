"""One run of `plan`: what it reads, in which order, and what it cannot plan with."""

from collections.abc import Mapping, Sequence

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

HOURS, PRESENCE = "hours_per_week", "presence"


class PlanRun:
    """Reads the brief at once; `asked` are the options laid over it."""

    def __init__(self, session: Session, path: str, asked: Mapping[str, Sequence[str]]) -> None:
        self._session = session
        self._rulebook = session.rulebook()
        options = {"--goal": (), "--audience": (), **asked}
        self._brief = Asking(Asked(path, options), session, self._rulebook).brief()

    def run(self, hours: str | None, presence: str | None, wished: Mapping[str, Sequence[str]]) -> tuple[Plan, Edition]:
        """The plan. Raises Unusable with everything that is wrong with what was wished."""
        inventories = self._inventories(presence) if presence is not None else self._configured_inventories()
        brief, days = self._brief, [inventory.as_of for inventory in inventories]
        edition = Edition(self._rulebook, self._session.as_of(brief.as_of or next(iter(days), None)), brief.country)
        there = self._hours(hours, inventories)
        wishes = WishReader(self._session, self._rulebook, brief).wishes(wished)
        wishes = replace(wishes, hours=there, running=running(inventories, self._rulebook.method.plan.running))
        advice = Advisor(edition).advise(brief)
        _check(wishes, advice)
        return plan_for(advice, edition, wishes), edition

    def _configured_inventories(self) -> list[Inventory]:
        """What the configuration names; where that cannot be read, where it is named."""
        config, command = self._session.config, self._session.command
        path = config.text(command, PRESENCE)
        try:
            return [] if path is None else self._inventories(path)
        except Unusable as unusable:
            raise unusable.at(config.place(command, PRESENCE)) from None

    def _inventories(self, path: str) -> list[Inventory]:
        if is_stream(path):
            raise Unusable([Problem("presence-is-stream", params={"file": path})])
        try:
            return [Loader(self._rulebook, self._session.lang).open(path)]
        except Unusable as unusable:
            raise Unusable([replace(problem, code=OF_INVENTORIES.get(problem.code, problem.code)) for problem in unusable.problems]) from None

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
