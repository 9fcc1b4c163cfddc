"""What the method refuses: a survey held online about channels online, a question that cannot stand for presence."""

from collections.abc import Mapping
from typing import NamedTuple

from channelfit.rulebook.model import Kind, Rulebook, Sheet
from channelfit.source.reader import Reader
from channelfit.source.tree import Entry
from channelfit.survey.model import Survey


class Asked(NamedTuple):
    """A survey and where its keys stand."""

    survey: Survey
    found: Mapping[str, Entry]


def reject(asked: Asked, reader: Reader, rulebook: Rulebook) -> None:
    kinds = {name: kind_of(name, rulebook) for name in asked.survey.channels}
    _online(asked, reader, rulebook)
    _question(asked, kinds, reader, rulebook)
    survey = asked.survey
    if survey.last_day > survey.as_of:
        reader.report("survey-in-future", asked.found["asked_on"].value.span, day=survey.last_day.isoformat(), as_of=survey.as_of.isoformat())


def biased(survey: Survey, rulebook: Rulebook) -> tuple[str, ...]:
    """The channels that a survey held this way cannot count: those who answer are there already."""
    refused = rulebook.method.survey.refused.get(survey.mode, ())
    return tuple(name for name in survey.channels if kind_of(name, rulebook) in refused)


def sheet_of(name: str, rulebook: Rulebook) -> Sheet:
    """The fact sheet of a channel, or the first of a network."""
    named = next((sheet for sheet in rulebook.sheets if sheet.id == name), None)
    return named or next(sheet for sheet in rulebook.sheets if sheet.network == name)


def kind_of(name: str, rulebook: Rulebook) -> Kind:
    return sheet_of(name, rulebook).kind


def _online(asked: Asked, reader: Reader, rulebook: Rulebook) -> None:
    survey = asked.survey
    channels = biased(survey, rulebook)
    if channels and "online_survey_accepted" not in asked.found:
        reader.report("survey-online", asked.found["mode"].value.span, mode=survey.mode, channels=channels)


def _question(asked: Asked, kinds: Mapping[str, Kind], reader: Reader, rulebook: Rulebook) -> None:
    """Every channel is of a kind for which the period asked about says something."""
    survey = asked.survey
    for kind in dict.fromkeys(kinds.values()):
        periods = rulebook.method.periods.get(kind, {})
        if survey.period and survey.period not in periods:
            channels = tuple(name for name in kinds if kinds[name] == kind)
            reader.report("survey-period", asked.found["period"].value.span, found=survey.period, channels=channels, known=tuple(periods))
