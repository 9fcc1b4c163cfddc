"""Which questions are worth asking: those whose answer can still change who comes first (method, §7)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from channelfit.advice.asking.answers import answers
from channelfit.advice.asking.board import Board, State
from channelfit.advice.asking.countries import COUNTRY, countries
from channelfit.advice.asking.race import Race
from channelfit.advice.asking.switch import Switch
from channelfit.advice.brief import Brief
from channelfit.advice.engine import Advisor
from channelfit.advice.question import Question
from channelfit.conditions.model import FactValue


class Tried(NamedTuple):
    """An answer, and the state it leads to."""

    answer: FactValue
    state: State


class Change(NamedTuple):
    """What an answer did: the channels that changed place among the first, and the largest change of their scores."""

    channels: frozenset[str]
    swing: float


def questions(brief: Brief, advisor: Advisor, declined: Collection[str] = ()) -> tuple[Question, ...]:
    """The facts not given that can change the first of the ranking, alone or with one more answer; largest swing first.

    `declined` are facts nobody can give: they stay unknown, and are not asked for.
    """
    return Inquiry(brief, advisor, declined).questions()


class Inquiry:
    """One look at all the facts that a brief leaves open."""

    def __init__(self, brief: Brief, advisor: Advisor, declined: Collection[str] = ()) -> None:
        method = advisor.edition.rulebook.method
        self._board = Board(brief, advisor)
        open_country = COUNTRY not in brief.facts and COUNTRY not in declined and advisor.edition.country is None
        self._race = Race(self._board, method.podium, open_country)
        self._switches = [item for item in self._board.switches.items() if item[1] & self._race.mask]
        self._reading = self._by_fact()
        self._base = self._board.state({})
        self._tried = dict(self._answers(advisor, {*declined, *brief.facts}, open_country))

    def questions(self) -> tuple[Question, ...]:
        alone = _with_change({fact: self._alone(fact) for fact in self._tried})
        beside = _with_change(self._in_pairs([fact for fact in self._tried if fact not in alone]))
        found = [self._question(fact, change, alone=fact in alone) for fact, change in (alone | beside).items()]
        return tuple(sorted(found, key=lambda question: (-question.swing, question.fact)))

    def following(self, facts: Collection[str], among: Collection[str]) -> tuple[str, ...]:
        """Which other facts could matter once one of these is answered: they are best asked in one go."""
        others = [name for name in self._tried if name in among and name not in facts]
        return tuple(other for other in others if any(self._follows(other, fact) for fact in facts if fact in self._tried))

    def _follows(self, other: str, fact: str) -> bool:
        joint = self._joint(fact, other)
        return any(
            self._race.first(self._both(fact, first, other, second, joint)) != self._race.first(first.state)
            for first in self._tried[fact]
            for second in self._tried[other]
        )

    def _joint(self, one: str, other: str) -> list[tuple[Switch, int]]:
        return [item for item in self._reading.get(one, ()) if item in self._reading.get(other, ())]

    def _in_pairs(self, facts: Iterable[str]) -> Mapping[str, list[Change]]:
        found: defaultdict[str, list[Change]] = defaultdict(list)
        for one, other in combinations(facts, 2):
            changes = list(self._together(one, other))
            found[one] += changes
            found[other] += changes
        return found

    def _alone(self, fact: str) -> Iterator[Change]:
        for tried in self._tried[fact]:
            yield from self._changes(tried.state)

    def _together(self, one: str, other: str) -> Iterator[Change]:
        """What two answers do, neither of which does anything alone."""
        joint = self._joint(one, other)
        for first in self._tried[one]:
            for second in self._tried[other]:
                yield from self._changes(self._both(one, first, other, second, joint))

    def _both(self, one: str, first: Tried, other: str, second: Tried, joint: list[tuple[Switch, int]]) -> State:
        """Open rules that read one of the facts turn as they do alone; those that read both are asked again."""
        bits = first.state.bits ^ second.state.bits ^ self._base.bits
        if joint:
            for _, bit in joint:
                bits &= ~bit
            bits |= self._board.acting(joint, {one: first.answer, other: second.answer})
        return State(bits, first.state.country or second.state.country)

    def _changes(self, after: State) -> Iterator[Change]:
        first, then = self._race.first(self._base), self._race.first(after)
        if first != then:
            moved = frozenset(name for name in (*first, *then) if _place(name, first) != _place(name, then))
            yield Change(moved, max(abs(self._race.score(name, after) - self._race.score(name, self._base)) for name in moved))

    def _question(self, fact: str, change: Change, *, alone: bool) -> Question:
        best = {name: self._race.board.place(name, self._base) for name in change.channels}
        order = sorted(change.channels, key=lambda name: (-(place.score if (place := best[name]) is not None else 0.0), name))
        return Question(fact, tuple(order), change.swing, alone)

    def _by_fact(self) -> dict[str, list[tuple[Switch, int]]]:
        found: dict[str, list[tuple[Switch, int]]] = {}
        for item in self._switches:
            for fact in item[0].facts:
                found.setdefault(fact, []).append(item)
        return found

    def _answers(self, advisor: Advisor, settled: Collection[str], open_country: bool) -> Iterator[tuple[str, list[Tried]]]:
        """What is tried of each fact that is read and not given."""
        rulebook = advisor.edition.rulebook
        comparisons = list(dict.fromkeys(item for switch, _ in self._switches for item in switch.comparisons()))
        for fact in rulebook.facts:
            reading = self._reading.get(fact.id, ())
            if fact.id == COUNTRY:
                if open_country:
                    yield fact.id, [Tried(name, self._turned(reading, fact.id, name, name)) for name in countries(self._race, comparisons)]
            elif reading and fact.id not in settled:
                tried = answers(fact, comparisons, self._board.known, rulebook.method.questions.most_together)
                yield fact.id, [Tried(answer, self._turned(reading, fact.id, answer)) for answer in tried]

    def _turned(self, reading: Iterable[tuple[Switch, int]], fact: str, answer: FactValue, country: str | None = None) -> State:
        """The state after one answer: only the rules that read the fact are asked again."""
        read = list(reading)
        bits = self._base.bits
        for _, bit in read:
            bits &= ~bit
        return State(bits | self._board.acting(read, {fact: answer}), country)


def _place(name: str, first: tuple[str, ...]) -> int | None:
    return first.index(name) if name in first else None


def _with_change(found: Mapping[str, Iterable[Change]]) -> dict[str, Change]:
    """All that changes with each fact, by the largest swing; facts that change nothing are gone."""
    changes = {fact: list(items) for fact, items in found.items()}
    return {
        fact: Change(frozenset().union(*(change.channels for change in items)), max(change.swing for change in items))
        for fact, items in changes.items()
        if items
    }
