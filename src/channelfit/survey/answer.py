"""What a survey says together with the figures of the country: the survey is laid on the rulebook, and presence looked up in it."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from channelfit.method.update import predictive_tail
from channelfit.presence.interval import confidence
from channelfit.presence.local import Band, LocalSurveys, of_network
from channelfit.presence.measured import Surveys
from channelfit.presence.model import Share
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Evidence, Rulebook, Sheet
from channelfit.survey.evidence import rows_of, source_of
from channelfit.survey.model import Survey
from channelfit.survey.reject import biased, sheet_of


class Cell(Struct, frozen=True):
    """A group asked about a channel. Weights are in answers; `tail` is how likely so odd a count was, were the country's figure true here."""

    ages: tuple[int, int | None] | None
    said: int
    asked: int
    before: Share | None
    known: Share
    weight_before: float
    weight_counted: float
    tail: float
    disagrees: bool
    few: bool


class Line(Struct, frozen=True):
    """A channel or network: its groups, and the whole population (None where the groups do not make it up).

    `counted` is the share of the population by the count alone.
    """

    channel: str
    cells: tuple[Cell, ...]
    everybody: Share | None
    before: Share | None
    counted: float | None
    disagrees: bool
    biased: bool


class Answer(Struct, frozen=True):
    survey: Survey
    edition: Edition
    lines: tuple[Line, ...]


def laid_on(survey: Survey, rulebook: Rulebook) -> Rulebook:
    """The rulebook with this survey and no other of one's own."""
    national = tuple(row for row in rulebook.evidence if row.counted is None)
    source = source_of(survey)
    sources = (*(other for other in rulebook.sources if other.id != source.id), source)
    return replace(rulebook, evidence=(*national, *rows_of(survey, rulebook)), sources=sources)


def answer(survey: Survey, rulebook: Rulebook) -> Answer:
    edition = Edition(laid_on(survey, rulebook), survey.as_of, survey.country)
    return Answer(survey, edition, tuple(_Lines(survey, edition).lines()))


class _Lines:
    def __init__(self, survey: Survey, edition: Edition) -> None:
        self._survey = survey
        self._edition = edition
        self._method = edition.rulebook.method
        self._population = edition.audiences[survey.population]
        self._surveys = Surveys(edition)
        self._local = LocalSurveys(edition, self._surveys)
        self._biased = biased(survey, edition.rulebook)

    def lines(self) -> Iterator[Line]:
        for name in self._survey.channels:
            subject = self._subject(name)
            rows = [row for row in self._edition.evidence_on[name] if row.counted is not None]
            before = self._before(subject)
            counted, odd = self._whole(subject, before)
            yield Line(
                name,
                tuple(self._cell(row, subject) for row in sorted(rows, key=lambda row: (row.ages or (0, None))[0])),
                self._local.share(subject, self._population, None),
                before,
                counted,
                odd,
                name in self._biased,
            )

    def _whole(self, subject: Sheet, before: Share | None) -> tuple[float | None, bool]:
        """The share of everybody by the count alone, and whether it is at odds with what surveys said."""
        found = self._local.of(subject, self._population, None)
        if found is None:
            return None, False
        share, samples = found.counted
        asked = round(samples)
        tail = predictive_tail(self._local.prior(before), round(share * asked), asked)
        return share, before is not None and tail < self._method.survey.conflict

    def _before(self, subject: Sheet) -> Share | None:
        asked = subject, self._population, self._survey.territory
        return self._surveys.here(*asked) or self._surveys.elsewhere(*asked)

    def _subject(self, name: str) -> Sheet:
        sheet = sheet_of(name, self._edition.rulebook)
        return sheet if sheet.id == name else of_network(sheet)

    def _cell(self, row: Evidence, subject: Sheet) -> Cell:
        band = self._local.band(row, subject, self._population)
        counted = row.counted
        assert counted is not None
        assert row.n is not None
        return Cell(
            ages=row.ages,
            said=counted.said,
            asked=row.n,
            before=band.before,
            known=self._known(band),
            weight_before=band.prior.samples,
            weight_counted=row.n * band.weight,
            tail=band.tail,
            disagrees=self._local.at_odds(band),
            few=row.n < self._method.survey.small,
        )

    def _known(self, band: Band) -> Share:
        known = band.known
        low, high = known.interval(confidence(self._method.interval_z))
        return Share(known.mean, low, high, "measured", known.samples, (band.row.id, *(band.before.evidence if band.before else ())))
