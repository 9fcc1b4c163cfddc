"""What an inventory of accounts may say, what is computed from it, and the checks that read both."""

import re
from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

from channelfit.conditions.model import Condition
from channelfit.rulebook.text import Text

Severity: TypeAlias = Literal["error", "warning", "info"]
Scope: TypeAlias = Literal["account", "pair", "person", "organisation", "undeclared"]
RULEBOOK: Literal["rulebook"] = "rulebook"  # what the rules about rules look at
Basis: TypeAlias = Literal["published", "derived", "ours"]
FieldKind: TypeAlias = Literal[
    "text", "number", "boolean", "choice", "date", "season", "list", "url", "country",
    "channel", "networks", "goal", "goals", "audiences", "glob", "records", "answer", "choices",
]  # fmt: skip

PLACEHOLDER = re.compile(r"\{([a-z0-9_.]+)\}")  # in the texts of a check, where a value goes


class FieldOption(Struct, frozen=True):
    """One possible value; `words` are what people type for it, folded, in either language."""

    id: str
    label: Text
    words: tuple[str, ...] = ()


class Field(Struct, frozen=True):
    """A field of an inventory.

    `of` names the record it stands in (organisation, account, admin …); dots in the id are nested mappings. A list of
    records names its `entry`. `headings` are what spreadsheets call it. A field left out is unknown, unless it has a
    `default` or counts as absent. No number is above `at_most`.
    """

    id: str
    of: str
    kind: FieldKind
    label: Text
    options: tuple[FieldOption, ...] = ()
    entry: str | None = None
    headings: tuple[str, ...] = ()
    default: str | None = None
    left_out_is_absent: bool = False
    computed: bool = False
    at_most: float | None = None


class Derived(Struct, frozen=True):
    """A fact computed from others: `how` names the derivation, `operands` what it is applied to, in its order.

    `entry` is the kind of record that the list it is applied to holds.
    """

    id: str
    of: str
    how: str
    operands: tuple[str, ...]
    label: Text
    where: Condition | None = None
    same: tuple[str, ...] = ()
    entry: str | None = None


class Limit(Struct, frozen=True):
    """The number a check compares with. `ours` says that nobody published one."""

    value: float
    unit: Text
    basis: Basis
    note: Text | None = None


class Check(Struct, frozen=True):
    """When a finding is due, what it says, how to mend it, on whose word.

    `over` names a list of the subject whose items (`entry` records) are checked one by one, told apart by their `key`; `one` and `other`
    say which two accounts make a pair, `same` what they must share. `at` is the field to point at.
    """

    id: str
    family: str
    scope: Scope
    severity: Severity
    since: date
    review_by: date
    title: Text
    when: Condition
    message: Text
    fix: Text
    because: Text
    sources: tuple[str, ...]
    at: tuple[str, ...]
    until: date | None = None
    unless: Condition | None = None
    jurisdiction: tuple[str, ...] | None = None
    limit: Limit | None = None
    supersedes: tuple[str, ...] = ()
    over: str | None = None
    entry: str | None = None
    key: str | None = None
    one: Condition | None = None
    other: Condition | None = None
    same: tuple[str, ...] = ()
    origin: str = ""
    was: tuple[str, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """What users may call it: by its id, or by one it had."""
        return frozenset((self.id, *self.was))


class Step(Struct, frozen=True):
    """A line of the protocol for accounts found in the wild: when it holds, what to decide, what to do."""

    id: str
    understand: bool
    when: Condition
    decision: str | None
    then: Text
    sources: tuple[str, ...]


class Lint(Struct, frozen=True):
    """A rule about rules: what it finds, what it says, why it matters, how to mend it. The code beside its id in lint/ looks."""

    id: str
    family: str
    severity: Severity
    title: Text
    message: Text
    fix: Text
    because: Text
    origin: str = ""

    @property
    def scope(self) -> Literal["rulebook"]:
        return RULEBOOK

    @property
    def sources(self) -> tuple[str, ...]:
        return ()


Documented: TypeAlias = Check | Lint


class Renamed(Struct, frozen=True):
    """An id that a rule or a check had: it still leads to the new one, until a version of the rulebook."""

    old: str
    new: str
    until_version: str


class Checklist(Struct, frozen=True):
    """All that the audit knows, the rules about rules, and the ids that lead on."""

    fields: tuple[Field, ...] = ()
    derived: tuple[Derived, ...] = ()
    checks: tuple[Check, ...] = ()
    track: tuple[Step, ...] = ()
    lints: tuple[Lint, ...] = ()
    renamed: tuple[Renamed, ...] = ()

    def current(self, name: str) -> str:
        """The id that a rule or a check has today; a name nobody renamed is its own."""
        return next((entry.new for entry in self.renamed if entry.old == name), name)
