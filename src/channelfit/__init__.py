"""channelfit: which channel, for whom, why, on whose word.

The public names are loaded when they are first used: the command line must start fast.
"""

from importlib import import_module
from typing import Any

__all__ = ["Advisor", "Brief", "Edition", "advise", "load_rulebook", "outlook"]
__version__ = "0.1.0"

_HOMES = {
    "Advisor": "channelfit.advice.engine",
    "Brief": "channelfit.advice.brief",
    "Edition": "channelfit.rulebook.edition",
    "advise": "channelfit.advice.engine",
    "load_rulebook": "channelfit.rulebook.load",
    "outlook": "channelfit.advice.outlook",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
