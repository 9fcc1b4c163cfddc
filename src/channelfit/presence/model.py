"""A presence: a share of an audience, on what grounds, and how surely."""

from typing import Literal, TypeAlias

from msgspec import Struct

Basis: TypeAlias = Literal["measured", "estimated", "judged", "assumed"]


class Share(Struct, frozen=True):
    """The share of an audience that is there and can be reached there, 0 to 1, with its interval.

    `evidence` names the figures it rests on, `rules` the judgements; `samples` is how many answers it is worth; `weighted`
    says that age bands were weighted by the people of a territory.
    """

    share: float
    low: float
    high: float
    basis: Basis
    samples: float
    evidence: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    weighted: bool = False


class Stratum(Struct, frozen=True):
    """People of an age band in a territory; the count may be in any unit."""

    ages: tuple[int, int | None]
    count: float


Territory: TypeAlias = tuple[Stratum, ...]
