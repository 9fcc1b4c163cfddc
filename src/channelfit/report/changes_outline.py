"""What changed for one brief, in sentences, before any format."""

from collections.abc import Iterable
from itertools import chain

from msgspec import Struct

from channelfit.advice.left_out import URGED
from channelfit.changes.model import Answered, Changes, First, Gate, Moved, Presence
from channelfit.report.changes_decision import decision_lines
from channelfit.report.changes_moves import REASONS, MoveWords
from channelfit.report.changes_words import CauseWords
from channelfit.report.extent import REASONS_IN_FULL
from channelfit.report.outline import AGAINST, EQUALS, FOR, Said, Section
from channelfit.words import Words
from channelfit.words.safe import plain_line


class Chapter(Struct, frozen=True):
    """What changed for one brief; no section where nothing did."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]


class Detail(Struct, frozen=True):
    """How much is said: `full` leaves nothing out, `brief` gives no reasons."""

    full: bool = False
    brief: bool = False

    @property
    def reasons(self) -> int:
        return 0 if self.brief else REASONS_IN_FULL if self.full else REASONS


class ChangesWords:
    """Says the changes of one brief in one language."""

    def __init__(self, changes: Changes, sides: tuple[Answered, Answered], words: Words, detail: Detail) -> None:
        self._changes = changes
        self._detail = detail
        self._words = words
        self._said = CauseWords(*sides, words)
        self._moves = MoveWords(self._said, detail.reasons)

    def chapter(self, title: str, subtitle: str) -> Chapter:
        found = {
            "decision": self._decision(),
            "first": self._firsts(),
            "verdicts": self._moved(judged_otherwise=True),
            "excluded": self._gates("excluded", self._changes.excluded),
            "required": self._gates("required", self._changes.required),
            "channels": map(self._said.cause, self._changes.channels),
            "scores": self._moved(judged_otherwise=False) if self._detail.full else (),
            "presence": () if self._detail.brief else self._presences(),
        }
        listed = ((name, tuple(items)) for name, items in found.items())
        sections = (Section(self._words.say(f"section.changes.{name}"), items) for name, items in listed if items)
        return Chapter(title, subtitle, tuple(sections))

    def _decision(self) -> Iterable[Said]:
        decision, decided = self._changes.decision, self._changes.brief.decided
        return decision_lines(decision, decided, self._said, self._moves) if decision is not None and decided is not None else ()

    def _firsts(self) -> Iterable[Said]:
        """Who came first and who does, with the reasons of those whose verdict is the same: the others are told below."""
        steady = {item.channel: item for item in self._changes.moved if not item.judged_otherwise and item.parts}
        for first in self._changes.first:
            yield self._first(first)
            yield from chain.from_iterable(self._moves.lines(steady[name]) for name in (first.before, first.after) if name in steady)

    def _first(self, first: First) -> Said:
        old, new = (self._words.say("changes.nobody") if name is None else self._said.channel(name) for name in (first.before, first.after))
        return Said(
            self._words.say("changes.first-moved", group=self._words.say(f"group.{'networks' if first.networks else 'others'}"), old=old, new=new)
        )

    def _moved(self, *, judged_otherwise: bool) -> Iterable[Said]:
        """A change of rank alone comes from other channels, and is told there; so is a channel that came or went and was never advised."""
        moved = (item for item in self._changes.moved if item.judged_otherwise is judged_otherwise and (self._detail.full or _worth_telling(item)))
        return chain.from_iterable(map(self._moves.lines, moved))

    def _gates(self, kind: str, gates: Iterable[Gate]) -> Iterable[Said]:
        for gate in gates:
            message = f"changes.{kind}.{'now' if gate.falls else 'no-longer'}"
            yield Said(self._words.say(message, channel=self._said.channel(gate.channel)))
            if not self._detail.brief:
                yield from (self._said.cause(cause, EQUALS) for cause in gate.causes)

    def _presences(self) -> Iterable[Said]:
        """The figures that changed of channels advised on both sides, told nowhere above; those that only grew older are counted."""
        steady = {item.channel for item in self._changes.moved if not item.judged_otherwise and item.after and item.after.verdict in URGED}
        shown = [item for item in self._changes.presences if self._detail.full or item.channel in steady]
        yield from (self._presence(item) for item in shown if item.before.share != item.after.share)
        older = sum(item.before.share == item.after.share for item in shown)
        if older:
            yield Said(self._words.count("changes.older", older))

    def _presence(self, item: Presence) -> Said:
        old, new = (
            self._words.say("changes.share", share=self._words.percent(share.share), basis=self._words.say(f"basis-word.{share.basis}"))
            for share in (item.before, item.after)
        )
        causes = self._said.causes(item.causes)
        names = {"channel": self._said.channel(item.channel), "audience": self._said.after.audience(item.audience)}
        sign = FOR if item.after.share > item.before.share else AGAINST
        return Said(self._words.say("changes.presence", **names, old=old, new=new, causes=causes.text), causes.cite, sign)


def _worth_telling(moved: Moved) -> bool:
    if moved.before is not None and moved.after is not None:
        return moved.judged_otherwise or bool(moved.parts)
    return any(side.verdict != "avoid" for side in (moved.before, moved.after) if side is not None)


def title_of(changes: Changes, file: str, words: Words) -> str:
    """The title of the brief and the file it stands in."""
    title = plain_line(changes.brief.title) if changes.brief.title else ""
    return words.say("changes.brief", title=title, file=file) if title else plain_line(file)
