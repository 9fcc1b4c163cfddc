"""Which accounts seen in the wild nobody declared, and which declared one they look like."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from channelfit.audit.subjects import ADDRESS
from channelfit.conditions.model import Known
from channelfit.inventory.model import Record, Source
from channelfit.inventory.observed import Observed
from channelfit.source.nearest import fold

NETWORK = "url_network"


def undeclared_among(observed: Observed, declared: Sequence[Source]) -> Observed:
    """What was seen and is neither an account of the inventories nor on their track of undeclared ones."""
    known = {record.facts.get(ADDRESS) for source in declared for record in (*source.accounts, *source.undeclared)} - {None}
    urls = {record.facts.get("url") for source in declared for record in (*source.accounts, *source.undeclared)} - {None}
    accounts = [account for source in declared for account in source.accounts]
    names = {name for source in declared for record in (*source.accounts, *source.undeclared) for name in _names(record)}
    seen: set[Known] = set()
    fresh = []
    for record in observed.undeclared:
        key = record.facts.get(ADDRESS) or record.facts.get("url") or record.facts.get("name")
        if key is None or key in known or record.facts.get("url") in urls or key in seen:
            continue
        if not record.facts.get("url") and not names.isdisjoint(_names(record)):
            continue  # a name alone says no more than which account was meant
        seen.add(key)
        fresh.append(Record({**record.facts, "observed": True, **_likeness(record, accounts)}, record.path))
    return replace(observed, undeclared=tuple(fresh))


def _likeness(record: Record, accounts: Iterable[Record]) -> dict[str, Known]:
    """The declared account whose name comes nearest, of the same network unless only a name was seen, and how near, 0 to 100 (rapidfuzz)."""
    from rapidfuzz import fuzz

    names = list(_names(record))
    network = record.facts.get("channel.network") or record.facts.get(NETWORK)
    anywhere = network is None and not record.facts.get("url")
    best, resembled = 0.0, None
    for account in accounts:
        if not anywhere and account.facts.get("channel.network") != network:
            continue
        likeness = max((fuzz.WRatio(one, other) for one in names for other in _names(account)), default=0.0)
        if likeness > best:
            best, resembled = likeness, account
    return {"likeness": best} if resembled is None else {"likeness": best, "resembles": str(resembled.facts["id"])}


def _names(record: Record) -> Iterator[str]:
    """The names an account goes by, without spaces, signs or case."""
    for field in ("url_handle", "handle", "display_name", "name"):
        value = record.facts.get(field)
        if isinstance(value, str) and value:
            yield fold(value).replace(" ", "")
