"""What a request for an account is asked, what stops it, and what is offered instead."""

from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

from channelfit.conditions.model import Condition, Known
from channelfit.rulebook.checks import Basis, Limit
from channelfit.rulebook.text import Text

Effect: TypeAlias = Literal["refuse", "redirect", "defer", "pilot"]


class Question(Struct, frozen=True):
    """One of the questions. `fields` must be answered; `also` may be. A stop at the `gate` refuses whatever else is true."""

    id: str
    ask: Text
    purpose: Text
    fields: tuple[str, ...]
    sources: tuple[str, ...]
    also: tuple[str, ...] = ()
    gate: bool = False


class Alternative(Struct, frozen=True):
    """Something else than an account. `named_by` is the fact that holds the ids of what it is in this organisation, where that is known."""

    id: str
    label: Text
    means: Text
    sources: tuple[str, ...]
    named_by: str | None = None


class Stop(Struct, frozen=True):
    """When an answer speaks against the account as it was asked for, what follows, why, and what would do instead.

    `to` names channels and alternatives, best first; `remedy` is what the service may do about it, in words.
    """

    id: str
    family: str
    question: str
    outcome: Effect
    since: date
    review_by: date
    when: Condition
    because: Text
    remedy: Text
    sources: tuple[str, ...]
    to: tuple[str, ...] = ()
    until: date | None = None
    unless: Condition | None = None
    jurisdiction: tuple[str, ...] | None = None
    limit: Limit | None = None
    origin: str = ""


class PathStep(Struct, frozen=True):
    """A step from an account found in the wild to one that is in order: who does what, how many days after it was found.

    `checks` are those of the audit that notice when it was not done. `kinds` of accounts have steps of their own, and no others.
    """

    id: str
    days: int
    basis: Basis
    owner: Text
    do: Text
    checks: tuple[str, ...]
    sources: tuple[str, ...]
    kinds: tuple[str, ...] = ()


class Screening(Struct, frozen=True):
    """All that the screening knows. `phrases` are words by which a sentence is recognised, each kind a fact of its own."""

    questions: tuple[Question, ...] = ()
    stops: tuple[Stop, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    phrases: dict[str, tuple[str, ...]] = {}
    regularisation: tuple[PathStep, ...] = ()

    def path(self, kind: Known | None) -> tuple[PathStep, ...]:
        """The steps for a kind of account found in the wild."""
        own = tuple(step for step in self.regularisation if kind in step.kinds)
        return own or tuple(step for step in self.regularisation if not step.kinds)

    def question(self, name: str) -> Question:
        return next(question for question in self.questions if question.id == name)
