"""One run of the import: columns agreed on, files written or not at all, and what is said on the screen."""

import gc
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from channelfit.cli.output import write, write_file
from channelfit.cli.session import Session
from channelfit.intake.columns import Chosen
from channelfit.intake.run import Importer
from channelfit.intake.write_presence import presence_yaml
from channelfit.report.imports.comment import comment
from channelfit.report.imports.json_ import report_json
from channelfit.report.imports.text import ImportWords
from channelfit.source.opened import name_of
from channelfit.source.place import Problem, Unusable
from channelfit.source.read import STDIN

NOTHING = 3
CONSTANT = "="


class ImportRun:
    """What one call of the command does."""

    def __init__(self, session: Session, options: Mapping[str, str | None]) -> None:
        self._session = session
        self._report = options["report"]
        self._preset = options["preset"]
        self._to_file = session.output is not None and session.output != STDIN

    def run(self, path: str, mapped: Sequence[str]) -> int:
        """The exit status. Raises Unusable."""
        session = self._session
        columns, constants = _mapping(mapped)
        self._refuse_to_overwrite(path)
        gc.disable()  # what is read is kept until the end: looking for what could go costs a third of the time
        importer = Importer(session.rulebook(), columns, constants, self._preset)
        words = ImportWords(session.words, importer.lexicon)
        name = name_of(path, session.lang)
        imported = importer.run(path, name, self._confirm(words) if self._may_ask(path) else None)
        if self._report is not None:
            write_file(Path(self._report), report_json(imported))
        if imported.accounts:
            head = comment(imported, importer.lexicon, session.words, session.as_of())
            session.write(presence_yaml(imported, head, importer.order))
        if not session.quiet or not imported.accounts:
            self._say(words.summary(imported, session.output if self._to_file and imported.accounts else None, full=session.verbose))
        return 0 if imported.accounts else NOTHING

    def _refuse_to_overwrite(self, source: str) -> None:
        """An inventory that somebody may have edited is never replaced, and neither is the file that is read."""
        output = Path(self._session.output) if self._session.output is not None and self._to_file else None
        if output is not None and output.is_file():
            raise Unusable([Problem("output-exists", params={"file": str(output), "other": str(_other(output))})])
        if (
            self._report is not None
            and Path(self._report).is_file()
            and source != STDIN
            and Path(source).exists()
            and Path(source).samefile(self._report)
        ):
            raise Unusable([Problem("report-is-source", params={"file": self._report})])
        if output is not None and self._report is not None and output.absolute() == Path(self._report).absolute():
            raise Unusable([Problem("report-is-output", params={"file": self._report})])

    def _may_ask(self, path: str) -> bool:
        return path != STDIN and self._session.environment.terminal and not self._session.no_input and sys.stdin is not None and sys.stdin.isatty()

    def _confirm(self, words: ImportWords) -> "Confirming":
        return Confirming(words, self._say)

    def _say(self, text: str) -> None:
        """To the screen; beside a presence that goes there itself, to standard error."""
        if self._to_file and self._session.output is not None:
            write(text, None)
        elif sys.stderr is not None:
            sys.stderr.write(text)


class Confirming:
    """Shows the columns and asks whether they are right."""

    def __init__(self, words: ImportWords, say: Callable[[str], None]) -> None:
        self._words = words
        self._say = say

    def __call__(self, chosen: Chosen) -> None:
        self._say(self._words.question(chosen))
        answer = sys.stdin.readline()
        if not self._words.agrees(answer):
            raise Unusable([Problem("import-declined")])


def _mapping(mapped: Sequence[str]) -> tuple[dict[str, str], dict[str, str]]:
    """`field=Column` and `field==constant`, apart."""
    columns: dict[str, str] = {}
    constants: dict[str, str] = {}
    problems = []
    for text in mapped:
        field, sign, column = text.partition("=")
        field, value = field.strip(), column.removeprefix(CONSTANT).strip()
        if not sign or not field or not value:
            problems.append(Problem("map-unreadable", params={"found": text}))
        elif field in columns or field in constants:
            problems.append(Problem("map-twice", params={"found": field}))
        else:
            (constants if column.startswith(CONSTANT) else columns)[field] = value
    if problems:
        raise Unusable(problems)
    return columns, constants


def _other(path: Path) -> Path:
    number = 2
    while (other := path.with_stem(f"{path.stem}-{number}")).exists():
        number += 1
    return other
