"""Presence from surveys, in this order: the best comparable figure of this country, the best one elsewhere moved to it.

Of this country, a figure for the audience comes before age bands weighted by the people of a territory, unless the bands are
at least as good: they must be of one survey, lie in the audience, and tell parts of it apart.
"""

from collections import defaultdict
from collections.abc import Iterable
from copy import copy
from datetime import date
from math import isclose
from typing import NamedTuple

from channelfit.method.update import weight_of_age
from channelfit.presence.interval import expit, logit, wilson
from channelfit.presence.model import Basis, Share, Territory
from channelfit.presence.strata import Asked, Post, closed, common, overlap, post_stratify
from channelfit.presence.surface import surface_factor
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Evidence, Sheet, Term

ANY_AGE_GROUP = "general"
DAYS_A_YEAR = 365.25


class Weighed(NamedTuple):
    """A figure and how well it answers the question at hand (1: exactly, today, by our own count)."""

    row: Evidence
    quality: float


class Surveys:
    """What surveys say, as of an edition. Answers are kept: a look-up is asked many times with the same words."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._method = edition.rulebook.method
        self.aged = {ANY_AGE_GROUP} | {term.id for term in edition.audiences.values() if term.asked_ages is not None}
        self._everybody = [term for term in edition.audiences.values() if term.surveyed_ages is not None and not term.broader]
        self._usable: dict[str, tuple[Weighed, ...]] = {}
        self._weighed: dict[tuple[str, str], tuple[Weighed, ...]] = {}
        self._kept: dict[tuple[str, str, Territory | None], tuple[Share | None, Share | None]] = {}

    def in_country(self, edition: Edition) -> "Surveys":
        """The same surveys asked in another country; how good a figure is does not hang on who asks."""
        other = copy(self)
        other.__dict__.update(_edition=edition, _kept={})
        return other

    def here(self, sheet: Sheet, audience: Term, territory: Territory | None) -> Share | None:
        """Measured in this country, or estimated from elsewhere and moved to this country's total."""
        return self._both(sheet, audience, territory)[0]

    def elsewhere(self, sheet: Sheet, audience: Term, territory: Territory | None) -> Share | None:
        """Another country's figure as it stands, when nothing here can correct it."""
        return self._both(sheet, audience, territory)[1]

    def around(self, sheet: Sheet, ages: tuple[int, int | None]) -> list[tuple[int, int | None]]:
        """The age bands of surveys that a band lies in, narrowest first; none that is everybody, who tell nothing of an age."""
        inner, whole = closed(ages, self._method), [closed(term.asked_ages, self._method) for term in self._everybody if term.asked_ages is not None]
        bands = {weighed.row.ages for weighed in self._rows(sheet) if weighed.row.ages is not None and weighed.row.who in self.aged}
        wider = {band: closed(band, self._method) for band in bands if band != ages}
        parts = (band for band, full in wider.items() if all(overlap(full, all_ages) < self._method.age_overlap for all_ages in whole))
        return sorted((band for band in parts if common(inner, wider[band]) == inner), key=lambda band: (wider[band][1] - wider[band][0], band[0]))

    def _both(self, sheet: Sheet, audience: Term, territory: Territory | None) -> tuple[Share | None, Share | None]:
        key = (sheet.id, audience.id, territory)
        if key not in self._kept:
            rows = self._weigh(sheet, audience)
            self._kept[key] = (
                self._measured(rows, sheet, audience, territory) or self._moved(rows, sheet, audience),
                self._borrowed(rows, sheet),
            )
        return self._kept[key]

    def _measured(self, rows: Iterable[Weighed], sheet: Sheet, audience: Term, territory: Territory | None) -> Share | None:
        best = self._best(weighed for weighed in rows if weighed.row.country == self._edition.country)
        post = self._weighted(sheet, audience, territory) if territory is not None and audience.asked_ages is not None else None
        if post is not None and (best is None or post.quality >= best.quality or isclose(post.quality, best.quality)):
            return self._share(sheet, post.share, min(post.samples, self._method.samples_cap), "measured", post.evidence, weighted=True)
        return self._share(sheet, best.row.share, self._samples(best), "measured", (best.row.id,)) if best else None

    def _weighted(self, sheet: Sheet, audience: Term, territory: Territory) -> Post | None:
        """Age bands of one survey of this country, weighted by the territory's population; the best of such surveys."""
        tables: defaultdict[tuple[str, int, str], list[Asked]] = defaultdict(list)
        for weighed in self._rows(sheet):
            row = weighed.row
            if row.country == self._edition.country and row.ages is not None and row.who in self.aged:
                tables[row.source, row.year, row.period].append(Asked(row, weighed.quality, self._samples(weighed)))
        found = (post_stratify(table, audience, territory, self._method) for table in tables.values())
        return max((post for post in found if post is not None), key=lambda post: (post.quality, post.evidence), default=None)

    def _moved(self, rows: Iterable[Weighed], sheet: Sheet, audience: Term) -> Share | None:
        """The age profile of another country, moved on the log-odds scale to this country's total."""
        total_here = self._total(sheet, self._edition.country)
        if audience.asked_ages is None or total_here is None:
            return None
        best: tuple[Weighed, Weighed] | None = None
        for weighed in sorted(rows, key=_preference, reverse=True):
            if weighed.row.country == self._edition.country:
                continue
            total_there = self._total(sheet, weighed.row.country, like=weighed.row)
            if total_there is not None:
                best = (weighed, total_there)
                break
        if best is None:
            return None
        there, total = best
        share = expit(logit(there.row.share) - logit(total.row.share) + logit(total_here.row.share))
        ids = tuple(dict.fromkeys((there.row.id, total.row.id, total_here.row.id)))
        return self._share(sheet, share, self._method.samples_estimated, "estimated", ids)

    def _borrowed(self, rows: Iterable[Weighed], sheet: Sheet) -> Share | None:
        best = self._best(weighed for weighed in rows if weighed.row.country != self._edition.country)
        return self._share(sheet, best.row.share, self._method.samples_borrowed, "estimated", (best.row.id,)) if best else None

    def _total(self, sheet: Sheet, country: str | None, like: Evidence | None = None) -> Weighed | None:
        """The best figure for everybody in a country; with `like`, from the same survey and question."""
        rows = (
            weighed
            for everybody in self._everybody
            for weighed in self._weigh(sheet, everybody)
            if weighed.row.country == country
            and (like is None or (weighed.row.source, weighed.row.year, weighed.row.period) == (like.source, like.year, like.period))
        )
        return self._best(rows)

    def _weigh(self, sheet: Sheet, audience: Term) -> tuple[Weighed, ...]:
        """The figures that speak of the audience on the channel or its network, as good as the method asks."""
        place = sheet.id if sheet.id in self._edition.evidence_on else sheet.network
        if place is None:
            return ()
        if (place, audience.id) not in self._weighed:
            matched = (Weighed(usable.row, usable.quality * self._match(usable.row, audience)) for usable in self._rows(sheet))
            self._weighed[place, audience.id] = tuple(weighed for weighed in matched if weighed.quality >= self._method.comparable_from)
        return self._weighed[place, audience.id]

    def _rows(self, sheet: Sheet) -> tuple[Weighed, ...]:
        """The figures on the channel or its network that are good enough for somebody."""
        on = self._edition.evidence_on
        place = sheet.id if sheet.id in on or sheet.network is None else sheet.network
        if place not in self._usable:
            rows = (*on.get(sheet.id, ()), *(on.get(sheet.network, ()) if sheet.network is not None else ()))
            weighed = (Weighed(row, self._quality(row, sheet)) for row in rows if row.group is None and row.counted is None)
            self._usable[place] = tuple(item for item in weighed if item.quality >= self._method.comparable_from)
        return self._usable[place]

    def _match(self, row: Evidence, audience: Term) -> float:
        """How far the people of a figure are the audience: 1 for the same, the overlap of age bands, 0 for others."""
        asked = audience.asked_ages
        if asked is None or row.ages is None:
            return 1.0 if row.who == audience.id else 0.0
        if row.who not in self.aged:
            return 0.0
        alike = overlap(closed(row.ages, self._method), closed(asked, self._method))
        return alike if alike >= self._method.age_overlap else 0.0

    def _quality(self, row: Evidence, sheet: Sheet) -> float:
        period = self._method.periods.get(sheet.kind, {}).get(row.period, 0.0)
        regional = self._method.regional if row.region is not None else 1.0
        return period * self._method.bases.get(row.base, 0.0) * self._method.grades[row.how_verified] * regional * self._ageing(row, sheet)

    def _ageing(self, row: Evidence, sheet: Sheet) -> float:
        """A local survey ages from the day it ended, the others from the middle of their year."""
        since = date(row.year, 7, 1) if row.counted is None else row.counts_from
        return weight_of_age((self._edition.as_of - since).days / DAYS_A_YEAR, self._method.half_life_years[sheet.kind], 1.0)

    def weight_of_count(self, row: Evidence, sheet: Sheet) -> float:
        """What an answer of one's own survey is worth: less as it ages, and where it asked for another period or other people."""
        period = self._method.periods.get(sheet.kind, {}).get(row.period, 0.0)
        return period * self._method.bases.get(row.base, 0.0) * self._ageing(row, sheet)

    def worth(self, name: str, sheet: Sheet, comparability: float) -> float:
        """The answers a figure is worth, where somebody says how far it asked the same."""
        row = self._edition.evidence[name]
        asked = self._method.samples_unstated if row.n is None else row.n
        return min(asked * comparability * self._ageing(row, sheet), self._method.samples_cap)

    def _samples(self, weighed: Weighed) -> float:
        asked = self._method.samples_unstated if weighed.row.n is None else weighed.row.n
        return max(1.0, min(asked * weighed.quality, self._method.samples_cap))

    def _share(self, sheet: Sheet, share: float, samples: float, basis: Basis, evidence: tuple[str, ...], *, weighted: bool = False) -> Share:
        low, high = wilson(share, samples, self._method.interval_z)
        factor = surface_factor(sheet, evidence, self._edition)
        return Share(share * factor, low * factor, high * factor, basis, samples, evidence, weighted=weighted)

    def _best(self, rows: Iterable[Weighed]) -> Weighed | None:
        return max(rows, key=_preference, default=None)


def _preference(weighed: Weighed) -> tuple[float, int, str]:
    return weighed.quality, weighed.row.year, weighed.row.id
