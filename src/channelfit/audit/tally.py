"""Counts what was decided and what was not, and which field would decide most."""

from collections import Counter
from collections.abc import Iterable

from channelfit.audit.model import Coverage, Wanted
from channelfit.rulebook.checks import Check


class Tally:
    def __init__(self) -> None:
        self.decided: Counter[str] = Counter()
        self.not_declared: Counter[str] = Counter()
        self.alone: Counter[str] = Counter()
        self.among: Counter[str] = Counter()

    def decide(self, check: str, times: int = 1) -> None:
        self.decided[check] += times

    def leave_open(self, check: str, fields: tuple[str, ...], times: int = 1) -> None:
        self.not_declared[check] += times
        if len(fields) == 1:
            self.alone[fields[0]] += times
        self.among.update(dict.fromkeys(fields, times))

    def add(self, other: "Tally") -> None:
        for mine, theirs in zip(self.counters(), other.counters(), strict=True):
            mine.update(theirs)

    def coverage(self, checks: Iterable[Check]) -> tuple[Coverage, ...]:
        return tuple(Coverage(check.id, self.decided[check.id], self.not_declared[check.id]) for check in checks)

    def wanted(self) -> tuple[Wanted, ...]:
        """Fields worth declaring, the one that alone decides most first."""
        fields = sorted(self.among, key=lambda name: (-self.alone[name], -self.among[name], name))
        return tuple(Wanted(name, self.alone[name], self.among[name]) for name in fields)

    def counters(self) -> tuple[Counter[str], ...]:
        return self.decided, self.not_declared, self.alone, self.among
