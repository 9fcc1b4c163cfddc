"""The outcome of cases in every format; the registry feeds --format."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from channelfit.report.cases.report import CasesReport

Writer = Callable[["CasesReport"], str]

WRITERS: Mapping[str, str] = {"text": "text", "json": "json_", "junit": "junit", "markdown": "markdown"}


def writer(chosen: str) -> Writer:
    """The writer of a format; the others are not even imported."""
    write: Writer = import_module(f"channelfit.report.cases.{WRITERS[chosen]}").write
    return write
