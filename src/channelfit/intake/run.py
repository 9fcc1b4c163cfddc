"""One import from a file to its outcome."""

from collections.abc import Callable, Mapping

from channelfit.channels.recognise import Recogniser
from channelfit.intake.claims import ClaimReader
from channelfit.intake.columns import Asked, Chosen, ColumnChooser, names_accounts
from channelfit.intake.facts import FactReader
from channelfit.intake.formats import Opened, open_file
from channelfit.intake.gather import Gatherer
from channelfit.intake.heading import table_of_grid
from channelfit.intake.ids import give_ids
from channelfit.intake.lexicon import NETWORK, Lexicon
from channelfit.intake.model import Imported, Value
from channelfit.intake.table import Content, Notice, Records, Table
from channelfit.intake.unfold import URL, Unfolder
from channelfit.rulebook.intake import Preset
from channelfit.rulebook.model import Rulebook
from channelfit.source.nearest import nearest
from channelfit.source.place import Problem, Unusable

ORGANISATION = "organisation."
SHOWN_HEADINGS = 20
TOLD_BY_CLAIMS = ("channel",)  # kinds of fields
Confirm = Callable[[Chosen], None]


class Importer:
    """Imports files by one rulebook. `asked` and `preset` are what the caller says of their columns."""

    def __init__(self, rulebook: Rulebook, columns: Mapping[str, str], constants: Mapping[str, str], preset: str | None) -> None:
        self._rulebook = rulebook
        self.lexicon = Lexicon(rulebook, Recogniser(rulebook))
        self._preset = None if preset is None else self._named(preset)
        self._check_roles(columns, constants)
        self._asked = Asked(columns, {role: value for role, value in constants.items() if not role.startswith(ORGANISATION)})
        self._organisation = {role.removeprefix(ORGANISATION): value for role, value in constants.items() if role.startswith(ORGANISATION)}
        self._check_constants()

    @property
    def order(self) -> tuple[str, ...]:
        return tuple(self.lexicon.shape.fields["account"])

    def run(self, path: str, name: str, confirm: Confirm | None = None) -> Imported:
        """Raises Unusable. `confirm` sees the columns before anything is made of them."""
        opened = open_file(path, name)
        table, chosen = self._choose(opened, name)
        if confirm is not None and self._preset is None:
            confirm(chosen)
        facts = FactReader(chosen.columns, table.rows, self.lexicon, self._rulebook, self._preset.days if self._preset else None)
        gatherer = Gatherer(table, ClaimReader(chosen, self._asked.constants, self.lexicon), facts, self.lexicon)
        gatherer.gather()
        accounts = list(gatherer.accounts.values())
        for role, value in self._constants(facts).items():
            for account in accounts:
                account.facts.setdefault(role, value)
        give_ids(accounts)
        return Imported(
            source=name,
            sheet=table.name,
            encoding=opened.encoding,
            columns=chosen.columns,
            unused=chosen.unused,
            dropped=table.dropped,
            notices=[*opened.notices, *table.notices, *facts.notices],
            accounts=accounts,
            rows=gatherer.rows,
            used=gatherer.used,
            merged=gatherer.merged,
            set_aside=gatherer.set_aside,
            cells=gatherer.cells,
            disagreements=gatherer.disagreements,
            not_understood=facts.not_understood,
            organisation=self._organisation_block(),
        )

    def _choose(self, opened: Opened, name: str) -> tuple[Table, Chosen]:
        """The first sheet whose columns tell accounts; the first of all where none does."""
        if not opened.contents:
            raise Unusable([Problem("import-empty", params={"file": name})])
        columns = self._preset.columns if self._preset else None
        tables = [self._table(content) for content in opened.contents]
        problems: list[Problem] = []
        for table in tables:
            try:
                chosen = ColumnChooser(table, self.lexicon, self._asked, columns).choose()
            except Unusable as unusable:
                problems = problems or unusable.problems
                continue
            if self._preset and URL not in {column.role for column in chosen.columns}:
                wanted = self._preset.columns[URL]
                problems = problems or [Problem("preset-column", params={"preset": self._preset.id, "found": wanted, "known": tuple(table.headings)})]
            elif names_accounts(chosen, self._asked):
                if len(tables) > 1:
                    table.notices.append(Notice("sheet-chosen", {"sheet": table.name, "sheets": tuple(one.name for one in tables)}))
                return table, chosen
        known = tuple(heading for table in tables for heading in table.headings)
        raise Unusable(problems or [Problem("no-columns", params={"file": name, "headings": known[:SHOWN_HEADINGS]})])

    def _table(self, content: Content) -> Table:
        unfolder = Unfolder(self.lexicon, self._preset.entries if self._preset else ())
        return unfolder.records(content) if isinstance(content, Records) else unfolder.table(table_of_grid(content, self.lexicon))

    def _named(self, preset: str) -> Preset:
        known = {one.id: one for one in self.lexicon.intake.presets}
        if preset not in known:
            raise Unusable([Problem("unknown-preset", params={"found": preset, "nearest": nearest(preset, known), "known": tuple(known)})])
        return known[preset]

    def _check_roles(self, columns: Mapping[str, str], constants: Mapping[str, str]) -> None:
        organisation = tuple(f"{ORGANISATION}{name}" for name in self.lexicon.shape.fields["organisation"])
        known = self.lexicon.roles
        wrong = [role for role in columns if role not in known] + [role for role in constants if role not in (*known, *organisation)]
        if wrong:
            raise Unusable(
                [
                    Problem("unknown-field", params={"found": role, "nearest": nearest(role, (*known, *organisation)), "known": known})
                    for role in wrong
                ]
            )

    def _check_constants(self) -> None:
        """A network that is told for every row is one that we know."""
        text = self._asked.constants.get(NETWORK)
        if text is not None and self.lexicon.label(text) is None:
            raise Unusable([Problem("unknown-network", params={"found": text, "nearest": nearest(text, self.lexicon.shape.networks)})])

    def _constants(self, facts: FactReader) -> dict[str, Value]:
        found = {role: facts.constant(role, text) for role, text in self._asked.constants.items() if role in self.lexicon.fields}
        problems = [
            Problem("constant-unreadable", params={"found": self._asked.constants[role], "field": role})
            for role, value in found.items()
            if value is None
        ]
        if problems:
            raise Unusable(problems)
        return {role: value for role, value in found.items() if value is not None and self.lexicon.fields[role].kind not in TOLD_BY_CLAIMS}

    def _organisation_block(self) -> dict[str, Value]:
        preset = self._preset.organisation if self._preset else {}
        return {**preset, **self._organisation}
