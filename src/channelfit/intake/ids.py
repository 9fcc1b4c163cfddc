"""Ids of imported accounts: readable, each once, and the same again from the same file."""

from collections.abc import Iterable

from channelfit.intake.model import Account
from channelfit.source.nearest import fold

ID = "id"
LONGEST = 60
NAMED_BY = ("handle", "display_name", "owner.unit")


def give_ids(accounts: Iterable[Account]) -> None:
    """The file's own ids stay where they are words; any other account is called after its network and its name."""
    taken: set[str] = set()
    for account in accounts:
        own = account.facts.get(ID)
        wanted = _slug(own) if isinstance(own, str) and not own.isdecimal() else ""
        account.facts[ID] = _free(wanted or _made(account), taken)


def _made(account: Account) -> str:
    name = next((slug for field in NAMED_BY if (slug := _slug(str(account.facts.get(field, ""))))), "")
    network = _slug(account.network)
    return f"{network}-{name}" if name and not name.startswith(f"{network}-") else name or network


def _free(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}-{number}", number + 1
    taken.add(name)
    return name


def _slug(text: str) -> str:
    return "-".join(fold(text).replace("/", " ").split())[:LONGEST].strip("-")
