"""Two answers to one brief, side by side."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from channelfit.advice.model import Excluded, Ranked, RequiredChannel
from channelfit.changes.attribution import parts
from channelfit.changes.causes import Causes
from channelfit.changes.decision import review
from channelfit.changes.model import Answered, Cause, Changes, First, Gate, Moved, Presence, standing

NETWORK = "network"
Gated = Excluded | RequiredChannel


class Comparison:
    """Finds what differs between an earlier and a later answer."""

    def __init__(self, before: Answered, after: Answered) -> None:
        self._before = before
        self._after = after
        self._causes = Causes(before.edition, after.edition)
        self._old = {item.channel: item for item in before.advice.ranking}
        self._new = {item.channel: item for item in after.advice.ranking}

    def changes(self) -> Changes:
        brief = self._after.advice.brief
        return Changes(
            brief=brief,
            first=tuple(self._first()),
            moved=tuple(moved for name in self._names() if (moved := self.moved(name)) is not None),
            excluded=tuple(self._gates(self._before.advice.excluded, self._after.advice.excluded)),
            required=tuple(self._gates(self._before.advice.required, self._after.advice.required)),
            presences=tuple(self._presences()),
            channels=tuple(self._channels()),
            decision=review(self._after, self._before, self.moved) if brief.decided and brief.decided.channels else None,
        )

    def moved(self, name: str) -> Moved | None:
        """How a channel stands otherwise; None where it stands the same."""
        old, new = self._old.get(name), self._new.get(name)
        before, after = standing(old), standing(new)
        if before == after:
            return None
        if old is not None and new is not None:
            return Moved(name, before, after, parts(old, new, self._causes, self._after.edition.rulebook.method))
        return Moved(name, before, after, causes=self._missing(name))

    def _names(self) -> Iterable[str]:
        """Best of the later answer first, then those that are gone from it."""
        return dict.fromkeys((*self._new, *self._old))

    def _first(self) -> Iterator[First]:
        for networks in (True, False):
            old, new = (_leader(side.advice.ranking, networks=networks) for side in (self._before, self._after))
            if old != new:
                yield First(networks, old, new)

    def _missing(self, name: str) -> tuple[Cause, ...]:
        """A channel is in one ranking only because it exists on one side only, or is ruled out on one of them."""
        if (name in self._before.edition.sheets) is not (name in self._after.edition.sheets):
            return (self._causes.channel(name),)
        sides = (self._before.advice.excluded, self._after.advice.excluded)
        old, new = ({item.channel: item for item in side} for side in sides)
        return self._gate(name, old, new).causes

    def _gates(self, before: Sequence[Gated], after: Sequence[Gated]) -> Iterator[Gate]:
        old, new = ({item.channel: item for item in side} for side in (before, after))
        for name in dict.fromkeys((*new, *old)):
            if (name in old) is not (name in new):
                yield self._gate(name, old, new)

    def _gate(self, name: str, old: Mapping[str, Gated], new: Mapping[str, Gated]) -> Gate:
        """The rules that open or shut it; what was there before and still is there did not."""
        rules = self._causes.rules((new if name in new else old)[name].rules)
        exists = name in self._before.edition.sheets and name in self._after.edition.sheets
        causes = tuple(cause for cause in rules if cause.how != "applies") or rules
        return Gate(name, name in new, causes if exists else (self._causes.channel(name),))

    def _presences(self) -> Iterator[Presence]:
        for name, new in self._new.items():
            rows = zip(self._old[name].contributions, new.contributions, strict=True) if name in self._old else ()
            for audience, before, after in dict.fromkeys((new_row.audience, old_row.presence, new_row.presence) for old_row, new_row in rows):
                if before != after:
                    yield Presence(name, audience, before, after, self._causes.presence(before, after))

    def _channels(self) -> Iterator[Cause]:
        """Channels that came, went, or go by another name."""
        old, new = self._before.edition, self._after.edition
        for name in dict.fromkeys((*new.sheets, *old.sheets)):
            if (name in old.sheets) is not (name in new.sheets):
                yield self._causes.channel(name)
            elif old.sheets[name].name_on(old.as_of) != new.sheets[name].name_on(new.as_of):
                yield self._causes.renamed(name)


def _leader(ranking: Sequence[Ranked], *, networks: bool) -> str | None:
    return next((item.channel for item in ranking if (item.kind == NETWORK) is networks), None)


def compare(before: Answered, after: Answered) -> Changes:
    return Comparison(before, after).changes()
