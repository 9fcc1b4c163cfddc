"""Surveys of an invented town, laid on the small rulebook."""

from datetime import date

from msgspec.structs import replace

from channelfit.presence.local import Band, LocalSurveys
from channelfit.presence.measured import Surveys
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Counted, Evidence, Rulebook

DAY = date(2022, 7, 1)


def national(share: float, n: int, ages: tuple[int, int | None] = (15, None)) -> Evidence:
    """A figure of the country whose question is exactly ours, and whose year's middle is the day of the survey."""
    return Evidence(
        id=f"national-{ages[0]}-{ages[1]}",
        on="square",
        who="general",
        share=share,
        country="FR",
        counts_from=date(2022, 1, 1),
        year=2022,
        period="monthly",
        base="all",
        source="counted",
        how_verified="computed-from-microdata",
        ages=ages,
        n=n,
    )


def count(said: int, n: int, ages: tuple[int, int | None] = (15, None), people: float | None = None, comparable: float | None = None) -> Evidence:
    """So many of those asked at the place."""
    stated = {} if comparable is None else {"counted": comparable}
    return replace(
        national(said / n, n, ages), id=f"ours-{ages[0]}", source="own", counts_from=DAY, counted=Counted("Saint-Aubin", said, people, stated)
    )


def edition(small: Rulebook, *rows: Evidence) -> Edition:
    """The small rulebook with these figures only and no bound on what a survey is worth."""
    return Edition(replace(small, method=replace(small.method, samples_cap=1e9), evidence=rows), DAY, "FR")


def local(here: Edition) -> LocalSurveys:
    return LocalSurveys(here, Surveys(here))


def band(here: Edition) -> Band:
    """The one group that was asked on the bench of the square."""
    row = next(row for row in here.evidence.values() if row.counted is not None)
    return local(here).band(row, here.sheets["square/bench"], here.audiences["everyone"])
