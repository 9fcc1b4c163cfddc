"""One run of the audit: files read, checks chosen, findings written, and the status they leave behind."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from channelfit.audit.baseline import baseline_text, read_baseline
from channelfit.audit.model import Audit
from channelfit.audit.run import AuditTools
from channelfit.cli.audit_choice import SEVERITIES, ChoiceReader, failing
from channelfit.cli.output import write_file
from channelfit.cli.session import Session
from channelfit.inventory.files import expand
from channelfit.inventory.load import Loader
from channelfit.report.audit import WRITERS, writer
from channelfit.report.audit.report import AuditReport, Screen
from channelfit.source.place import Unusable
from channelfit.source.read import as_text, read_bytes

FINDINGS, NOTHING = 1, 3


class AuditRun:
    """What one call of the command does. `options` are those that hold one text."""

    def __init__(self, session: Session, options: Mapping[str, str | None]) -> None:
        self._session = session
        self._options = options

    def run(self, paths: Sequence[str], select: Sequence[str], ignore: Sequence[str], write_baseline: str | None) -> int:
        """The exit status. Raises Unusable, after the good files have been reported."""
        session = self._session
        chosen = session.format(tuple(WRITERS))
        fails = failing(self._options["fail_on"] or SEVERITIES[0])
        rulebook = session.rulebook()
        choice = ChoiceReader(rulebook.checklist().checks, session).read(select, ignore)
        tools = AuditTools(rulebook, session.as_of(), choice)
        loaded = Loader(rulebook, session.lang).load(expand(paths))
        if not loaded.inventories and loaded.problems:
            raise Unusable(loaded.problems)
        audit = tools.audit(loaded.inventories)
        if write_baseline is not None:
            write_file(Path(write_baseline), baseline_text(audit.findings))
        audit = self._without_known(audit, self._options["baseline"])
        self._write(AuditReport(audit, rulebook, tools.checks, session.lang, self._screen(), str(session.environment.folder)), chosen)
        if loaded.problems:
            raise Unusable(loaded.problems)
        return _status(audit, fails)

    def _screen(self) -> Screen:
        return Screen(self._session.environment.width, self._session.colour, self._session.verbose)

    def _write(self, report: AuditReport, chosen: str) -> None:
        self._session.write(writer(chosen)(report))

    def _without_known(self, audit: Audit, path: str | None) -> Audit:
        """The audit without the findings of a baseline."""
        if path is None:
            return audit
        known = read_baseline(as_text(read_bytes(path), path), path)
        fresh = tuple(finding for finding in audit.findings if finding.fingerprint not in known)
        return replace(audit, findings=fresh, known=tuple(finding for finding in audit.findings if finding.fingerprint in known))


def _status(audit: Audit, fails: Sequence[str]) -> int:
    """Findings weigh more than an empty inventory: neither is ever mistaken for success."""
    if any(finding.severity in fails for finding in audit.findings):
        return FINDINGS
    return NOTHING if audit.accounts + audit.undeclared == 0 else 0
