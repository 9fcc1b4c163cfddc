"""Which column holds what: told by the caller, by a preset, by its heading, or by what stands in it."""

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Literal, TypeAlias

from msgspec import Struct

from channelfit.channels.model import Label
from channelfit.intake.content import LOOKED_AT, Content, content_of
from channelfit.intake.legend import legend
from channelfit.intake.lexicon import NETWORK, SAMPLED_ON, Lexicon
from channelfit.intake.table import Table, shown
from channelfit.intake.unfold import HANDLE, URL
from channelfit.source.nearest import fold, nearest
from channelfit.source.place import Problem, Unusable

How: TypeAlias = Literal["given", "preset", "heading", "content"]
Share: TypeAlias = Callable[[Content], float]

CHANNEL, NAME, PLATFORM_ID = "channel", "display_name", "platform_id"
TEXTS = ("text", "goal", "choice", "list", "audiences", "channel")
MOST = 0.6  # of the cells of a column: then they say what it holds
NUMBERED = "id"


class Column(Struct):
    """A column that is read. `label` is the network of a wide register's column; `legend` what its codes stand for."""

    position: int
    heading: str
    role: str
    how: How
    label: Label | None = None
    legend: dict[str, str] = {}


class Asked(Struct, frozen=True):
    """What the caller says: columns by role, and constants by role."""

    columns: Mapping[str, str] = {}
    constants: Mapping[str, str] = {}


class Chosen(Struct):
    columns: list[Column]
    unused: list[str]

    def of(self, role: str) -> list[Column]:
        return [column for column in self.columns if column.role == role]

    @property
    def wide(self) -> list[Column]:
        return [column for column in self.columns if column.label is not None]


class ColumnChooser:
    """Decides for one table."""

    def __init__(self, table: Table, lexicon: Lexicon, asked: Asked, preset: Mapping[str, str] | None = None) -> None:
        self._table = table
        self._lexicon = lexicon
        self._asked = asked
        self._preset = preset
        self._found: dict[int, Column] = {}
        self._contents: dict[int, Content] = {}
        self._legends = {at: found for at, heading in enumerate(table.headings) if (found := legend(heading))}

    def choose(self) -> Chosen:
        """Raises Unusable for a column that was asked for and is not there."""
        self._take_given()
        if self._preset is not None:
            self._take_preset(self._preset)
        else:
            self._take_headings()
            self._take_contents()
            self._take_wide()
            self._take_names_for_handles()
        columns = sorted(self._found.values(), key=lambda column: column.position)
        unused = [heading for at, heading in enumerate(self._table.headings) if at not in self._found and self._content(at).filled]
        return Chosen(columns, unused)

    def _take(self, at: int, role: str, how: How, label: Label | None = None) -> None:
        self._found[at] = Column(at, self._table.headings[at], role, how, label, self._legends.get(at, {}))

    def _take_given(self) -> None:
        problems = []
        for role, name in self._asked.columns.items():
            at = self._position(name)
            if at is None:
                known = tuple(self._table.headings)
                problems.append(Problem("unknown-column", params={"found": name, "nearest": nearest(name, known), "known": known}))
            else:
                self._take(at, role, "given")
        if problems:
            raise Unusable(problems)

    def _take_preset(self, preset: Mapping[str, str]) -> None:
        for role, name in preset.items():
            at = self._position(name)
            if at is not None and at not in self._found and role not in self._settled():
                self._take(at, role, "preset")

    def _take_headings(self) -> None:
        inner = tuple(f"{entry}." for entry in self._table.entries)
        places = range(len(self._table.headings))
        for at in sorted(places, key=lambda at: not self._table.headings[at].startswith(inner) if inner else at):
            role = self._lexicon.role(self._table.headings[at])
            if at in self._found or role is None or (role in self._settled() and role != URL):
                continue
            if self._may_hold(at, role):
                self._take(at, role, "heading")

    def _may_hold(self, at: int, role: str) -> bool:
        """A heading of several meanings holds what its cells say."""
        content = self._content(at)
        if role == URL:
            return content.addresses >= MOST or not content.filled or URL not in self._settled()
        if role == SAMPLED_ON:
            return content.days >= MOST
        return role != CHANNEL or all(self._lexicon.names_surface(text) for cell in islice(self._cells(at), LOOKED_AT) if (text := shown(cell)))

    def _take_contents(self) -> None:
        """Columns of labels and of addresses, where no heading told them or told them wrongly."""
        if NETWORK not in self._asked.constants:
            self._prefer(NETWORK, lambda content: content.labels)
        self._prefer(URL, lambda content: content.known_addresses)
        if HANDLE not in self._settled():
            self._prefer(HANDLE, lambda content: content.at_signs)

    def _prefer(self, role: str, share: Share) -> None:
        holders = [column.position for column in self._found.values() if column.role == role]
        if any(self._found[at].how == "given" for at in holders) or any(share(self._content(at)) > 0 for at in holders):
            return
        free = [at for at in range(len(self._table.headings)) if self._is_free(at) and share(self._content(at)) >= MOST and not self._is_wide(at)]
        if not free:
            return
        best = max(free, key=lambda at: (share(self._content(at)), -at))
        for at in holders:
            del self._found[at]
        self._take(best, role, "content")

    def _is_free(self, at: int) -> bool:
        """Not taken, or taken by its heading for a text, which any column may hold."""
        column = self._found.get(at)
        if column is None:
            return True
        field = self._lexicon.fields.get(column.role)
        return column.how == "heading" and field is not None and field.kind in TEXTS and column.role != HANDLE

    def _take_wide(self) -> None:
        for at in range(len(self._table.headings)):
            if at not in self._found and self._is_wide(at):
                label = self._lexicon.label(_bare(self._table.headings[at]))
                role = PLATFORM_ID if self._is_number(at) else NETWORK
                self._take(at, role, "heading", label)

    def _is_wide(self, at: int) -> bool:
        """A network's own column: its cells are addresses or names."""
        heading = self._table.headings[at]
        if self._lexicon.role(heading) is not None:
            return False
        label = self._lexicon.label(_bare(heading))
        if label is None or not self._lexicon.on_a_network(label):
            return False
        content = self._content(at)
        return not content.filled or content.addresses + content.names >= MOST or self._is_number(at)

    def _is_number(self, at: int) -> bool:
        """`twitter_id` holds the number of an account, beside the column that names it."""
        words = fold(self._table.headings[at].replace("_", " ")).split()
        return NUMBERED in words[-1:] and len(words) > 1

    def _take_names_for_handles(self) -> None:
        """Where nothing else tells the accounts: a second column of names, or the only one of a register of one network."""
        if {URL, HANDLE} & self._settled() or NETWORK not in self._settled():
            return
        named = [at for at, heading in enumerate(self._table.headings) if self._lexicon.role(heading) == NAME and self._content(at).names == 1]
        second = [at for at in named if at not in self._found]
        only = [at for at in named if NETWORK in self._asked.constants and self._found[at].how == "heading"] if not second else []
        for at in (second or only)[:1]:
            self._take(at, HANDLE, "content")

    def _settled(self) -> set[str]:
        return {column.role for column in self._found.values() if column.label is None} | set(self._asked.constants)

    def _position(self, name: str) -> int | None:
        headings = self._table.headings
        if name in headings:
            return headings.index(name)
        return next((at for at, heading in enumerate(headings) if fold(heading) == fold(name) and fold(name)), None)

    def _content(self, at: int) -> Content:
        if at not in self._contents:
            self._contents[at] = content_of(self._cells(at), self._lexicon, self._legends.get(at, {}))
        return self._contents[at]

    def _cells(self, at: int) -> Iterator[object]:
        return (row.cells[at] for row in self._table.rows)


def names_accounts(chosen: Chosen, asked: Asked) -> bool:
    """Whether the columns can tell any account at all."""
    roles = {column.role for column in chosen.columns} | set(asked.constants)
    return bool(roles & {URL, NETWORK, CHANNEL})


def _bare(heading: str) -> str:
    return heading.rpartition(".")[2]
