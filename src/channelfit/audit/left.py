"""What is left of a check for one sort of account, looked at for each of them."""

from collections import Counter
from typing import NamedTuple

from channelfit.audit.examine import COUNTRY, Subject
from channelfit.audit.facts import Facts
from channelfit.audit.tally import Tally
from channelfit.conditions.holds import holds, subjects
from channelfit.conditions.model import Condition
from channelfit.rulebook.checks import Check

KEPT = 10_000  # outcomes a check remembers
Unknown = tuple[str, ...]


class Left(NamedTuple):
    """The conditions that are left; `nowhere` where it is not known whether the law of the check applies."""

    when: Condition
    unless: Condition | None
    nowhere: bool


class Outcome(NamedTuple):
    """`due` is None where it depends on what is not declared: the facts `unknown`."""

    due: bool | None
    unknown: Unknown = ()


class Open:
    """A check with the outcomes it has had. Accounts with the same values in the fields it reads have the same outcome.

    `reads` is None where there is nothing to remember: lists of records are as good as unique.
    """

    def __init__(self, check: Check, left: Left, reads: tuple[str, ...] | None) -> None:
        self.check = check
        self._left = left
        self._reads = reads
        self._names = tuple(dict.fromkeys(subjects(check.when)))
        self._seen: dict[tuple[object, ...], Outcome] = {}
        self._decided = 0
        self._unknown: Counter[Unknown] = Counter()
        self._missing: dict[Unknown, tuple[str, ...]] = {}

    def due(self, facts: Facts) -> bool:
        """Whether a finding is due."""
        outcome = self._outcome(facts)
        if outcome.due is None:
            self._leave_open(outcome.unknown, facts)
            return False
        self._decided += 1
        return outcome.due

    def count(self, tally: Tally) -> None:
        tally.decide(self.check.id, self._decided)
        for unknown, times in self._unknown.items():
            tally.leave_open(self.check.id, self._missing[unknown], times)
        self._decided = 0
        self._unknown.clear()

    def _outcome(self, facts: Facts) -> Outcome:
        if self._reads is None:
            return self._judge(facts)
        given = facts.given
        key = tuple([given[name] for name in self._reads])
        outcome = self._seen.get(key)
        if outcome is None:
            if len(self._seen) >= KEPT:
                self._seen.clear()
            outcome = self._seen[key] = self._judge(facts)
        return outcome

    def _judge(self, facts: Facts) -> Outcome:
        due = holds(self._left.when, facts)
        if due is False or (self._left.unless is not None and holds(self._left.unless, facts)):
            return Outcome(False)
        if self._left.nowhere:
            return Outcome(None, (COUNTRY,))
        return Outcome(True) if due else Outcome(None, tuple([name for name in self._names if facts.get(name) is None]))

    def _leave_open(self, unknown: Unknown, facts: Subject) -> None:
        """What is missing is found once for all accounts of the sort that miss the same."""
        if unknown not in self._missing:
            self._missing[unknown] = tuple(dict.fromkeys(facts.missing(unknown)))
        self._unknown[unknown] += 1
