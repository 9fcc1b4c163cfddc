"""What a condition is. Declared in YAML, compared by `holds`, never executed."""

from typing import Literal, TypeAlias

from msgspec import Struct

FactValue: TypeAlias = str | int | float | bool | tuple[str, ...]
Operator: TypeAlias = Literal["in", "not_in", "below", "at_least", "above", "at_most", "known"]

GOAL = "goal"
AUDIENCE = "audience"


class Compare(Struct, frozen=True, tag="compare"):
    """One comparison of a fact, the goal or the audience at hand with given values.

    A list of texts compared with `in` holds when they share an element.
    """

    subject: str
    operator: Operator
    values: tuple[str | int | float | bool, ...]


class All(Struct, frozen=True, tag="all"):
    of: tuple["Condition", ...]


class Any(Struct, frozen=True, tag="any"):
    of: tuple["Condition", ...]


class Not(Struct, frozen=True, tag="not"):
    of: "Condition"


Condition: TypeAlias = Compare | All | Any | Not
ALWAYS = All(())
