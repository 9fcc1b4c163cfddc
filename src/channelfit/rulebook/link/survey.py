"""The parameters of local surveys."""

from channelfit.rulebook.documents.file import SurveyMethodPart
from channelfit.rulebook.model import CensusHeadings, SurveyMethod


def survey_method(part: SurveyMethodPart) -> SurveyMethod:
    census = part.census
    return SurveyMethod(
        unknown_share=part.unknown.share,
        unknown_samples=part.unknown.samples,
        conflict=part.conflict,
        small=part.small,
        most_asked=part.most_asked,
        modes=part.modes,
        refused=part.refused,
        census=CensusHeadings(census.code, census.name, census.ages, census.people, census.parts),
    )
