"""A survey as evidence of the rulebook: a source, and a row for each group and channel."""

import re
from datetime import date
from zlib import crc32

from channelfit.presence.measured import ANY_AGE_GROUP
from channelfit.presence.strata import people_in
from channelfit.rulebook.hierarchy import years
from channelfit.rulebook.model import Counted, Evidence, Rulebook, Source, Term
from channelfit.source.nearest import fold
from channelfit.survey.model import Group, Survey

LONGEST = 60
NAMELESS = "survey"
KIND = "survey"
_UNFIT = re.compile(r"[^a-z0-9]+")


def source_id(survey: Survey) -> str:
    """The publisher, the last day, and a mark of who was asked what: a survey that is corrected stays the same source, another is another."""
    publisher = _UNFIT.sub("-", fold(survey.publisher))[:LONGEST].strip("-")
    asked = " ".join((survey.population, survey.period, survey.base, *sorted(survey.channels)))
    return f"{publisher or NAMELESS}-{survey.last_day.isoformat()}-{crc32(asked.encode()):08x}"


def source_of(survey: Survey) -> Source:
    return Source(source_id(survey), survey.title, survey.publisher, KIND, "own", survey.last_day.year, survey.last_day, None, survey.country)


def rows_of(survey: Survey, rulebook: Rulebook) -> tuple[Evidence, ...]:
    """The rows, by channel and then by group."""
    population = next(term for term in rulebook.audiences if term.id == survey.population)
    return tuple(_row(survey, group, name, population, rulebook) for name in survey.channels for group in survey.groups if name in group.said)


def _row(survey: Survey, group: Group, name: str, population: Term, rulebook: Rulebook) -> Evidence:
    ages = group.ages or population.asked_ages
    source, said = source_id(survey), group.said[name]
    return Evidence(
        id="-".join(filter(None, (source, name.replace("/", "-"), _label(group.ages)))),
        on=name,
        who=ANY_AGE_GROUP if population.asked_ages is not None else population.id,
        share=said / group.asked,
        country=survey.country,
        counts_from=survey.last_day,
        year=survey.last_day.year,
        period=survey.period,
        base=survey.base,
        source=source,
        how_verified="own",
        ages=ages,
        n=group.asked,
        counted=Counted(survey.place, said, _people(survey, group.ages, population, rulebook), survey.comparable),
    )


def _people(survey: Survey, ages: tuple[int, int | None] | None, population: Term, rulebook: Rulebook) -> float | None:
    """How many live there at that age, as far as the survey says so and its population is everybody of an age."""
    if survey.territory is None or ages is None or population.asked_ages is None:
        return None
    return round(people_in(survey.territory, rulebook.method.strata_open_end, years(ages)), 2)


def _label(ages: tuple[int, int | None] | None) -> str:
    if ages is None:
        return ""
    return f"{ages[0]}-{'on' if ages[1] is None else ages[1]}"


def days_of(survey: Survey) -> tuple[date, ...]:
    """The day, or the first and the last."""
    return tuple(dict.fromkeys((survey.first_day, survey.last_day)))
