"""The fields of each record as trees of keys, and the ids that their values may name."""

from collections.abc import Mapping
from typing import TypeAlias

from channelfit.rulebook.checks import Field
from channelfit.rulebook.model import Rulebook

Tree: TypeAlias = Mapping[str, "Field | Tree"]


class Shape:
    """What the files of an inventory may hold, by the rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        checklist = rulebook.checklist()
        self.fields: dict[str, dict[str, Field]] = {}
        for field in checklist.fields:
            if not field.computed:
                self.fields.setdefault(field.of, {})[field.id] = field
        self.trees: dict[str, Tree] = {of: _tree(fields) for of, fields in self.fields.items()}
        self.channels = tuple(sheet.id for sheet in rulebook.sheets)
        self.networks = tuple(dict.fromkeys(sheet.network for sheet in rulebook.sheets if sheet.network))
        self.goals = tuple(term.id for term in rulebook.goals)
        self.checks = tuple(name for check in checklist.checks for name in (check.id, *check.was))
        self.left_out: dict[str, dict[str, str | tuple[str, ...]]] = {of: _left_out(fields) for of, fields in self.fields.items()}


def _tree(fields: Mapping[str, Field]) -> Tree:
    root: dict[str, Field | Tree] = {}
    for name, field in fields.items():
        *parents, leaf = name.split(".")
        branch = root
        for parent in parents:
            branch = branch.setdefault(parent, {})  # type: ignore[assignment]
        branch[leaf] = field
    return root


def _left_out(fields: Mapping[str, Field]) -> dict[str, str | tuple[str, ...]]:
    """What fields mean when they are left out, where that is not simply unknown."""
    meant: dict[str, str | tuple[str, ...]] = {name: () for name, field in fields.items() if field.left_out_is_absent}
    return meant | {name: field.default for name, field in fields.items() if field.default is not None}
