"""channelfit rules check: what is wrong with the rulebook and with what is laid on top of it."""

from typing import TYPE_CHECKING, Annotated

import typer

from channelfit.cli import options
from channelfit.cli.session import Common, Session
from channelfit.cli.shared import shared

if TYPE_CHECKING:
    from channelfit.audit.model import Audit
    from channelfit.lint.run import Linted
    from channelfit.report.lint import LintReport

NAME = "rules"
STRICT = "strict"
FINDINGS, NOTHING = 1, 3


@shared(options.AuditFormat)
def check_rules(
    paths: Annotated[list[str] | None, typer.Argument(help="rules.check.path", metavar="[PATH...]")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="rules.check.strict")] = False,
    *,
    common: Common,
) -> int:
    from msgspec.structs import replace

    from channelfit.cli.environment import read_environment

    asked = tuple(dict.fromkeys(paths or ()))
    laid = (*common.rules, *(path for path in asked if not _is_bare(path)))
    session = Session(NAME, replace(common, rules=laid), read_environment())
    return _check(session, asked, strict=strict or session.config.switch(NAME, STRICT))


def _is_bare(path: str) -> bool:
    """A folder without rules: nothing to check there, which is no success and no fault of any file."""
    from pathlib import Path

    from channelfit.rulebook.files import rule_files

    return Path(path).is_dir() and not rule_files(Path(path))


def _check(session: Session, asked: tuple[str, ...], *, strict: bool) -> int:
    """The exit status. Raises Unusable for files that are no YAML, after the rest has been reported."""
    from channelfit.lint.run import lint
    from channelfit.report.audit import WRITERS, writer
    from channelfit.rulebook.layers import layers_of
    from channelfit.rulebook.load import rules_folder
    from channelfit.source.place import Unusable

    chosen = session.format(tuple(WRITERS))
    linted = lint(layers_of(rules_folder(), session.overlays), session.as_of(), strict=strict, only=asked)
    session.write(writer(chosen)(_report(linted, session)))
    if linted.unreadable:
        raise Unusable(linted.unreadable, rest_done=True)
    if any(finding.severity == "error" for finding in linted.findings):
        return FINDINGS
    return 0 if linted.entries else NOTHING


def _report(linted: "Linted", session: Session) -> "LintReport":
    from channelfit.report.audit.report import Screen
    from channelfit.report.lint import LintReport

    screen = Screen(session.environment.width, session.colour, session.verbose, session.quiet)
    return LintReport(linted, _as_audit(linted, session), session.lang, screen, str(session.environment.folder))


def _as_audit(linted: "Linted", session: Session) -> "Audit":
    from channelfit.audit.model import Audit, Coverage

    coverage = tuple(Coverage(kind.id, linted.entries, 0) for kind in linted.rulebook.checklist().lints)
    return Audit(session.as_of(), 0, 0, linted.findings, (), coverage, ())
