"""An import on the screen: the count that adds up, the columns, what was set aside and why."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from channelfit.intake.columns import Chosen, Column
from channelfit.intake.lexicon import AFFIRMATION, Lexicon
from channelfit.intake.model import Imported, SetAside
from channelfit.words import Words

FEW = 8  # rows, columns or examples named in a line


class ImportWords:
    """Says what an import did, in one language."""

    def __init__(self, words: Words, lexicon: Lexicon) -> None:
        self._words = words
        self._lexicon = lexicon

    def summary(self, imported: Imported, output: str | None, *, full: bool) -> str:
        words = self._words
        lines = [
            words.say("import.read", rows=words.count("import.rows", imported.rows), file=imported.source),
            words.say("import.balance", used=imported.used, merged=imported.merged, aside=len(imported.set_aside), accounts=len(imported.accounts)),
            *self._columns(imported.columns, full=full),
            *self._left(imported, full=full),
            *self._aside(imported.set_aside, full=full),
            *self._cells(imported),
        ]
        if output is not None:
            lines += ["", words.say("written", file=output), words.say("import.next", file=output)]
        elif not imported.accounts:
            lines += ["", words.say("import.nothing")]
        return "\n".join(lines) + "\n"

    def question(self, chosen: Chosen) -> str:
        lines = [*self._columns(chosen.columns, full=True)]
        if chosen.unused:
            lines.append(self._words.say("import.unused", columns=_few(chosen.unused)))
        return "\n".join([*lines, self._words.say("import.agree")]) + " "

    def agrees(self, answer: str) -> bool:
        """An empty line agrees; the end of the input does not."""
        return answer.strip() == "" if answer[:1] in ("\n", "\r") else self._lexicon.meaning(answer.strip()) == AFFIRMATION or self._is_yes(answer)

    def _is_yes(self, answer: str) -> bool:
        return answer.strip().casefold() in self._lexicon.intake.words.get("yes", ())

    def _columns(self, columns: Iterable[Column], *, full: bool) -> Iterator[str]:
        yield self._words.say("import.columns")
        for column in columns:
            how = self._words.say(f"import.how.{column.how}")
            yield self._words.say("import.column" if full else "import.column-short", column=column.heading, field=self._field(column), how=how)

    def _field(self, column: Column) -> str:
        if column.label is not None:
            return self._words.say("import.accounts-on", network=column.label.network)
        field = self._lexicon.fields.get(column.role)
        return field.label.in_(self._words.lang) if field is not None else self._words.say(f"import.role.{column.role}")

    def _left(self, imported: Imported, *, full: bool) -> Iterator[str]:
        words = self._words
        if imported.unused:
            yield words.say("import.unused", columns=imported.unused if full else _few(imported.unused))
        if imported.dropped:
            yield words.say("import.dropped", columns=imported.dropped)
        for notice in imported.notices:
            yield words.say(f"import.notice.{notice.code}", **notice.params)
        for item in imported.not_understood:
            yield words.count("import.not-understood", item.cells, column=item.column, example=item.example)

    def _aside(self, rows: Iterable[SetAside], *, full: bool) -> Iterator[str]:
        by_reason: dict[str, list[int]] = defaultdict(list)
        for item in rows:
            by_reason[item.reason].append(item.row)
        if by_reason:
            yield self._words.say("import.set-aside")
        for reason, numbers in sorted(by_reason.items(), key=lambda item: -len(item[1])):
            listed = [str(number) for number in numbers]
            yield self._words.say(
                "import.reason", n=len(numbers), reason=self._words.say(f"import.reason.{reason}"), rows=listed if full else _few(listed)
            )

    def _cells(self, imported: Imported) -> Iterator[str]:
        if imported.cells:
            example = imported.cells[0]
            reason = self._words.say(f"import.reason.{example.reason}")
            yield self._words.count("import.cells", len(imported.cells), row=example.row, value=example.value, reason=reason)


def _few(items: list[str]) -> list[str]:
    return items if len(items) <= FEW else [*items[:FEW], "…"]
