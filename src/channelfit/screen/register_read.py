"""What a register of requests cannot say: an answer before its question, a stop that nobody wrote."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from channelfit.inventory.model import Inventory, Record, records_in
from channelfit.source.nearest import nearest
from channelfit.source.place import Param, Problem, Unusable

RECEIVED, DECIDED, STOPS = "received_on", "decided_on", "stops"


def check_register(inventories: Sequence[Inventory], stops: Iterable[str]) -> None:
    """Raises Unusable with every problem and its place; `stops` are the ids that the rulebook has."""
    known = tuple(stops)
    problems = [problem for one in inventories for record in records_in(one.facts.facts.get("requests")) for problem in _problems(one, record, known)]
    if problems:
        raise Unusable(problems)


def _problems(inventory: Inventory, record: Record, known: tuple[str, ...]) -> Iterator[Problem]:
    received, decided, named = (record.facts.get(name) for name in (RECEIVED, DECIDED, STOPS))
    if isinstance(received, date) and isinstance(decided, date) and decided < received:
        params: dict[str, Param] = {"decided": decided.isoformat(), "received": received.isoformat()}
        yield Problem("decided-before-received", inventory.place(record, DECIDED), params)
    for name in map(str, named if isinstance(named, tuple) else ()):
        if name not in known:
            yield Problem("unknown-stop", inventory.place(record, STOPS), {"found": name, "nearest": nearest(name, known), "known": known})
