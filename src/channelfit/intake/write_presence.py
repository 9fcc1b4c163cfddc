"""An import as a presence file: a heading that says where it comes from, the organisation, the accounts one below the other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from channelfit.intake.model import Account, Imported, Value
from channelfit.intake.yaml_text import scalar

INDENT = "  "
CHANNEL = "channel"


def presence_yaml(imported: Imported, comment: Sequence[str], order: Sequence[str]) -> Iterator[str]:
    """The file in pieces. `order` is that of the fields in the rulebook."""
    places = {name: place for place, name in enumerate(order)}
    yield "".join(f"# {line}\n".replace("#  \n", "#\n") for line in comment)
    if imported.organisation:
        yield "organisation:\n"
        yield "".join(f"{INDENT}{name}: {scalar(value)}\n" for name, value in imported.organisation.items())
    yield "accounts:\n"
    for account in imported.accounts:
        yield _account(account, places)


def _account(account: Account, places: Mapping[str, int]) -> str:
    facts: dict[str, Value] = {**account.facts, CHANNEL: account.channel}
    lines = list(_lines(sorted(facts.items(), key=lambda item: places[item[0]])))
    return f"{INDENT}- {lines[0]}\n" + "".join(f"{INDENT * 2}{line}\n" for line in lines[1:])


def _lines(facts: Iterable[tuple[str, Value]]) -> Iterator[str]:
    """`owner.unit` and its like below one key, which stands once."""
    branches: dict[str, list[str]] = {}
    for name, value in facts:
        branch, dot, leaf = name.partition(".")
        branches.setdefault(branch, []).append(f"{INDENT}{leaf}: {scalar(value)}" if dot else scalar(value))
    for branch, values in branches.items():
        if values[0].startswith(INDENT):
            yield f"{branch}:"
            yield from values
        else:
            yield f"{branch}: {values[0]}"
