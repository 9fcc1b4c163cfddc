"""Post-stratification: the age bands of a survey weighted by the people of a territory."""

from collections.abc import Iterable
from functools import cache
from math import fsum
from typing import NamedTuple

from channelfit.presence.model import Territory
from channelfit.rulebook.hierarchy import years
from channelfit.rulebook.model import Evidence, Method, Term


class Asked(NamedTuple):
    """A figure of a survey, how well it answers today (1: exactly), and the answers it is worth."""

    row: Evidence
    quality: float
    samples: float


class Post(NamedTuple):
    """A share weighted by people. `quality` is that of its bands, people for people, times how far their years are the audience's."""

    share: float
    quality: float
    samples: float
    evidence: tuple[str, ...]


def post_stratify(rows: Iterable[Asked], audience: Term, territory: Territory, method: Method) -> Post | None:
    """P = Σ W_h p_h and Var = Σ W_h² Var_h over the audience's people in each band (Gelman et al., BDA3, ch. 8).

    Only bands that lie in the audience count, and two of them at least must have people. None when they miss too much of it.
    """
    assert audience.asked_ages is not None
    asked = years(audience.asked_ages)
    within = [band for band in rows if _is_part(band.row, audience, method)]
    counted = [(people_in(territory, method.strata_open_end, common(years(band.row.ages or asked), asked)), band) for band in _side_by_side(within)]
    peopled = [(people, band) for people, band in counted if people > 0]
    everybody, covered = people_in(territory, method.strata_open_end, asked), fsum(people for people, _ in peopled)
    if len(peopled) < 2 or covered < method.strata_coverage * everybody:
        return None
    parts = [(people / covered, band) for people, band in peopled]
    mean = fsum(part * band.row.share for part, band in parts)
    variance = fsum(part**2 * band.row.share * (1 - band.row.share) / band.samples for part, band in parts)
    worth = mean * (1 - mean) / variance if variance > 0 else fsum(band.samples for _, band in parts)
    quality = fsum(part * band.quality for part, band in parts) * _match([band.row for _, band in parts], audience, method)
    return Post(mean, quality, worth * covered / everybody, tuple(band.row.id for _, band in parts))


def _is_part(row: Evidence, audience: Term, method: Method) -> bool:
    """Whether a band lies in the audience, as far as the method asks, and is not by the same measure the audience itself."""
    if row.ages is None or audience.asked_ages is None:
        return False
    band, whole = closed(row.ages, method), closed(audience.asked_ages, method)
    inside = overlap(common(band, whole) or (0, -1), band)
    return inside >= method.age_overlap > overlap(band, whole)


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


def _match(rows: Iterable[Evidence], audience: Term, method: Method) -> float:
    """The measure of one band for bands side by side: the years they share with the audience, as a part of all that they span with it."""
    whole = closed(audience.asked_ages or (0, None), method)
    bands = [closed(row.ages, method) for row in rows if row.ages is not None]
    shared = sum(high - low + 1 for low, high in filter(None, (common(band, whole) for band in bands)))
    return shared / (max(high for _, high in (whole, *bands)) - min(low for low, _ in (whole, *bands)) + 1)


def _side_by_side(rows: Iterable[Asked]) -> list[Asked]:
    """The narrowest bands that do not overlap, youngest first."""
    chosen: list[Asked] = []
    for band in sorted(rows, key=lambda band: (_width(band.row), band.row.id)):
        if band.row.ages is not None and not any(common(years(band.row.ages), years(other.row.ages)) for other in chosen if other.row.ages):
            chosen.append(band)
    return sorted(chosen, key=lambda band: years(band.row.ages or (0, None)))


def _width(row: Evidence) -> int:
    low, high = years(row.ages or (0, None))
    return high - low


def closed(ages: tuple[int, int | None], method: Method) -> tuple[int, int]:
    """An age band whose open end is where the method takes lives to end."""
    low, high = ages
    return low, max(low, method.strata_open_end) if high is None else high


@cache
def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """The years two age bands share, as a part of the years they span together."""
    shared = min(one[1], other[1]) - max(one[0], other[0]) + 1
    spanned = max(one[1], other[1]) - min(one[0], other[0]) + 1
    return max(0.0, shared / spanned)


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
