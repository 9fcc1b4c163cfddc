"""A fault of channelfit itself: one paragraph for the user, the details in a file."""

import platform
import sys
import tempfile
import traceback
from pathlib import Path

from channelfit import __version__
from channelfit.words import Words


def report_fault(error: Exception, words: Words) -> str:
    """Write the details to a file and say where they are."""
    details = "\n".join(
        [
            f"channelfit {__version__}, Python {platform.python_version()}, {platform.platform()}",
            f"command: {' '.join(sys.argv[1:])}",
            "",
            *traceback.format_exception(error),
        ]
    )
    try:
        with tempfile.NamedTemporaryFile("w", prefix="channelfit-", suffix=".txt", delete=False, encoding="utf-8") as file:
            file.write(details)
        return words.say("fault", kind=type(error).__name__, file=str(Path(file.name)))
    except OSError:
        return words.say("fault.nowhere", kind=type(error).__name__)
