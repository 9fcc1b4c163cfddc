"""Channel parts to fact sheets."""

from channelfit.rulebook.documents.channels import GroundedPart, OpeningPart, SheetPart
from channelfit.rulebook.link.terms import synonyms, text
from channelfit.rulebook.model import DatedName, Event, Grounded, Opening, Sheet


def sheet(part: SheetPart) -> Sheet:
    return Sheet(
        id=part.id,
        kind=part.kind,
        names=tuple(DatedName(text(name), name.since, name.until) for name in part.names),
        synonyms=synonyms(part.synonyms),
        use=text(part.use),
        public=part.public,
        review_by=part.review_by,
        network=part.network,
        operator=part.operator.name if part.operator else None,
        operator_country=part.operator.country if part.operator else None,
        since=part.since,
        until=part.until,
        countries=part.countries,
        closed_in=tuple(opening(item) for item in part.not_in if isinstance(item, OpeningPart)),
        opened=tuple(opening(item) for item in part.opened),
        surface_factor=grounded(part.surface_factor),
        urls=part.urls,
        same_names_as=part.same_names_as,
        limits=text(part.limits) if part.limits else None,
        hours_per_week=grounded(part.hours_per_week),
        skills=part.skills,
        minimum_age=grounded(part.minimum_age),
        read_without_account=part.read_without_account,
        moderation_load=part.moderation_load,
        algorithmic=part.algorithmic,
        comments=part.comments,
        real_names=part.real_names,
        traits=tuple(part.traits),
        events=tuple(Event(event.on, text(event), event.source) for event in part.features_changed),
        sources=part.sources,
        absent_from=tuple(item for item in part.not_in if isinstance(item, str)),
    )


def grounded(part: GroundedPart | None) -> Grounded | None:
    return Grounded(part.value, part.source, text(part.because) if part.because else None) if part else None


def opening(part: OpeningPart) -> Opening:
    return Opening(part.country, part.since)
