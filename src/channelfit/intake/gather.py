"""Rows to accounts: every row is used, merged into one used before, or set aside with a reason."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from channelfit.intake import model
from channelfit.intake.claims import Claimed, ClaimReader
from channelfit.intake.facts import LONGEST, FactReader, day_in
from channelfit.intake.lexicon import PLACEHOLDER, TOTAL, Lexicon
from channelfit.intake.model import Account, CellAside, Disagreement, SetAside, Value
from channelfit.intake.settle import Settled, Settler
from channelfit.intake.table import Row, Table, shown
from channelfit.source.nearest import fold

SHOWN = 200  # characters of a cell in the report
NAMES = ("display_name", "owner.unit", "handle")
OPENED, UNIT, NAME, NUMBER = "opened_on", "owner.unit", "display_name", "platform_id"


class Gatherer:
    """Goes through the rows of one table."""

    def __init__(self, table: Table, claims: ClaimReader, facts: FactReader, lexicon: Lexicon) -> None:
        self._table = table
        self._claims = claims
        self._facts = facts
        self._lexicon = lexicon
        self._settler = Settler(lexicon)
        self._heading = [fold(heading) for heading in table.headings]
        self.accounts: dict[str, Account] = {}
        self.set_aside: list[SetAside] = []
        self.cells: list[CellAside] = []
        self.disagreements: list[Disagreement] = []
        self.rows = self.used = self.merged = 0

    def gather(self) -> None:
        for _, rows in groupby(self._table.rows, key=lambda row: row.number):
            self.rows += 1
            self._row(list(rows))

    def _row(self, rows: Sequence[Row]) -> None:
        """One row of the file: of a record whose list was taken apart, all its parts."""
        reasons: list[str] = []
        new = known = 0
        aside: list[CellAside] = []
        for row in rows:
            reason = self._no_row(row)
            if reason is not None:
                reasons.append(reason)
                continue
            facts: dict[str, Value] | None = None
            for claimed in self._claims.claims(row):
                settled = self._settle(claimed, row)
                if settled.reason is not None:
                    reasons.append(settled.reason)
                    aside.append(self._aside(row, claimed, settled.reason))
                    continue
                facts = self._facts.read(row) if facts is None else facts
                if self._add(settled, claimed, dict(facts), row):
                    new += 1
                else:
                    known += 1
        if new:
            self.used += 1
        elif known:
            self.merged += 1
        else:
            self.set_aside.append(SetAside(rows[0].number, _gravest(reasons), self._values(rows[0])))
            return
        self.cells += aside

    def _no_row(self, row: Row) -> str | None:
        texts = [text for cell in row.cells if (text := shown(cell))]
        if not texts:
            return model.EMPTY_ROW
        if texts[0] in self._table.headings and [fold(shown(cell)) for cell in row.cells] == self._heading:
            return model.HEADING_ROW
        if self._lexicon.meaning(texts[0]) == TOTAL and not any(self._lexicon.recogniser.of_url(text) for text in texts):
            return model.TOTAL_ROW
        if all(self._lexicon.meaning(text) == PLACEHOLDER for text in texts):
            return model.PLACEHOLDER_ROW
        return None

    def _settle(self, claimed: Claimed, row: Row) -> Settled:
        claim = claimed.claim
        settled = self._settler.settle(claim, claimed.label)
        if claimed.says_nothing is not None and (settled.reason in (None, model.NO_ADDRESS) and not self._names_itself(settled, row)):
            meaning = self._lexicon.meaning(claimed.says_nothing)
            return Settled(model.PLACEHOLDER_ROW if meaning == PLACEHOLDER else model.NO_ADDRESS)
        if settled.reason == model.DISAGREE:
            label = claimed.column.heading if claimed.label is not None and claimed.column is not None else self._claims.label_of(row)
            self.disagreements.append(Disagreement(row.number, label[:SHOWN], claim.url[:SHOWN]))
        if settled.reason == model.NO_ADDRESS and claimed.label is None and self._facts.read(row).get(NAME):
            return Settled(None, settled.channel, settled.network)
        if len(claim.url) > LONGEST or len(claim.handle) > LONGEST:
            return Settled(model.TOO_LONG)
        if settled.reason == model.NO_CHANNEL and not claim.url and not claim.handle:
            return Settled(model.NO_ACCOUNT)
        return settled

    def _names_itself(self, settled: Settled, row: Row) -> bool:
        """A channel of the organisation's own needs no address; an account on a network needs at least a name."""
        return settled.reason is None or bool(self._facts.read(row).get(NAME))

    def _add(self, settled: Settled, claimed: Claimed, facts: dict[str, Value], row: Row) -> bool:
        """Whether the account is new; one that is known takes what this row adds, and of a later day what it says."""
        day = day_in(facts)
        if settled.url:
            facts["url"] = settled.url
        if settled.handle:
            facts["handle"] = settled.handle.removeprefix("@")
        if claimed.number and NUMBER not in facts:
            facts[NUMBER] = claimed.number
        key = settled.key if settled.url or settled.handle else _key_of_names(settled, facts)
        account = self.accounts.get(key)
        if account is None:
            self.accounts[key] = Account(key, settled.channel, settled.network, facts, row.number, day)
            return True
        _merge(account, facts, day)
        return False

    def _aside(self, row: Row, claimed: Claimed, reason: str) -> CellAside:
        column = claimed.column.heading if claimed.column is not None else ""
        said = claimed.claim.url or claimed.claim.handle or claimed.says_nothing or " ".join(claimed.claim.labels)
        return CellAside(row.number, column, reason, said[:SHOWN])

    def _values(self, row: Row) -> dict[str, str]:
        return {heading: text[:SHOWN] for heading, cell in zip(self._table.headings, row.cells, strict=True) if (text := shown(cell))}


def _key_of_names(settled: Settled, facts: Mapping[str, Value]) -> str:
    """An account without an address is told from others by whose it is and how it is called."""
    return "\n".join([settled.channel, *(fold(str(facts.get(name, ""))) for name in NAMES)])


def _merge(account: Account, facts: dict[str, Value], day: object) -> None:
    later = day is not None and (account.day is None or day >= account.day)  # type: ignore[operator]
    for name, value in facts.items():
        if later or name not in account.facts:
            account.facts[name] = value
    if later:
        account.day = day  # type: ignore[assignment]


def _gravest(reasons: Sequence[str]) -> str:
    """Of several reasons the one that somebody has to look at first."""
    order = (model.DISAGREE, model.UNKNOWN_NETWORK, model.SURFACE_UNKNOWN, model.NOT_AN_ACCOUNT, model.NO_ADDRESS)
    return next((reason for reason in order if reason in reasons), reasons[0] if reasons else model.NO_ACCOUNT)
