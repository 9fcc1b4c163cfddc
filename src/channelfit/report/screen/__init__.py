"""The answer to a request for an account, a writer a format."""

from collections.abc import Callable
from importlib import import_module

from channelfit.report.screen.speech import Speech
from channelfit.screen.model import Screened

WRITERS = {"text": "text", "json": "json_", "markdown": "markdown"}


def writer(name: str) -> Callable[[Screened, Speech], str]:
    """The writer of a format; the others are not imported."""
    found: Callable[[Screened, Speech], str] = import_module(f"channelfit.report.screen.{WRITERS[name]}").write
    return found
