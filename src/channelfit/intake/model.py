"""What an import found, and what it set aside: rows read = used + merged + set aside."""

from datetime import date
from typing import TypeAlias

from msgspec import Struct

from channelfit.intake.columns import Column
from channelfit.intake.table import Notice

Value: TypeAlias = str | float | bool | date | tuple[str, ...]

# Why a row, or a cell of a wide one, is no account.
TOTAL_ROW, EMPTY_ROW, HEADING_ROW, PLACEHOLDER_ROW = "total-row", "empty-row", "heading-row", "placeholder"
NO_CHANNEL, NO_ADDRESS, NO_ACCOUNT = "no-channel", "no-address", "no-account"
DISAGREE, NOT_AN_ACCOUNT, UNKNOWN_NETWORK, SURFACE_UNKNOWN = "label-url-disagree", "not-an-account", "unknown-network", "surface-unknown"
TOO_LONG, MOBILE_APP = "too-long", "mobile-app"
REASONS = (
    TOTAL_ROW, EMPTY_ROW, HEADING_ROW, PLACEHOLDER_ROW, NO_CHANNEL, NO_ADDRESS, NO_ACCOUNT,
    DISAGREE, NOT_AN_ACCOUNT, UNKNOWN_NETWORK, SURFACE_UNKNOWN, TOO_LONG, MOBILE_APP,
)  # fmt: skip


class Account(Struct):
    """An account as it will be written, by field. `key` is equal for two rows of one account; `day` is when its row was true."""

    key: str
    channel: str
    network: str
    facts: dict[str, Value]
    row: int
    day: date | None = None


class SetAside(Struct, frozen=True):
    row: int
    reason: str
    values: dict[str, str]


class CellAside(Struct, frozen=True):
    """A cell of a row that was used all the same."""

    row: int
    column: str
    reason: str
    value: str


class Disagreement(Struct, frozen=True):
    row: int
    label: str
    url: str


class NotUnderstood(Struct):
    """Cells that are not what their column holds: left out, counted, the first one shown."""

    column: str
    field: str
    cells: int
    example: str


class Imported(Struct):
    """The outcome of one import."""

    source: str
    sheet: str
    encoding: str | None
    columns: list[Column]
    unused: list[str]
    dropped: list[str]
    notices: list[Notice]
    accounts: list[Account]
    rows: int
    used: int
    merged: int
    set_aside: list[SetAside]
    cells: list[CellAside]
    disagreements: list[Disagreement]
    not_understood: list[NotUnderstood]
    organisation: dict[str, Value]
