"""What was counted, held against what was declared: looks in order, of the size and no sooner than they were to be."""

from collections.abc import Iterable
from collections.abc import Mapping as MappingType
from datetime import date

from channelfit.pilot.entry import example
from channelfit.pilot.model import COUNTED, Count, Look, Observation, Pilot
from channelfit.pilot.read_fields import Fields
from channelfit.pilot.review import decide
from channelfit.source.reader import Reader, is_empty
from channelfit.source.tree import Document, Entry, Node


class CountReader:
    def __init__(self, document: Document, pilot: Pilot, observed: Entry | None) -> None:
        self._reader = Reader(document)
        self._fields = Fields(self._reader)
        self._pilot = pilot
        self._observed = observed

    def read(self, today: date) -> tuple[Observation, ...]:
        """The observations in order; empty where there are none. Raises Unusable."""
        found: list[Observation] = []
        entries = () if self._observed is None or is_empty(self._observed.value) else self._reader.items(self._observed.value)
        for item in entries:
            before = len(self._reader.problems)
            observation = self._observation(item, today, found[-1] if found else None)
            if observation is None or len(self._reader.problems) > before:
                break  # what comes after a look that cannot be read means nothing
            found.append(observation)
        self._reader.finish()
        return tuple(found)

    def _observation(self, node: Node, today: date, before: Observation | None) -> Observation | None:
        keys = ("look", "on", *COUNTED) if self._pilot.against is None else ("look", "on", *self._pilot.arms())
        found = self._reader.fields(node, keys)
        self._complete(node, found, keys, before)
        number = self._fields.whole(found, "look")
        look = self._look(found, number, before) if number is not None else None
        on = self._day(found["on"].value, look, today, before) if "on" in found and look is not None else None
        if look is None or on is None:
            return None
        tried, against = self._counts(node, found, look, before)
        return None if tried is None else Observation(look.look, on, tried, against)

    def _complete(self, node: Node, found: MappingType[str, Entry], keys: Iterable[str], before: Observation | None) -> None:
        """The first key that is missing, with the count that is due as it would be written."""
        due = self._pilot.looks[min(before.look if before else 0, len(self._pilot.looks) - 1)]
        for key in keys:
            if key not in found and not self._reader.problems:
                self._reader.report("pilot-count-missing", node.span, key=key, example=example(self._pilot, due))

    def _look(self, found: MappingType[str, Entry], number: int, before: Observation | None) -> Look | None:
        """The declared look; every look comes after the one before, unless that one decided."""
        span, declared = found["look"].value.span, [look.look for look in self._pilot.looks]
        due = before.look + 1 if before else 1
        if number not in declared:
            self._reader.report("pilot-look-undeclared", span, found=number, known=tuple(map(str, declared)))
        elif before is not None and (decision := decide(self._pilot, before)) in ("adopt", "stop"):
            self._reader.report("pilot-over", span, look=before.look, decision=decision)
        elif number != due:
            self._reader.report("pilot-look-order", span, found=number, due=due)
        else:
            return self._pilot.looks[number - 1]
        return None

    def _day(self, node: Node, look: Look | None, today: date, before: Observation | None) -> date | None:
        on = self._reader.day(node)
        if on is None or look is None:
            return None
        if on > today:
            self._reader.report("pilot-future", node.span, found=on.isoformat(), today=today.isoformat())
        elif on < self._pilot.starts_on:
            self._reader.report("pilot-before-start", node.span, found=on.isoformat(), start=self._pilot.starts_on.isoformat())
        elif on < look.not_before:
            self._reader.report("pilot-too-soon", node.span, look=look.look, day=look.not_before.isoformat())
        elif before is not None and on < before.on:
            self._reader.report("pilot-backwards", node.span, found=on.isoformat(), before=before.on.isoformat())
        return on

    def _counts(self, node: Node, found: MappingType[str, Entry], look: Look, before: Observation | None) -> tuple[Count | None, Count | None]:
        if self._pilot.against is None:
            return self._count(found, look, before.tried if before else None), None
        counts = []
        for arm, earlier in zip(self._pilot.arms(), (before.tried, before.against) if before else (None, None), strict=True):
            entries = self._reader.fields(found[arm].value, COUNTED) if arm in found else {}
            self._complete(found[arm].value if arm in found else node, entries, COUNTED, before)
            counts.append(self._count(entries, look, earlier))
        return counts[0], counts[1]

    def _count(self, found: MappingType[str, Entry], look: Look, before: Count | None) -> Count | None:
        x, n = (self._fields.whole(found, key) for key in COUNTED)
        if x is None or n is None:
            return None
        counted, out_of = (found[key].value.span for key in COUNTED)
        if x > n:
            self._reader.report("pilot-more-than-all", counted, x=x, n=n)
        elif n != look.n:
            self._reader.report("pilot-look-size", out_of, look=look.look, n=n, declared=look.n)
        elif before is not None and not 0 <= x - before.x <= n - before.n:
            self._reader.report("pilot-count-moved", counted, x=x, n=n, x_before=before.x, n_before=before.n)
        return Count(x, n)
