"""channelfit: which channel, for whom, why, on whose word.

The public names are loaded when they are first used: the command line must start fast.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from channelfit.audit.run import audit as audit  # the package of that name can be called

__all__ = ["Advisor", "Brief", "Edition", "Wishes", "advise", "audit", "load_rulebook", "outlook", "plan"]
__version__ = "0.1.0"

_HOMES = {
    "Advisor": "channelfit.advice.engine",
    "Brief": "channelfit.advice.brief",
    "Edition": "channelfit.rulebook.edition",
    "Wishes": "channelfit.planning.model",
    "advise": "channelfit.advice.engine",
    "load_rulebook": "channelfit.rulebook.load",
    "plan": "channelfit.planning.engine",
    "outlook": "channelfit.advice.look",
}


def __getattr__(name: str) -> Any:
    if name == "audit":  # a package that can be called
        return import_module("channelfit.audit")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
