"""Outcomes as JSON, the form that scripts read (schema channelfit/cases/1)."""

from collections import Counter
from typing import Any

import msgspec

from channelfit.cases.model import Miss, Outcome, Row
from channelfit.report.cases.report import NEVER, CasesReport, said_of
from channelfit.words import LANGUAGES, words_for

SCHEMA = "channelfit/cases/1"
INDENT = 2
Tree = dict[str, Any]


def write(report: CasesReport) -> str:
    counts = Counter(outcome.status for outcome in report.outcomes)
    summary = {"cases": len(report.outcomes), **{status.replace("-", "_"): counts[status] for status in ("passed", "failed", "todo", "todo-passes")}}
    tree: Tree = {"schema": SCHEMA, "summary": summary, "cases": [_case(outcome, report) for outcome in report.outcomes]}
    if report.coverage is not None:
        tree["coverage"] = _coverage(report)
    return msgspec.json.format(msgspec.json.encode(tree), indent=INDENT).decode() + "\n"


def _case(outcome: Outcome, report: CasesReport) -> Tree:
    case = outcome.case
    tree: Tree = {
        "name": case.name,
        "file": report.file(outcome),
        "line": case.place.span.line,
        "origin": case.origin,
        "as_of": case.day.isoformat(),
        "status": outcome.status,
    }
    if case.todo is not None:
        tree["todo"] = case.todo
    return {**tree, "failures": [_miss(miss) for miss in outcome.misses]}


def _miss(miss: Miss) -> Tree:
    got = {lang: said_of(miss, words_for(lang)) for lang in LANGUAGES.values()}
    tree: Tree = {"expectation": miss.kind, "line": miss.place.span.line, "expected": miss.expected, "got": got}
    return {**tree, "contributions": [_row(row) for row in miss.rows], "rules": miss.rules}


def _row(row: Row) -> Tree:
    part = msgspec.to_builtins(row.part)
    fit = {key: value for key, value in part["fit"].items() if key != "vetoes" or value}
    return {"channel": row.channel, **part, "fit": fit}


def _coverage(report: CasesReport) -> Tree:
    assert report.coverage is not None
    tree: Tree = {"percent": report.coverage.percent, "rules": len(report.coverage.entries)}
    return tree | {f"never_{what}": [entry.id for entry in report.coverage.never(what)] for what in NEVER}
