"""What an audit found. Ids and parameters only: prose is rendered last."""

from collections.abc import Collection
from datetime import date
from typing import Literal

from msgspec import Struct

from channelfit.conditions.model import Known
from channelfit.rulebook.checks import Scope, Severity
from channelfit.source.place import Place


class Finding(Struct, frozen=True):
    """One thing to mend. `subjects` are the ids of what it is about; `fingerprint` outlives moved lines and reworded texts."""

    check: str
    severity: Severity
    scope: Scope | Literal["rulebook"]
    subjects: tuple[str, ...]
    place: Place
    params: dict[str, Known]
    fingerprint: str
    organisation: str | None = None

    @property
    def account(self) -> str | None:
        return self.subjects[0] if self.scope == "account" else None


class Undecided(Struct, frozen=True):
    """A check that what is declared does not decide, and the fields that would."""

    check: str
    subject: str
    fields: tuple[str, ...]


class Coverage(Struct, frozen=True):
    """How often a check was decided, and how often it was not for want of a declaration."""

    check: str
    decided: int
    not_declared: int


class Wanted(Struct, frozen=True):
    """A field worth declaring: `alone` checks wait for it only, `among` for it and others."""

    field: str
    alone: int
    among: int


class Audit(Struct, frozen=True):
    """All of an audit. Findings may be many: they are gone through, never held at once."""

    as_of: date
    accounts: int
    undeclared: int
    findings: Collection[Finding]
    ignored: Collection[Finding]
    coverage: tuple[Coverage, ...]
    wanted: tuple[Wanted, ...]
    scopes_not_run: tuple[Scope, ...] = ()
    known: Collection[Finding] = ()  # those of the baseline
