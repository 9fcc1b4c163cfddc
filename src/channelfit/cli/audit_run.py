"""One run of the audit: files read, checks chosen, findings written, and the status they leave behind."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from channelfit.audit.baseline import baseline_text, read_baseline
from channelfit.audit.collect import Collected
from channelfit.audit.model import Audit
from channelfit.audit.run import AuditTools, organisation_of
from channelfit.audit.spool import severities
from channelfit.cli.audit_choice import SEVERITIES, ChoiceReader, failing
from channelfit.cli.output import write_file
from channelfit.cli.session import Session
from channelfit.conditions.model import Known
from channelfit.inventory.files import expand, is_stream
from channelfit.inventory.load import Loaded, Loader
from channelfit.inventory.model import Source
from channelfit.report.audit import WRITERS, writer
from channelfit.report.audit.report import AuditReport, Screen
from channelfit.rulebook.checks import Scope, Severity
from channelfit.source.place import Problem, Unusable
from channelfit.source.read import as_text, read_bytes

if TYPE_CHECKING:
    from channelfit.inventory.observed import Observed

FINDINGS, UNUSABLE, NOTHING = 1, 2, 3


class AuditRun:
    """What one call of the command does. `options` are those that hold one text."""

    def __init__(self, session: Session, options: Mapping[str, str | None]) -> None:
        self._session = session
        self._options = options
        self._rulebook = session.rulebook()
        self._loader = Loader(self._rulebook, session.lang)

    def run(self, paths: Sequence[str], select: Sequence[str], ignore: Sequence[str], write_baseline: str | None) -> int:
        """The exit status. Raises Unusable for what cannot be read, after the rest has been reported."""
        session = self._session
        chosen = session.format(tuple(WRITERS))
        fails = failing(self._options["fail_on"] or SEVERITIES[0])
        choice = ChoiceReader(self._rulebook.checklist().checks, session).read(select, ignore)
        files, empty = expand(paths)
        loaded = self._loader.load([path for path in files if not is_stream(path)])
        tools = AuditTools(self._rulebook, session.as_of(loaded.as_of), choice)
        audit, problems = self._audit(loaded, [path for path in files if is_stream(path)], tools)
        if write_baseline is not None and not problems:
            write_file(Path(write_baseline), baseline_text((*audit.findings, *audit.known)))
        screen = Screen(session.environment.width, session.colour, session.verbose, session.quiet)
        report = AuditReport(audit, self._rulebook, tools.checks, session.lang, screen, str(session.environment.folder))
        reported = audit.accounts + audit.undeclared + len(audit.findings) > 0
        if reported or not (problems or empty):
            session.write(writer(chosen)(report))
        status = _status(audit, fails, empty)
        if problems or empty:
            raise Unusable([*empty, *problems], rest_done=reported, status=UNUSABLE if problems else status)
        return status

    def _audit(self, loaded: Loaded, streams: Sequence[str], tools: AuditTools) -> tuple[Audit, list[Problem]]:
        collected = Collected(self._baseline())
        problems = list(loaded.problems)
        sources: list[Source] = [*loaded.inventories, *self._observed(loaded, problems)]
        if sources:
            collected.add(tools.audit(sources))
        not_run: tuple[Scope, ...] = ()
        if streams:
            from channelfit.cli.audit_streams import audit_streams

            not_run, more = audit_streams(streams, self._organisation(loaded), tools, self._loader.completer, collected)
            problems += more
        return collected.audit(tools.day, tools.checks, not_run), problems

    def _organisation(self, loaded: Loaded) -> Mapping[str, Known]:
        """The organisation whose streams these are: named by the option, or the one of the files beside them."""
        path = self._options["organisation"]
        return organisation_of(loaded.inventories) if path is None else self._loader.open(path).organisation.facts

    def _observed(self, loaded: Loaded, problems: list[Problem]) -> "list[Observed]":
        """The accounts seen in the wild that none of the inventories declares; a list that cannot be read keeps nobody from the rest."""
        path = self._options["observed"]
        if path is None:
            return []
        from channelfit.audit.wild import undeclared_among
        from channelfit.inventory.observed import read_observed

        try:
            seen = read_observed(as_text(read_bytes(path), path), path, self._loader.shape, self._loader.completer)
        except Unusable as unusable:
            problems += unusable.problems
            return []
        return [undeclared_among(seen, loaded.inventories)]

    def _baseline(self) -> frozenset[str]:
        path = self._options["baseline"]
        return frozenset() if path is None else read_baseline(as_text(read_bytes(path), path), path)


def _status(audit: Audit, fails: Sequence[Severity], empty: Sequence[Problem]) -> int:
    """Findings weigh more than an inventory or a folder with nothing in it: neither is ever mistaken for success."""
    if any(severities(audit.findings)[severity] for severity in fails):
        return FINDINGS
    return NOTHING if empty or audit.accounts + audit.undeclared == 0 else 0
