"""What the accounts of inventories are called by people: their name, else their address; the id comes after."""

from collections.abc import Iterable

from channelfit.inventory.model import Inventory, Record

CALLED = ("display_name", "url", "handle")
SCHEMES = ("https://", "http://", "www.")


def account_names(inventories: Iterable[Inventory]) -> dict[str, str]:
    """By id; an account that only has an id goes by it."""
    named = ((record.facts.get("id"), _called(record)) for one in inventories for record in one.accounts)
    return {name: f"{called} ({name})" for name, called in named if isinstance(name, str) and called}


def _called(record: Record) -> str:
    said = next((value for field in CALLED if isinstance(value := record.facts.get(field), str)), "")
    for scheme in SCHEMES:
        said = said.removeprefix(scheme)
    return said.rstrip("/")
