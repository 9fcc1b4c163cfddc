"""The generic derivations that the rulebook's derived facts are made of; each is a function of its operands."""

from channelfit.audit.derive.context import Context
from channelfit.audit.derive.run import derive

__all__ = ["Context", "derive"]
