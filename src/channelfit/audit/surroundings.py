"""What is true of every account of an organisation, computed once."""

from collections import defaultdict
from collections.abc import Mapping

from channelfit.audit.derive import Context
from channelfit.conditions.model import Known
from channelfit.rulebook.checks import Checklist, Derived, Field
from channelfit.rulebook.link.names import ORGANISATION, SHEET

FEW = ("choice", "boolean", "channel")  # kinds of fields that take one of a handful of values


class Surroundings:
    """An organisation, the derivations by scope, and what they may look up. `few` names facts with a handful of values."""

    def __init__(self, organisation: Mapping[str, Known], checklist: Checklist, context: Context) -> None:
        name = organisation.get("name")
        self.name = str(name) if name else None
        self.around = {f"{ORGANISATION}.{field}": value for field, value in organisation.items()}
        self.derivations: dict[str, dict[str, Derived]] = defaultdict(dict)
        for fact in checklist.derived:
            self.derivations[fact.of][fact.id] = fact
        self.few = frozenset(_name(field) for field in checklist.fields if field.kind in FEW or field.of == SHEET)
        self.context = context


def _name(field: Field) -> str:
    """The name of a field as an account's facts have it."""
    return f"{SHEET}.{field.id}" if field.of == SHEET else field.id
