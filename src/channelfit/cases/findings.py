"""What a case may expect of an audit."""

from collections.abc import Iterator

from channelfit.audit.model import Audit
from channelfit.cases.expectations import several
from channelfit.cases.model import Expectation, Miss
from channelfit.source.place import Param

FINDING, NOT_DECLARED = "finding", "not_declared"


def misses(line: Expectation, audit: Audit) -> Iterator[Miss]:
    """One for each check whose outcome is another than expected."""
    for check in several(line.value):
        got, params = outcome(check, audit)
        if got != line.kind:
            yield Miss(line.kind, check, line.place, f"got.{got}", params, (), (check,))


def outcome(check: str, audit: Audit) -> tuple[str, dict[str, Param]]:
    """Whether a check finds something, finds nothing, or cannot tell: the expectation that would be met."""
    params: dict[str, Param] = {"check": check}
    found = [finding for finding in audit.findings if finding.check == check]
    if found:
        subjects = tuple(subject for finding in found for subject in finding.subjects)
        return FINDING, {**params, "subjects": subjects, "line": found[0].place.span.line}
    row = next((row for row in audit.coverage if row.check == check), None)
    if row is None:
        return "no-check", params
    if row.not_declared:
        return NOT_DECLARED, params
    return ("no_finding" if row.decided else "no-subject"), params
