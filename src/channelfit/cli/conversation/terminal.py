"""What a conversation needs of a terminal. The script knows nothing else of it, so that it can be followed without one."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeAlias

from msgspec import Struct

BACK, UNKNOWN, ENOUGH, NONE = "<", "?", "!", "0"  # what can be answered instead: one question back, nobody knows, answer now, none of these

Check: TypeAlias = Callable[[str], str | None]
"""What is wrong with a text, or None."""


class Option(Struct, frozen=True):
    """A line to choose: what it stands for, what is read, and what else finds it when somebody types."""

    value: str
    label: str
    also: tuple[str, ...] = ()


class Terminal(Protocol):
    """Asks. Raises KeyboardInterrupt when interrupted, EOFError at the end of input."""

    def tell(self, text: str) -> None:
        """Says something."""

    def pick(self, message: str, options: Sequence[Option], default: str | None = None) -> str:
        """One of the options; `default` is the one to start from, else the first."""
        ...

    def tick(self, message: str, options: Sequence[Option], *, at_least_one: bool = False) -> tuple[str, ...]:
        """Any of the options, in their order."""
        ...

    def write(self, message: str, default: str, check: Check) -> str:
        """A text that passes the check."""
        ...
