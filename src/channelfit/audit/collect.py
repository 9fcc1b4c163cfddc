"""Gathers what several files and streams gave into one audit."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from channelfit.audit.engine import Result
from channelfit.audit.model import Audit, Finding
from channelfit.audit.spool import Packed, Spool
from channelfit.audit.tally import Tally
from channelfit.rulebook.checks import Check, Scope


class Collected:
    """Findings of any number. Those whose fingerprints are in the baseline are known, and kept apart."""

    def __init__(self, baseline: Collection[str] = ()) -> None:
        self._baseline = baseline
        self.findings, self.ignored, self.known = Spool(), Spool(), Spool()
        self._tally = Tally()
        self._accounts = self._undeclared = 0

    def add(self, result: Result) -> None:
        if isinstance(result.findings, Packed) and not self._baseline:
            self.findings.extend_packed(result.findings)
        else:
            self.add_findings(result.findings.findings() if isinstance(result.findings, Packed) else result.findings)
        self.ignored.extend(result.ignored)
        self._tally.add(result.tally)
        self._accounts += result.accounts
        self._undeclared += result.undeclared

    def add_findings(self, findings: Iterable[Finding]) -> None:
        listed = list(findings)
        self.findings.extend(finding for finding in listed if finding.fingerprint not in self._baseline)
        self.known.extend(finding for finding in listed if finding.fingerprint in self._baseline)

    def audit(self, day: date, checks: Sequence[Check], scopes_not_run: tuple[Scope, ...]) -> Audit:
        return Audit(
            as_of=day,
            accounts=self._accounts,
            undeclared=self._undeclared,
            findings=self.findings,
            ignored=self.ignored,
            known=self.known,
            coverage=self._tally.coverage(checks),
            wanted=self._tally.wanted(),
            scopes_not_run=scopes_not_run,
        )
