"""A survey as a file of evidence, which --rules lays on top of the rulebook."""

from collections.abc import Iterator

from channelfit.intake.yaml_text import scalar, text
from channelfit.rulebook.model import Evidence, Rulebook
from channelfit.survey.evidence import rows_of, source_of
from channelfit.survey.model import Survey

COMMENT = "# channelfit survey: read it with --rules / à lire avec --rules"


def evidence_yaml(survey: Survey, rulebook: Rulebook) -> str:
    """Counts as they were made: what they say together with the figures of the country is worked out when it is asked."""
    return "\n".join(_lines(survey, rows_of(survey, rulebook))) + "\n"


def _lines(survey: Survey, rows: tuple[Evidence, ...]) -> Iterator[str]:
    source = source_of(survey)
    yield from (COMMENT, "sources:", f"  {source.id}:", f"    title: {text(source.title)}", f"    publisher: {text(source.publisher)}")
    yield from (f"    kind: {source.kind}", f"    how_verified: {source.how_verified}", f"    year: {source.year}", f"    country: {source.country}")
    yield from ("", "tables:", f"- source: {source.id}", f"  country: {text(survey.country)}", f"  place: {text(survey.place)}")
    yield from (f"  year: {source.year}", f"  fieldwork_on: {survey.last_day.isoformat()}", f"  period: {survey.period}")
    if survey.question:
        yield f"  question: {text(survey.question)}"
    yield from (f"  base: {survey.base}", "  how_verified: own", f"  note: {text(_note(survey))}")
    if survey.comparable:
        yield f"  comparable: {{{', '.join(f'{name}: {scalar(degree)}' for name, degree in survey.comparable.items())}}}"
    yield "  rows:"
    yield from (f"  - {{{', '.join(_row(row))}}}" for row in rows)


def _note(survey: Survey) -> str:
    return survey.mode if survey.online_because is None else f"{survey.mode}: {survey.online_because}"


def _row(row: Evidence) -> Iterator[str]:
    assert row.counted is not None
    yield from (f"id: {row.id}", f"on: {row.on}", f"who: {row.who}")
    if row.ages is not None:
        yield f"ages: [{row.ages[0]}, {'null' if row.ages[1] is None else row.ages[1]}]"
    yield from (f"said: {row.counted.said}", f"n: {row.n}")
    if row.counted.people is not None:
        yield f"people: {_whole(row.counted.people)}"


def _whole(people: float) -> str:
    return scalar(int(people) if people.is_integer() else people)
