"""One's own survey updates the figures of the country: each age band first, then all of them weighted by the people there are."""

from collections.abc import Iterable, Sequence
from itertools import starmap
from math import fsum
from typing import NamedTuple

from msgspec.structs import replace

from channelfit.method.beta import Beta, beta_of
from channelfit.method.poststratify import Estimate, believed, kish_samples, poststratified
from channelfit.method.update import pooled, power_prior, predictive_tail
from channelfit.presence.interval import confidence, interior
from channelfit.presence.measured import Surveys
from channelfit.presence.model import Share, Territory
from channelfit.presence.strata import closed, common, overlap, people_in
from channelfit.presence.surface import surface_factor
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.hierarchy import years
from channelfit.rulebook.model import Counted, Evidence, Sheet, Term


class Band(NamedTuple):
    """A group that was asked: what surveys said before, if anything, and what is known now. `weight` is what an answer is worth by now."""

    row: Evidence
    before: Share | None
    prior: Beta
    known: Beta
    weight: float

    @property
    def tail(self) -> float:
        """How likely so odd a count was, were the figure of the surveys true here."""
        assert self.row.n is not None
        return predictive_tail(self.prior, _counted(self.row).said, self.row.n)


class Local(NamedTuple):
    """An audience at a place: its bands and their parts, which add up to 1. `weighted`: by the people there are; otherwise by those who answered."""

    bands: tuple[Band, ...]
    parts: tuple[float, ...]
    estimate: Estimate
    weighted: bool

    @property
    def known(self) -> Beta:
        return beta_of(self.estimate.mean, self.estimate.samples)

    @property
    def counted(self) -> tuple[float, float]:
        """The count alone: its share, and how many evenly spread answers it is worth."""
        asked = [float(band.row.n or 0) for band in self.bands]
        return fsum(part * band.row.share for part, band in zip(self.parts, self.bands, strict=True)), kish_samples(self.parts, asked)


class LocalSurveys:
    """What one's own surveys say, as of an edition. Of several that asked about a channel the latest is heard."""

    def __init__(self, edition: Edition, surveys: Surveys) -> None:
        self._edition = edition
        self._surveys = surveys
        self._method = edition.rulebook.method
        self._kept: dict[tuple[str, str, Territory | None], Share | None] = {}

    def share(self, sheet: Sheet, audience: Term, territory: Territory | None) -> Share | None:
        """The presence of an audience on a channel, with the figures of the country that it updates. Answers are kept."""
        key = (sheet.id, audience.id, territory)
        if key not in self._kept:
            self._kept[key] = self._told(sheet, audience, territory)
        return self._kept[key]

    def _told(self, sheet: Sheet, audience: Term, territory: Territory | None) -> Share | None:
        found = self.of(sheet, audience, territory)
        if found is None:
            return None
        factor = surface_factor(sheet, (found.bands[0].row.id,), self._edition)
        low, high = found.known.interval(confidence(self._method.interval_z))
        evidence = (*(band.row.id for band in found.bands), *(name for band in found.bands if band.before for name in band.before.evidence))
        told = found.estimate.mean * factor, low * factor, high * factor
        return Share(*told, "measured", found.estimate.samples, tuple(dict.fromkeys(evidence)), weighted=found.weighted)

    def of(self, sheet: Sheet, audience: Term, territory: Territory | None) -> Local | None:
        """What is known of an audience; None where the groups that were asked are not the audience."""
        rows = self._rows(sheet, audience)
        if not rows or not self._covered(rows, audience):
            return None
        weights, weighted = self._weights(rows, audience, territory)
        bands = [(self.band(row, sheet, audience), weight) for row, weight in zip(rows, weights, strict=True) if weight > 0]
        if not bands:
            return None
        parts = [weight / sum(weights) for _, weight in bands]
        estimate = poststratified(parts, [believed(band.known) for band, _ in bands])
        return Local(tuple(band for band, _ in bands), tuple(parts), estimate, weighted)

    def band(self, row: Evidence, sheet: Sheet, audience: Term) -> Band:
        """A group that was asked about a channel, or about its network."""
        subject = sheet if row.on == sheet.id else of_network(sheet)
        before = self._before(row, subject, audience)
        counted = _counted(row)
        assert row.n is not None
        prior, weight = self.prior(before), self._surveys.weight_of_count(row, subject)
        return Band(row, before, prior, pooled(prior, counted.said, row.n, weight), weight)

    def at_odds(self, band: Band) -> bool:
        """Whether a count and the surveys disagree: both are shown then."""
        return band.before is not None and band.tail < self._method.survey.conflict

    def _before(self, row: Evidence, subject: Sheet, audience: Term) -> Share | None:
        group = audience if row.who == audience.id or row.ages is None else _aged(audience, row.ages)
        found = self._surveyed(subject, group) or (self._around(subject, audience, row.ages) if row.ages is not None else None)
        if found is None:
            return None
        stated = [(name, degree) for name in found.evidence if (degree := self._stated(row, name)) is not None]
        if not stated:
            return found
        samples = min(starmap(lambda name, degree: self._surveys.worth(name, subject, degree), stated))
        return replace(found, samples=samples) if samples > 0 else None

    def _surveyed(self, subject: Sheet, group: Term) -> Share | None:
        return self._surveys.here(subject, group, None) or self._surveys.elsewhere(subject, group, None)

    def _around(self, subject: Sheet, audience: Term, ages: tuple[int, int | None]) -> Share | None:
        """What surveys say of the narrowest band around a group: an estimate, worth as much less as it spans more years."""
        for band in self._surveys.around(subject, ages):
            if (found := self._surveyed(subject, _aged(audience, band))) is not None:
                alike = overlap(closed(ages, self._method), closed(band, self._method))
                return replace(found, basis="estimated", samples=found.samples * alike)
        return None

    def _stated(self, row: Evidence, name: str) -> float | None:
        """How far a national figure asked the same, where the survey says so itself."""
        return _counted(row).comparable.get(self._edition.evidence[name].source)

    def prior(self, before: Share | None) -> Beta:
        unknown = self._method.survey
        if before is None:
            return beta_of(unknown.unknown_share, unknown.unknown_samples)
        return power_prior(interior(before.share), before.samples, 1.0, self._method.samples_cap)

    def _rows(self, sheet: Sheet, audience: Term) -> list[Evidence]:
        on = self._edition.evidence_on
        about = (self._asked(on.get(place, ()), audience) for place in (sheet.id, sheet.network) if place is not None)
        rows = next(filter(None, about), [])
        latest = max(((row.counts_from, row.source) for row in rows), default=None)
        return sorted((row for row in rows if (row.counts_from, row.source) == latest), key=lambda row: (row.ages or (0, None))[0])

    def _asked(self, rows: Iterable[Evidence], audience: Term) -> list[Evidence]:
        return [row for row in rows if row.counted is not None and row.country == self._edition.country and self._part(row, audience) > 0]

    def _part(self, row: Evidence, audience: Term) -> float:
        """How much of a group belongs to the audience, by years of age."""
        if row.who == audience.id:
            return 1.0
        if row.ages is None or audience.asked_ages is None or row.who not in self._surveys.aged:
            return 0.0
        band = closed(row.ages, self._method)
        return _length(common(band, closed(audience.asked_ages, self._method))) / _length(band)

    def _covered(self, rows: Sequence[Evidence], audience: Term) -> bool:
        """Whether the groups together are the audience: few of its years are missing, and not many others are among them."""
        if audience.asked_ages is None:
            return {row.ages for row in rows} == self._groups(rows[0])
        if rows[0].ages is None:
            return True
        asked = closed(audience.asked_ages, self._method)
        bands = [closed(row.ages, self._method) for row in rows if row.ages is not None]
        reached = sum(_length(common(band, asked)) for band in bands) / _length(asked)
        spanned = min(low for low, _ in bands), max(high for _, high in bands)
        return reached >= self._method.strata_coverage and overlap(spanned, asked) >= self._method.age_overlap

    def _groups(self, like: Evidence) -> set[tuple[int, int | None] | None]:
        """All the groups that a survey asked of an audience which age does not define; a question may have been put to some of them only."""
        return {row.ages for row in self._edition.evidence.values() if (row.source, row.who) == (like.source, like.who)}

    def _weights(self, rows: Sequence[Evidence], audience: Term, territory: Territory | None) -> tuple[list[float], bool]:
        """The audience's people in each group: of the territory asked about, of the survey's own, or else those who answered."""
        if territory is not None and audience.asked_ages is not None and all(row.ages is not None for row in rows):
            asked = years(audience.asked_ages)
            return [people_in(territory, self._method.strata_open_end, common(years(row.ages or asked), asked)) for row in rows], True
        people = [_counted(row).people for row in rows]
        known = all(count is not None for count in people) and any(people)
        counts = [count if known and count is not None else float(row.n or 0) for row, count in zip(rows, people, strict=True)]
        return [count * self._part(row, audience) for row, count in zip(rows, counts, strict=True)], known and len(rows) > 1


def of_network(sheet: Sheet) -> Sheet:
    """The network of a channel as if it were one: what is asked about it is asked of all its surfaces."""
    return sheet if sheet.network is None else replace(sheet, id=sheet.network, network=None, surface_factor=None)


def _counted(row: Evidence) -> Counted:
    assert row.counted is not None
    return row.counted


def _aged(audience: Term, ages: tuple[int, int | None]) -> Term:
    """The people of an audience who are of these ages, under a name that no audience has."""
    return replace(audience, id=f"{ages}", ages=ages, broader=())


def _length(band: tuple[int, int] | None) -> int:
    return 0 if band is None else band[1] - band[0] + 1
