"""What every writer of an audit works from."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import PurePosixPath
from posixpath import relpath
from urllib.parse import quote

from msgspec import Struct

from channelfit.audit.model import Audit, Finding
from channelfit.audit.spool import severities
from channelfit.report.check_page import CheckWords
from channelfit.report.finding_words import FindingWords
from channelfit.report.rule import Fields
from channelfit.rulebook.checks import Check, Documented, Severity
from channelfit.rulebook.model import Rulebook, Source
from channelfit.rulebook.text import Language
from channelfit.words import Words, words_for

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


class Screen(Struct, frozen=True):
    """Where a text will be read."""

    width: int
    colour: bool
    verbose: bool = False
    quiet: bool = False


class AuditReport:
    """An audit with the checks that ran, the words of both languages, and the folder that paths are relative to."""

    def __init__(  # noqa: PLR0917 a report is of all of these
        self, audit: Audit, rulebook: Rulebook, checks: Sequence[Documented], lang: Language, screen: Screen, folder: str
    ) -> None:
        self.audit = audit
        self.rulebook = rulebook
        self.checks = checks
        self.lang = lang
        self.screen = screen
        self.french, self.english = (self._words_in(words_for(name)) for name in ("fr", "en"))
        self.sources: dict[str, Source] = {source.id: source for source in rulebook.sources}
        self._folder = folder

    def _words_in(self, words: Words) -> FindingWords:
        return FindingWords(self.rulebook, self.checks, self.audit.as_of, words)

    @property
    def title(self) -> str:
        return self.words.say("audit.title", day=self.words.day(self.audit.as_of))

    @property
    def looked_at(self) -> list[str]:
        """How many of what was checked."""
        undeclared = self.audit.undeclared
        found = [self.words.count("audit.undeclared", undeclared)] if undeclared else []
        return [self.words.count("audit.accounts", self.audit.accounts), *found]

    @property
    def good(self) -> str:
        """What it means that nothing was found: praise is for inventories that leave nothing open."""
        if not self.examined:
            return self.words.say("audit.nothing")
        return self.words.say("audit.good" if any(row.not_declared for row in self.audit.coverage) else "audit.well-kept")

    @property
    def examined(self) -> bool:
        """Whether there was anything to look at."""
        return self.audit.accounts + self.audit.undeclared > 0

    @property
    def subject(self) -> str:
        """What most findings are about, as the heading of a column."""
        return self.words.say("audit.subject")

    @property
    def looked_at_as_data(self) -> dict[str, int]:
        return {"accounts": self.audit.accounts}

    def pages(self) -> Iterator[tuple[Documented, Fields]]:
        """Everything that was asked, with its own documentation."""
        pages = CheckWords(self.rulebook, self.words)
        yield from ((check, pages.fields(check)) for check in self.checks if isinstance(check, Check))

    @property
    def said(self) -> FindingWords:
        """Findings in the language of the report."""
        return self.french if self.lang == "fr" else self.english

    @property
    def words(self) -> Words:
        return self.said.words

    def worst_first(self) -> list[Finding]:
        """The findings by severity, then in the order of the files."""
        return sorted(self.audit.findings, key=self.gravity)

    def gravity(self, finding: Finding) -> tuple[int, str, int, int]:
        """What orders findings: how grave, then where."""
        span = finding.place.span
        return SEVERITIES.index(finding.severity), finding.place.file, span.line, span.column

    def count(self, severity: Severity) -> int:
        return self._counts[severity]

    @cached_property
    def _counts(self) -> Counter[Severity]:
        return severities(self.audit.findings)

    def path(self, finding: Finding) -> str:
        """The file of a finding as it is written, relative to the working folder where it lies in it, with forward slashes."""
        return _written(self._inside(finding))

    def relative(self, finding: Finding) -> str:
        """The file of a finding, relative to the working folder wherever it lies."""
        path = self._inside(finding)
        outside = path.startswith("/") and self._folder.startswith("/")
        return _written(relpath(path, self._folder) if outside else path)

    def uri(self, finding: Finding) -> str:
        return quote(self.relative(finding))

    def _inside(self, finding: Finding) -> str:
        path = PurePosixPath(finding.place.file.replace("\\", "/"))
        return str(path.relative_to(self._folder)) if path.is_relative_to(self._folder) else str(path)


def _written(path: str) -> str:
    """A name that is no valid text, as some systems allow, with marks where it is not."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
