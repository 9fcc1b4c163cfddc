"""The scores of the channels as the open facts turn out, quickly: what does not hang on them is worked out once."""

from collections.abc import Iterable, Iterator, Mapping
from math import fsum
from typing import NamedTuple

from channelfit.advice.asking.slot import Slot
from channelfit.advice.asking.switch import Switch, opened, settled_by
from channelfit.advice.brief import Brief
from channelfit.advice.engine import Advisor
from channelfit.advice.ranking import order
from channelfit.conditions.model import AUDIENCE, GOAL, FactValue
from channelfit.presence.lookup import Presences
from channelfit.rulebook.edition import exists
from channelfit.rulebook.model import Excludes, Fits, Presence, Rule, Sheet


class State(NamedTuple):
    """Which open rules act, one bit each, and the country, where that is an answer too."""

    bits: int
    country: str | None = None


class Channel(NamedTuple):
    sheet: Sheet
    slots: tuple[Slot, ...]

    @property
    def mask(self) -> int:
        mask = 0
        for slot in self.slots:
            mask |= slot.mask
        return mask


class Place(NamedTuple):
    """Where a channel stands: `order` sorts, best first."""

    order: tuple[float, float, str]
    score: float


class Board:
    """Answers who comes first in a state. Agrees with the engine to the last bit."""

    def __init__(self, brief: Brief, advisor: Advisor) -> None:
        self.edition = advisor.edition
        self.known = brief.facts
        self.switches: dict[Switch, int] = {}
        self.channels = {channel.sheet.id: channel for channel in self._channels(brief)}
        self._territory = brief.territory
        self._presences: dict[str | None, Presences] = {None: advisor.presences}
        self.masks = {name: channel.mask for name, channel in self.channels.items()}
        self._local = {name for name, channel in self.channels.items() if is_local(channel.sheet)}
        self.figured = {name: self._figures_of(channel.sheet) for name, channel in self.channels.items()}
        self._existing: dict[tuple[str, str], bool] = {}
        self._places: dict[tuple[str, int, str | None], Place | None] = {}

    def state(self, answers: Mapping[str, FactValue]) -> State:
        """The state that answers lead to; a country among them is not yet one."""
        return State(self.acting(self.switches.items(), answers))

    def acting(self, switches: Iterable[tuple[Switch, int]], answers: Mapping[str, FactValue]) -> int:
        facts = {**self.known, **answers}
        bits = 0
        for switch, bit in switches:
            if switch.on(facts):
                bits |= bit
        return bits

    def place(self, name: str, state: State) -> Place | None:
        """None where the channel is excluded or does not exist."""
        country = state.country
        if country is not None and name in self._local and not self.exists(name, country):
            return None
        key = (name, state.bits & self.masks[name], country if country in self.figured[name] else None)
        if key not in self._places:
            self._places[key] = self._placed(self.channels[name], State(*key[1:]))
        return self._places[key]

    def moves(self, name: str, country: str) -> bool:
        """Whether a channel may stand elsewhere in that country, where nobody said which one it is."""
        return name in self._local or country in self.figured[name]

    def bounds(self, name: str, anywhere: bool) -> tuple[float, float]:
        """The least and the most that a channel can score; less than nothing where it may be gone."""
        channel, presences = self.channels[name], self._presences[None]
        method = self.edition.rulebook.method
        surveyed = anywhere and bool(self.figured[name])
        found = [slot.bounds(presences, self._territory, method, surveyed) for slot in channel.slots]
        gone = all(slot.may_be_vetoed for slot in channel.slots) or (anywhere and is_local(channel.sheet))
        return -1.0 if gone else fsum(low for low, _ in found), fsum(high for _, high in found)

    def exists(self, name: str, country: str) -> bool:
        key = (name, country)
        if key not in self._existing:
            self._existing[key] = exists(self.channels[name].sheet, self.edition.as_of, country, self.edition.rulebook.method.regions)
        return self._existing[key]

    def _placed(self, channel: Channel, state: State) -> Place | None:
        if all(slot.is_vetoed(state.bits) for slot in channel.slots):
            return None
        method, presences = self.edition.rulebook.method, self._in(state.country)
        score = fsum(slot.term(state.bits, presences, self._territory, method) for slot in channel.slots)
        return Place(order(channel.sheet, score), score)

    def _in(self, country: str | None) -> Presences:
        """Who is where in another country."""
        if country is not None and country not in self._presences:
            self._presences[country] = self._presences[None].in_country(self.edition.in_country(country))
        return self._presences[country]

    def _figures_of(self, sheet: Sheet) -> frozenset[str]:
        """The countries with figures of their own; elsewhere these are borrowed, whoever asks."""
        on = self.edition.evidence_on
        return frozenset(row.country for place in (sheet.id, sheet.network) if place is not None for row in on.get(place, ()))

    def _channels(self, brief: Brief) -> Iterator[Channel]:
        """Every channel with its slots, one a goal and audience."""
        slots: dict[str, list[Slot]] = {name: [] for name in self.edition.sheets}
        for goal, goal_weight in brief.goal_weights.items():
            for audience, audience_weight in brief.audience_weights.items():
                term, weight = self.edition.audiences[audience], goal_weight * audience_weight
                cell = {name: Slot(sheet, term, weight) for name, sheet in self.edition.sheets.items()}
                self._fill(cell, {**brief.facts, GOAL: goal, AUDIENCE: audience})
                for name, slot in cell.items():
                    slots[name].append(slot)
        return (Channel(self.edition.sheets[name], tuple(found)) for name, found in slots.items())

    def _fill(self, cell: Mapping[str, Slot], known: Mapping[str, FactValue]) -> None:
        settled = settled_by(known)
        for rule in self.edition.rules_for(str(known[GOAL]), str(known[AUDIENCE])):
            if isinstance(rule.effect, Fits | Presence | Excludes):
                switch = opened(rule, known, settled)
                if switch is True:
                    _take(cell, rule, 0)
                elif switch is not False:
                    _take(cell, rule, self.switches.setdefault(switch, 1 << len(self.switches)))


def is_local(sheet: Sheet) -> bool:
    """Whether the channel exists in some countries only, or not yet or no more in some."""
    return bool(sheet.countries is not None or sheet.absent_from or sheet.opened or sheet.closed_in)


def _take(cell: Mapping[str, Slot], rule: Rule, bit: int) -> None:
    effect = rule.effect
    if isinstance(effect, Fits):
        for name, points in effect.points.items():
            if name in cell:
                cell[name].fits(bit, points)
    elif isinstance(effect, Presence):
        for name, share in effect.shares.items():
            if name in cell:
                cell[name].judges(bit, rule, share)
    elif isinstance(effect, Excludes):
        for name in effect.channels:
            if name in cell:
                cell[name].excludes(bit)
