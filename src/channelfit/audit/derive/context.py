"""What derivations may know beyond the facts of their subject."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol

from msgspec import Struct

from channelfit.conditions.holds import Facts
from channelfit.conditions.model import Known


class Served(Struct, frozen=True):
    """How a goal is served for some audiences: by each channel, 0 to 100."""

    scores: Mapping[str, float]
    best: str | None


class Advice(Protocol):
    """The advice engine as the audit asks it."""

    def presence(self, channel: str, audience: str) -> float | None:
        """The share of an audience on a channel in percent, or None where nobody measured or judged it."""

    def exists(self, channel: str) -> bool:
        """Whether the channel still exists that day in that country."""

    def served(self, goal: str, audiences: Sequence[str]) -> Served: ...


class Context(Struct):
    """The day, the vocabulary, the advice engine, and the accounts side by side.

    The accounts come once all are read; with them `items`, which makes facts of a record of some kind, those derived
    from it included.
    """

    today: date
    goals: frozenset[str]
    audiences: frozenset[str]
    advice: Advice
    accounts: Sequence[Facts] | None = None
    items: Callable[[str | None, Mapping[str, Known]], Facts | Mapping[str, Known]] | None = None
