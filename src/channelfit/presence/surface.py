"""A surface shares the presence of its network, times a factor of its own."""

from collections.abc import Iterable

from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Sheet


def surface_factor(sheet: Sheet, figures: Iterable[str], edition: Edition) -> float:
    """The part of what figures say of a network that this surface reaches; 1 where they speak of the surface itself."""
    if sheet.surface_factor is None or all(edition.evidence[name].on == sheet.id for name in figures):
        return 1.0
    return sheet.surface_factor.value
