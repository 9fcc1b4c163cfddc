"""A fact that is worth asking for."""

from msgspec import Struct


class Question(Struct, frozen=True):
    """A fact not given that can change who comes first.

    `may_change` are the channels that would enter, leave or change place among the first; `swing` is the largest change of score
    of any of them, 0 to 100. `alone` is False where it takes a second answer besides.
    """

    fact: str
    may_change: tuple[str, ...]
    swing: float
    alone: bool = True
