"""What if: the answer as asked and the supposed one, side by side, and why they differ."""

from collections.abc import Iterable

from msgspec.structs import replace

from channelfit.advice.model import Ranked
from channelfit.changes.what_if import Beside, WhatIf
from channelfit.report.changes_outline import ChangesWords, Detail
from channelfit.report.extent import SHOWN
from channelfit.report.fact_words import FactWords
from channelfit.report.outline import Said, SideBySide
from channelfit.report.speaker import Speaker
from channelfit.words import Words


class WhatIfWords:
    """Says one supposition in one language."""

    def __init__(self, what_if: WhatIf, words: Words, detail: Detail) -> None:
        self._what_if, self._words, self._detail = what_if, words, detail
        self._speaker = Speaker(what_if.before.edition, words)

    def side_by_side(self) -> SideBySide:
        """The first few of both answers and what is judged otherwise; everything that moved in full."""
        headings = tuple(self._words.say(name) for name in ("column.channel", "what-if.before", "what-if.after"))
        rows = tuple(self._row(item) for item in self._what_if.beside() if self._shown(item))
        items = tuple(self._items()) or (Said(self._words.say("what-if.nothing")),)
        return SideBySide(self._title(), headings, rows, items)

    def _title(self) -> str:
        facts, given = FactWords(self._speaker), self._what_if.before.advice.brief.facts
        said = []
        for name, value in self._what_if.facts.items():
            message = "what-if.fact" if name in given and given[name] != value else "what-if.fact-new"
            old = facts.value(name, given[name]) if name in given else ""
            said.append(self._words.say(message, fact=facts.label(name), value=facts.value(name, value), given=old))
        return self._words.say("what-if.title", facts=" · ".join(said))

    def _shown(self, item: Beside) -> bool:
        advised = any(side is not None and side.verdict != "avoid" for side in (item.before, item.after))
        return self._detail.full or item.among_first(SHOWN) or (item.judged_otherwise and advised)

    def _row(self, item: Beside) -> tuple[str, ...]:
        before = self._standing(item.before, item.channel in self._what_if.before.edition.sheets)
        after = self._standing(item.after, item.channel in self._what_if.after.edition.sheets)
        return self._speaker.channel(item.channel), before, after

    def _standing(self, item: Ranked | None, exists: bool) -> str:
        if item is None:
            return self._words.say("what-if.excluded" if exists else "what-if.absent")
        return self._words.say("what-if.standing", rank=item.rank, verdict=self._speaker.verdict(item.verdict), score=self._words.number(item.score))

    def _items(self) -> Iterable[Said]:
        """What differs, with its reasons; then who is left out otherwise. What was never advised and is gone is told in full alone."""
        sides = (self._what_if.before, self._what_if.after)
        changes = self._what_if.changes if self._detail.full else replace(self._what_if.changes, channels=(), excluded=())
        for section in ChangesWords(changes, sides, self._words, self._detail).chapter("", "").sections:
            yield from section.items
        for audience, old, new in self._what_if.left_out():
            shares = {"old": self._words.percent(old), "new": self._words.percent(new)}
            yield Said(self._words.say("what-if.left-out", audience=self._speaker.audience(audience), **shares))
