"""The streams of an audit, one after the other, with a progress bar where somebody is watching."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from channelfit.audit.collect import Collected
from channelfit.audit.parallel import parts
from channelfit.audit.run import AuditTools
from channelfit.audit.streaming import NOT_RUN, Addresses, StreamAuditor, batches, repeated_check
from channelfit.conditions.model import Known
from channelfit.inventory.complete import Completer
from channelfit.inventory.stream import Row, open_stream
from channelfit.rulebook.checks import Scope
from channelfit.source.limits import PROBLEMS_SHOWN
from channelfit.source.place import Problem, Unusable

SHORT = 4 * 1024 * 1024  # bytes of a stream that one processor reads sooner than two can be started


def audit_streams(
    paths: Sequence[str], organisation: Mapping[str, Known], tools: AuditTools, completer: Completer, collected: Collected
) -> tuple[tuple[Scope, ...], list[Problem]]:
    """Adds the findings to what is collected; the scopes that cannot run on a stream, and what is wrong with the records."""
    problems: list[Problem] = []
    for path in paths:
        try:
            _audit_stream(path, organisation, tools, completer, collected, problems)
        except Unusable as unusable:
            problems += unusable.problems
    return NOT_RUN, problems[:PROBLEMS_SHOWN]


def _audit_stream(
    path: str,
    organisation: Mapping[str, Known],
    tools: AuditTools,
    completer: Completer,
    collected: Collected,
    problems: list[Problem],
) -> None:
    stream, rows = open_stream(path)
    auditor = StreamAuditor(tools, organisation, stream, completer)
    addresses = Addresses()
    for part in parts(batches(rows), auditor, alone=Path(path).stat().st_size < SHORT):
        collected.add(part.result)
        problems += part.problems[: PROBLEMS_SHOWN - len(problems)]
        addresses.note(part.addresses)
    check = repeated_check(tools.checks)
    if check is not None and addresses.first_lines:
        names = auditor.names(_again(path), addresses.first_lines)
        collected.add_findings(addresses.findings(check, names, auditor.organisation, stream))


def _again(path: str) -> Iterable[Row]:
    return open_stream(path)[1]
