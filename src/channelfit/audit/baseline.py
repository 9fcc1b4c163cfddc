"""What was already found on day one: findings whose fingerprints are on file are known, and no news."""

from collections.abc import Iterable

import msgspec

from channelfit.audit.model import Finding
from channelfit.source.place import Problem, Unusable

SCHEMA = "channelfit/baseline/1"
INDENT = 2


class Known(msgspec.Struct, frozen=True):
    """One finding of the baseline; what it was about is kept for people, and never compared."""

    fingerprint: str
    check: str = ""
    subjects: tuple[str, ...] = ()


class Baseline(msgspec.Struct, frozen=True):
    schema: str
    findings: tuple[Known, ...]


def read_baseline(text: str, name: str) -> frozenset[str]:
    """The fingerprints on file. Raises Unusable."""
    try:
        baseline = msgspec.json.decode(text, type=Baseline)
    except msgspec.MsgspecError as error:
        raise Unusable([Problem("baseline-unreadable", params={"file": name, "what": str(error)})]) from None
    if baseline.schema != SCHEMA:
        raise Unusable([Problem("baseline-unreadable", params={"file": name, "what": baseline.schema})])
    return frozenset(item.fingerprint for item in baseline.findings)


def baseline_text(findings: Iterable[Finding]) -> str:
    """The file that makes these findings known, in a stable order: a change of it can be read as a difference."""
    known = {finding.fingerprint: Known(finding.fingerprint, finding.check, finding.subjects) for finding in findings}
    ordered = sorted(known.values(), key=lambda item: (item.check, item.subjects, item.fingerprint))
    return msgspec.json.format(msgspec.json.encode(Baseline(SCHEMA, tuple(ordered))), indent=INDENT).decode() + "\n"
