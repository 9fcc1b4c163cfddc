"""Channels that stand otherwise, each with the parts of its change: what is not said in full is added up, so that nothing is missing."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from channelfit.changes.model import Cause, Moved, Part, Standing
from channelfit.report.changes_words import CauseWords
from channelfit.report.outline import AGAINST, FOR, Said

REASONS = 3
UNSEEN = 0.05  # of a score: rounds to nothing where one decimal is shown


class Told(NamedTuple):
    """What is told in one line: causes, and of a presence whose it is and how it moved."""

    causes: tuple[Cause, ...]
    audience: str
    shares: tuple[float, float] | None


class MoveWords:
    """Says how channels moved; `reasons` is how many parts of each are said."""

    def __init__(self, said: CauseWords, reasons: int = REASONS) -> None:
        self._said = said
        self._words = said.words
        self._reasons = reasons

    def lines(self, moved: Moved) -> Iterable[Said]:
        """The channel in a line, then its parts, the largest first."""
        yield Said(self.headline(moved))
        yield from self.parts(moved)

    def headline(self, moved: Moved) -> str:
        channel, before, after = self._said.channel(moved.channel), moved.before, moved.after
        if before is None or after is None:
            message, there = ("changes.new", after) if before is None else ("changes.gone", before)
            assert there is not None
            return self._words.say(message, channel=channel, **self._standing(there))
        old, new = self._standing(before), self._standing(after)
        message = "changes.moved" if moved.judged_otherwise else "changes.same-verdict"
        return self._words.say(message, channel=channel, old=old["verdict"], new=new["verdict"], was=old["score"], now=new["score"])

    def parts(self, moved: Moved) -> Iterable[Said]:
        if moved.causes:
            yield from (self._said.cause(cause, FOR if moved.before is None else AGAINST) for cause in moved.causes)
            return
        summed = sorted(_summed(moved.parts).items(), key=lambda item: -abs(item[1]))
        shown = [item for item in summed if abs(item[1]) >= UNSEEN][: self._reasons]
        for told, score in shown:
            yield self._part(told, score)
        rest = [score for _, score in summed[len(shown) :]]
        if shown and abs(sum(rest)) >= UNSEEN:
            yield Said(
                self._words.count("changes.rest", len(rest), score=self._words.number(abs(sum(rest)), 1)), sign=FOR if sum(rest) > 0 else AGAINST
            )

    def _part(self, told: Told, score: float) -> Said:
        said = self._said.causes(told.causes)
        text = said.text
        if told.shares is not None:
            old, new = map(self._words.percent, told.shares)
            text = self._words.say("changes.presence-moved", audience=self._said.after.audience(told.audience), old=old, new=new, causes=text)
        sign = FOR if score > 0 else AGAINST
        return Said(self._words.say("changes.part", score=self._words.number(abs(score), 1), text=text), said.cite, sign)

    def _standing(self, standing: Standing) -> dict[str, str]:
        return {"verdict": self._said.after.verdict(standing.verdict), "score": self._words.number(standing.score, 1)}


def _summed(parts: Iterable[Part]) -> dict[Told, float]:
    """Parts with the same cause are one, whatever goal they count for; presence is told audience by audience."""
    sums: defaultdict[Told, float] = defaultdict(float)
    for part in parts:
        sums[Told(part.causes, part.audience if part.shares else "", part.shares)] += part.score
    return sums
