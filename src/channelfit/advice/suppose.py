"""Scores, were one fact otherwise: only the rules that read it are asked again."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from channelfit.advice.asking.answers import OTHER, answers
from channelfit.advice.asking.board import Board, State
from channelfit.advice.asking.countries import COUNTRY
from channelfit.advice.brief import Brief
from channelfit.advice.engine import Advisor
from channelfit.advice.ranking import TIE
from channelfit.conditions.model import FactValue


class Supposition(Struct, frozen=True):
    """One fact with another value, and the score of every channel that is then not excluded."""

    fact: str
    value: FactValue
    scores: Mapping[str, float]

    def first(self, channel: str) -> bool:
        """Whether the channel would come first, or share the first place."""
        return channel in self.scores and round(self.scores[channel], TIE) >= round(max(self.scores.values()), TIE)


def suppositions(brief: Brief, advisor: Advisor) -> Iterator[Supposition]:
    """Every other answer that some rule notices, fact by fact; but for the country, which would be another question."""
    country = {name: value for name, value in brief.facts.items() if name == COUNTRY}
    board, rulebook = Board(replace(brief, facts=country), advisor), advisor.edition.rulebook
    base = board.state(brief.facts)
    for fact in rulebook.facts:
        reading = [item for item in board.switches.items() if fact.id in item[0].facts]
        if fact.id == COUNTRY or not reading:
            continue
        compared = list(dict.fromkeys(item for switch, _ in reading for item in switch.comparisons()))
        for value in _others(answers(fact, compared, brief.facts, rulebook.method.questions.most_together), brief.facts.get(fact.id)):
            bits = base.bits & ~sum(bit for _, bit in reading) | board.acting(reading, {**brief.facts, fact.id: value})
            if bits != base.bits:
                yield Supposition(fact.id, value, _scores(board, State(bits)))


def _scores(board: Board, state: State) -> Mapping[str, float]:
    return {name: place.score for name in board.channels if (place := board.place(name, state)) is not None}


def _others(tried: Iterable[FactValue], given: FactValue | None) -> Iterator[FactValue]:
    """The answers that can be named and differ from what was given; of a list, those in which one thing is added or taken away."""
    before = set(given) if isinstance(given, tuple) else set()
    for value in tried:
        several = isinstance(value, tuple) and value and len(before.symmetric_difference(value)) > 1
        if value not in (given, OTHER, (OTHER,)) and not several:
            yield value
