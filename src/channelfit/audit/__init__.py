"""From an inventory to findings: the checks of the rulebook, run on everything that is declared.

`from channelfit import audit` gives this package, and it can be called: `audit(inventories, rulebook, day)`.
"""

import sys
from types import ModuleType
from typing import Any


class _Callable(ModuleType):
    def __call__(self, *arguments: Any, **named: Any) -> Any:
        """The findings on some inventories, as `channelfit.audit.run.audit`."""
        from channelfit.audit.run import audit

        return audit(*arguments, **named)


sys.modules[__name__].__class__ = _Callable
