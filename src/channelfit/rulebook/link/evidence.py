"""Survey tables to rows of evidence, each from the day it counts."""

from datetime import date, timedelta

from channelfit.rulebook.documents.sources import RowPart, SourcePart, TablePart
from channelfit.rulebook.model import Counted, Evidence, Source


def source(name: str, part: SourcePart) -> Source:
    return Source(
        name,
        part.title,
        part.publisher,
        part.kind,
        part.how_verified,
        part.year if isinstance(part.year, int) else None,
        part.published_on,
        part.url,
        part.country,
        part.language,
    )


def evidence(table: TablePart, row: RowPart) -> Evidence:
    return Evidence(
        id=row.id,
        on=row.on,
        who=row.who,
        share=_share(row),
        country=table.country,
        counts_from=counts_from(table),
        year=table.year,
        period=table.period,
        base=table.base,
        source=table.source,
        how_verified=table.how_verified,
        ages=(row.ages[0] or 0, row.ages[1]) if row.ages else None,
        region=table.region,
        n=row.n,
        group=row.group,
        counted=_counted(table, row),
    )


def _counted(table: TablePart, row: RowPart) -> Counted | None:
    return None if table.place is None or row.said is None else Counted(table.place, row.said, row.people, table.comparable)


def _share(row: RowPart) -> float:
    if row.said is not None and row.n is not None:
        return row.said / row.n
    assert row.share is not None
    return row.share


def counts_from(table: TablePart) -> date:
    """The first day a figure is known: the day after its field work, or 1 January after a bare year.

    Whoever asked knows it on the last day of asking.
    """
    if table.place is not None and table.fieldwork_on is not None:
        return table.fieldwork_on
    return table.fieldwork_on + timedelta(days=1) if table.fieldwork_on else date(table.year + 1, 1, 1)
