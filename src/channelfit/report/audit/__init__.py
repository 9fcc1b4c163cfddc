"""Audits in every format; the registry feeds --format."""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from channelfit.report.audit.report import AuditReport

Writer = Callable[["AuditReport"], Iterable[str]]

WRITERS: Mapping[str, str] = {
    "text": "text",
    "json": "json_",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "markdown": "markdown",
}


def writer(chosen: str) -> Writer:
    """The writer of a format; the others are not even imported."""
    write: Writer = import_module(f"channelfit.report.audit.{WRITERS[chosen]}").write
    return write
