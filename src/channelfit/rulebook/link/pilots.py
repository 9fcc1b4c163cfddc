"""Parts of pilots to what a pilot is designed from; every source they name exists."""

from collections.abc import Collection

from channelfit.rulebook.documents.channels import SheetPart
from channelfit.rulebook.documents.pilots import GatesPart, MetricPart, PilotPart, TrialPart
from channelfit.rulebook.groups import members
from channelfit.rulebook.link.problems import Problems
from channelfit.rulebook.link.sections import Sections
from channelfit.rulebook.link.terms import text
from channelfit.rulebook.pilots import AsPresence, Gates, Judged, Metric, Needs, PilotTemplate, Surety, Trial, Wording


def pilots(sections: Sections, sheets: list[SheetPart], sources: Collection[str], problems: Problems) -> tuple[PilotTemplate, ...]:
    found = []
    for place, part in sections.parts("pilots", lambda file: file.pilots):
        for name in part.sources:
            if name not in sources:
                problems.unknown(place.file, "unknown-source", name, sources, ("pilots", place.position, "sources"))
        found.append(_template(part, sheets, place.file.origin))
    return tuple(found)


def trial(part: TrialPart) -> Trial:
    return Trial(
        prior=part.prior,
        sure=Surety(part.sure.first, part.sure.last, part.sure.step),
        alpha=part.alpha,
        power=part.power,
        confidence=part.confidence,
        extension=part.extension,
        weeks=part.weeks,
        fewest=part.fewest,
        most=part.most,
        one_arm=_gates(part.one_arm),
        two_arms=_gates(part.two_arms),
    )


def _template(part: PilotPart, sheets: list[SheetPart], origin: str) -> PilotTemplate:
    return PilotTemplate(
        id=part.id,
        since=part.since,
        review_by=part.review_by,
        label=text(part.label),
        hypothesis=Wording(text(part.hypothesis.one), text(part.hypothesis.two)),
        metric=_metric(part.metric),
        counts=tuple(map(text, part.counts)),
        least=Judged(part.least.value, text(part.least.because)),
        useful=Judged(part.useful.value, text(part.useful.because)),
        cycle_weeks=part.cycle_weeks,
        sources=part.sources,
        until=part.until,
        needs=Needs(members(part.needs.channels, sheets), text(part.needs.because)) if part.needs else None,
        evidence=AsPresence(part.evidence.period, part.evidence.base) if part.evidence else None,
        origin=origin,
        usual=part.usual,
    )


def _metric(part: MetricPart) -> Metric:
    return Metric(text(part.name), text(part.numerator), text(part.denominator))


def _gates(part: GatesPart) -> Gates:
    return Gates(part.looks, part.stop, part.adopt, part.extend)
