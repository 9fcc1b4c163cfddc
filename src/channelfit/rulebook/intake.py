"""What is known of spreadsheets and registers that accounts are kept in. Every word is folded."""

from typing import Literal, TypeAlias

from msgspec import Struct

from channelfit.rulebook.text import Text

Days: TypeAlias = Literal["day-first", "month-first"]


class Preset(Struct, frozen=True):
    """A register whose columns are known, by what they hold. `entries` are lists in a record whose items may be accounts."""

    id: str
    label: Text
    columns: dict[str, str]
    entries: tuple[str, ...] = ()
    days: Days | None = None
    organisation: dict[str, str] = {}


class Intake(Struct, frozen=True):
    """Words of headings, cells and labels; `label_words` and `languages` go from what is written to what is meant."""

    headings: dict[str, tuple[str, ...]] = {}
    words: dict[str, tuple[str, ...]] = {}
    label_words: dict[str, str] = {}
    languages: dict[str, str] = {}
    names: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    presets: tuple[Preset, ...] = ()
