"""The register of requests in figures: how many, why, what became of them; beside it the wild accounts and the contributors."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from statistics import median

from msgspec import Struct

from channelfit.conditions.model import Known
from channelfit.inventory.model import Inventory, Record, records_in

UNDECIDED = "undecided"
KEPT = ("adopt", "merge", "contributor", "internal")  # decisions that leave the author a way to be published
PLAIN = ("close",)


class Year(Struct, frozen=True):
    """The requests received in a year. Counts go by outcome, by stop, by what became of them; `median_days` is from receipt to decision."""

    year: int
    received: int
    outcomes: dict[str, int]
    reasons: dict[str, int]
    became: dict[str, int]
    median_days: float | None


class WildFigures(Struct, frozen=True):
    """Accounts found in the wild. `conversion` is the share of those carried out that ended otherwise than by a plain closure."""

    found: int
    open: int
    done: int
    median_days: float | None
    conversion: float | None


class ContributorFigures(Struct, frozen=True):
    """The network of contributors: how many, trained in the last year, with a written mission, named, and what they gave."""

    people: int
    units: int
    trained: int
    in_job_description: int
    credited: int
    contributions: float


class Register(Struct, frozen=True):
    as_of: date
    years: tuple[Year, ...]
    wild: WildFigures
    contributors: ContributorFigures


def register(inventories: Sequence[Inventory], day: date) -> Register:
    """What several inventories say together; requests without a day of receipt count in no year."""
    requests = list(_listed(inventories, "requests"))
    years = sorted({received.year for record in requests if (received := _day(record, "received_on")) is not None}, reverse=True)
    return Register(
        day,
        tuple(_year(year, [record for record in requests if (received := _day(record, "received_on")) and received.year == year]) for year in years),
        _wild([record for one in inventories for record in one.undeclared]),
        _contributors(list(_listed(inventories, "contributors")), day),
    )


def _year(year: int, requests: Sequence[Record]) -> Year:
    return Year(
        year,
        len(requests),
        _counted(str(record.facts.get("outcome") or UNDECIDED) for record in requests),
        _counted(str(stop) for record in requests for stop in _several(record.facts.get("stops"))),
        _counted(str(became) for record in requests if (became := record.facts.get("became"))),
        _median(requests, "received_on", "decided_on"),
    )


def _wild(found: Sequence[Record]) -> WildFigures:
    done = [record for record in found if record.facts.get("done_on")]
    kept = [record for record in done if record.facts.get("decision") in KEPT]
    ended = [record for record in done if record.facts.get("decision") in (*KEPT, *PLAIN)]
    return WildFigures(len(found), len(found) - len(done), len(done), _median(done, "found_on", "done_on"), len(kept) / len(ended) if ended else None)


def _contributors(people: Sequence[Record], day: date) -> ContributorFigures:
    trained = [record for record in people if (on := _day(record, "trained_on")) is not None and 0 <= (day - on).days <= _a_year(day)]
    given = (record.facts.get("contributions") for record in people)
    return ContributorFigures(
        people=len(people),
        units=len({record.facts.get("unit") for record in people} - {None, ()}),
        trained=len(trained),
        in_job_description=sum(record.facts.get("in_job_description") is True for record in people),
        credited=sum(record.facts.get("credited") is True for record in people),
        contributions=sum(number for number in given if isinstance(number, int | float)),
    )


def _a_year(day: date) -> int:
    """The days of the year that ends on a day; the 29 of February ends one that began on the 28."""
    begins = day.replace(year=day.year - 1, day=min(day.day, 28)) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)
    return (day - begins).days


def _median(records: Iterable[Record], start: str, end: str) -> float | None:
    days = [(later - first).days for record in records if (first := _day(record, start)) and (later := _day(record, end))]
    return float(median(days)) if days else None


def _listed(inventories: Iterable[Inventory], name: str) -> Iterable[Record]:
    return (record for one in inventories for record in records_in(one.facts.facts.get(name)))


def _day(record: Record, field: str) -> date | None:
    value = record.facts.get(field)
    return value if isinstance(value, date) else None


def _several(value: Known | None) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()


def _counted(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items(), key=lambda item: (-item[1], item[0])))
