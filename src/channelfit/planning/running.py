"""What is run today, from the inventories of accounts."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from channelfit.inventory.model import Inventory, Record
from channelfit.planning.model import Running

CHANNEL, ID, HOURS = "channel", "id", "capacity.hours_per_week"
STATUS, UNSAID = "status", "active"  # what a status left out means


def running(inventories: Iterable[Inventory], statuses: Collection[str]) -> tuple[Running, ...]:
    """The channels of accounts that take hours today, in the order of the files; accounts on one channel count together."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for inventory in inventories:
        for account in inventory.accounts:
            status, channel = account.facts.get(STATUS) or UNSAID, account.facts.get(CHANNEL)
            if isinstance(channel, str) and status in statuses:
                found[channel].append(account)
    return tuple(Running(channel, tuple(str(account.facts[ID]) for account in accounts), _hours(accounts)) for channel, accounts in found.items())


def hours_of(inventories: Iterable[Inventory]) -> float | None:
    """The hours of the whole team, from the first file that gives them."""
    given = (inventory.organisation.facts.get("hours_per_week") for inventory in inventories)
    return next((float(hours) for hours in given if isinstance(hours, int | float)), None)


def _hours(accounts: Iterable[Record]) -> float | None:
    """The hours that the accounts declare together; None where none does."""
    given = [float(hours) for account in accounts if isinstance(hours := account.facts.get(HOURS), int | float)]
    return sum(given) if given else None
