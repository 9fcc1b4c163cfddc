"""Post-stratification: the age bands of a survey weighted by the people of a territory."""

from collections.abc import Iterable
from typing import NamedTuple

from channelfit.presence.model import Territory
from channelfit.rulebook.hierarchy import years
from channelfit.rulebook.model import Evidence, Method, Term


class Post(NamedTuple):
    share: float
    samples: float
    evidence: tuple[str, ...]


def post_stratify(rows: Iterable[tuple[Evidence, float]], audience: Term, territory: Territory, method: Method) -> Post | None:
    """P = Σ W_h p_h and Var = Σ W_h² Var_h over the audience's people in each band (Gelman et al., BDA3, ch. 8).

    `rows` come with the answers each is worth. None when the bands miss too much of the audience.
    """
    assert audience.asked_ages is not None
    bands = _side_by_side(rows)
    weights = [
        people_in(territory, method.strata_open_end, common(years(row.ages), years(audience.asked_ages))) for row, _ in bands if row.ages is not None
    ]
    everybody = people_in(territory, method.strata_open_end, years(audience.asked_ages))
    if len(bands) < 2 or everybody <= 0 or sum(weights) < method.strata_coverage * everybody:
        return None
    shares = [(weight / sum(weights), row, samples) for (row, samples), weight in zip(bands, weights, strict=True) if weight > 0]
    mean = sum(weight * row.share for weight, row, _ in shares)
    variance = sum(weight**2 * row.share * (1 - row.share) / samples for weight, row, samples in shares)
    worth = mean * (1 - mean) / variance if variance > 0 else sum(samples for _, _, samples in shares)
    return Post(mean, worth, tuple(row.id for _, row, _ in shares))


class AgePart(NamedTuple):
    """An age band of an audience, and the part of the audience that it is."""

    ages: tuple[int, int | None]
    part: float


def age_parts(audience: Term, territory: Territory, method: Method) -> tuple[AgePart, ...]:
    """The bands of a territory as far as they lie in an audience that ages define; the parts add up to 1. None of them when nobody does."""
    asked = audience.asked_ages
    bands = [_within(stratum.ages, asked) for stratum in territory] if asked is not None else []
    counted = [(band, people_in(territory, method.strata_open_end, years(band))) for band in bands if band is not None]
    everybody = sum(people for _, people in counted)
    return tuple(AgePart(band, people / everybody) for band, people in counted if people > 0)


def _within(band: tuple[int, int | None], asked: tuple[int, int | None]) -> tuple[int, int | None] | None:
    """The years that two bands share; open only where both are."""
    shared = common(years(band), years(asked))
    if shared is None:
        return None
    return shared[0], None if band[1] is None and asked[1] is None else shared[1]


def _side_by_side(rows: Iterable[tuple[Evidence, float]]) -> list[tuple[Evidence, float]]:
    """The narrowest bands that do not overlap, youngest first."""
    chosen: list[tuple[Evidence, float]] = []
    for row, samples in sorted(rows, key=lambda item: (_width(item[0]), item[0].id)):
        if row.ages is not None and not any(common(years(row.ages), years(other.ages)) for other, _ in chosen if other.ages):
            chosen.append((row, samples))
    return sorted(chosen, key=lambda item: years(item[0].ages or (0, None)))


def _width(row: Evidence) -> int:
    low, high = years(row.ages or (0, None))
    return high - low


def common(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int] | None:
    low, high = max(one[0], other[0]), min(one[1], other[1])
    return (low, high) if low <= high else None


def people_in(territory: Territory, open_end: int, band: tuple[int, int] | None) -> float:
    """People of the territory in a band, taking each stratum as evenly aged."""
    if band is None:
        return 0.0
    total = 0.0
    for stratum in territory:
        low, high = years(stratum.ages)
        if stratum.ages[1] is None:
            high = max(low, open_end)
        shared = common((low, high), band)
        if shared is not None:
            total += stratum.count * (shared[1] - shared[0] + 1) / (high - low + 1)
    return total
