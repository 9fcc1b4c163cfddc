"""What a condition is. Declared in YAML, compared by `holds`, never executed."""

from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

FactValue: TypeAlias = str | int | float | bool | tuple[str, ...]
Operator: TypeAlias = Literal["in", "not_in", "below", "at_least", "above", "at_most", "known", "none"]

GOAL = "goal"
AUDIENCE = "audience"
ABSENT: tuple[str, ...] = ()  # declared, and nothing there: an empty list, a key written with nothing


class Between(Struct, frozen=True):
    """A number known only within bounds, both possible."""

    low: float
    high: float


Known: TypeAlias = FactValue | Between | date | tuple[object, ...]


class Compare(Struct, frozen=True, tag="compare"):
    """One comparison of a fact, the goal or the audience at hand with given values.

    A list of texts compared with `in` holds when they share an element; `none` holds when the fact is declared absent.
    """

    subject: str
    operator: Operator
    values: tuple[str | int | float | bool, ...]


class Against(Struct, frozen=True, tag="against"):
    """One comparison of a fact with another fact, or with the limit of the check at hand."""

    subject: str
    operator: Operator
    other: str


class All(Struct, frozen=True, tag="all"):
    of: tuple["Condition", ...]


class Any(Struct, frozen=True, tag="any"):
    of: tuple["Condition", ...]


class Not(Struct, frozen=True, tag="not"):
    of: "Condition"


Condition: TypeAlias = Compare | Against | All | Any | Not
ALWAYS = All(())
