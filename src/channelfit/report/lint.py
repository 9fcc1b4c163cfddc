"""What rules about rules found, for the writers of audits."""

from collections.abc import Iterator

from channelfit.audit.model import Audit, Finding
from channelfit.lint.run import Linted
from channelfit.report.audit.report import AuditReport, Screen
from channelfit.report.finding_words import FindingWords
from channelfit.report.lint_page import lint_fields
from channelfit.report.rule import Fields
from channelfit.rulebook.checks import Documented, Lint
from channelfit.rulebook.text import Language
from channelfit.words import Words


class LintWords(FindingWords):
    """Fills in the texts of rules about rules: ids stay ids, and what loading says is said here in the same words."""

    def _param(self, name: str, finding: Finding) -> str:
        if name == "problem":
            return self.words.say(f"problem.{finding.params['problem']}", **finding.params)
        if name == "remedy":
            return self.words.say(f"problem.{finding.params['problem']}.remedy", **finding.params)
        if name == "meant":
            near = finding.params.get("nearest")
            return self.words.say("lint.meant", meant=self.words.say("problem.did-you-mean", nearest=near)) if near else "."
        return self.said(finding.params.get(name))

    def _name_of(self, value: str) -> str:
        return value


class LintReport(AuditReport):
    """The findings on a rulebook: the subjects are rules, cases, sources and the like instead of accounts."""

    def __init__(self, linted: Linted, audit: Audit, lang: Language, screen: Screen, folder: str) -> None:
        self._linted = linted
        super().__init__(audit, linted.rulebook, linted.rulebook.checklist().lints, lang, screen, folder)

    def _words_in(self, words: Words) -> FindingWords:
        return LintWords(self.rulebook, self.checks, self.audit.as_of, words)

    @property
    def title(self) -> str:
        return self.words.say("lint.title", day=self.words.day(self.audit.as_of))

    @property
    def looked_at(self) -> list[str]:
        return [self.words.count("lint.rules", self._linted.rules), self.words.count("lint.cases", self._linted.cases)]

    @property
    def examined(self) -> bool:
        return self._linted.rules > 0

    @property
    def good(self) -> str:
        return self.words.say("lint.good")

    @property
    def subject(self) -> str:
        return self.words.say("lint.subject")

    @property
    def looked_at_as_data(self) -> dict[str, int]:
        return {"accounts": 0, "rules": self._linted.rules, "cases": self._linted.cases}

    def pages(self) -> Iterator[tuple[Documented, Fields]]:
        yield from ((lint, lint_fields(lint, self.words)) for lint in self.checks if isinstance(lint, Lint))
