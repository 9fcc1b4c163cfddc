"""People named in a list: whoever is named twice is one."""

from collections.abc import Mapping

from channelfit.conditions.model import Known
from channelfit.inventory.model import Record
from channelfit.rulebook.checks import Field
from channelfit.source.nearest import fold

Firsts = Mapping[str, str]


def firsts(fields: tuple[Field, ...]) -> Firsts:
    """The field by which an entry of each kind is known: the first one it has."""
    found: dict[str, str] = {}
    for field in fields:
        found.setdefault(field.of, field.id)
    return found


def each_once(value: Known, known_by: str | None) -> Known:
    """A list of records without those that name the same person, or that say the same of a person without a name."""
    if not isinstance(value, tuple) or known_by is None:
        return value
    return tuple({_who(item, known_by): item for item in reversed(value)}.values())[::-1]


def _who(item: object, known_by: str) -> object:
    if not isinstance(item, Record):
        return item
    person = item.facts.get(known_by)
    return fold(str(person)) if person else tuple(sorted((name, fold(str(said))) for name, said in item.facts.items()))
