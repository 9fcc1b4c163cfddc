"""What goes with an answer: how sure it is, and what would change it. Ids and numbers only: prose is rendered last."""

from typing import Literal, TypeAlias

from msgspec import Struct

from channelfit.advice.question import Question
from channelfit.conditions.model import FactValue
from channelfit.presence.model import Basis

What: TypeAlias = Literal["presence", "fit", "weight", "fact"]
Bound: TypeAlias = Literal[">=", "<=", "="]


class Stability(Struct, frozen=True):
    """In which part of the draws a channel is first, and among the first `podium` of the method."""

    first: float
    podium: float


class Pair(Struct, frozen=True):
    """Two channels, the better ranked one first, and in which part of the draws it is ahead."""

    one: str
    other: str
    ahead: float


class Unsure(Struct, frozen=True):
    """A survey, judgement or guess on an audience, and the standard deviation it leaves, 0 to 100, over the first channels."""

    audience: str
    channels: tuple[str, ...]
    basis: Basis
    rests_on: tuple[str, ...]
    doubt: float


class Certainty(Struct, frozen=True):
    """`stability` is by channel, the best ranked first; `alike` cannot be told apart; `unsure` is what to measure, worst first."""

    stability: dict[str, Stability]
    pairs: tuple[Pair, ...]
    alike: tuple[Pair, ...]
    unsure: tuple[Unsure, ...]


class Flip(Struct, frozen=True):
    """One change that is enough. `name` is an audience, goal/audience, a goal or audience, or a fact; `needed` is exact, `value` said."""

    what: What
    name: str
    bound: Bound
    value: FactValue
    now: float = 0.0
    needed: float = 0.0

    def __str__(self) -> str:
        """For scripts: presence:residents>=0.63, fit:service-alerts/residents>=+2, weight:media-relations>=0.71, fact:exchange=dialogue."""
        value = f"{self.value:+d}" if self.what == "fit" and isinstance(self.value, int) else _plain(self.value)
        return f"{self.what}:{self.name}{self.bound}{value}"


def _plain(value: FactValue) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return ",".join(value) if isinstance(value, tuple) else f"{value:.15g}" if isinstance(value, float) else str(value)


class WhyNot(Struct, frozen=True):
    """The rows a channel loses to the first, the changes each of which would put it first, and the facts that would admit it if excluded."""

    channel: str
    loses_on: tuple[str, ...]
    flips: tuple[Flip, ...]
    admitted_by: tuple[Flip, ...] = ()


class WhyNots(Struct, frozen=True):
    """What was asked for and is not first, by channel; the best ranked of those that are not first, if any."""

    asked: dict[str, WhyNot]
    runner_up: WhyNot | None = None


class Outlook(Struct, frozen=True):
    """Each part is None where it was not asked for. `questions` are the facts worth asking for, the largest swing first."""

    certainty: Certainty | None = None
    why_not: WhyNots | None = None
    questions: tuple[Question, ...] | None = None


NO_OUTLOOK = Outlook()
