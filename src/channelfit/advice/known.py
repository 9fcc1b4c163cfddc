"""A presence as the simulations read it: how it may be off, and what it rests on."""

from channelfit.advice.model import Contribution
from channelfit.method.beta import beta_of
from channelfit.method.stability import Presence
from channelfit.presence.surface import surface_factor
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Sheet

_EDGE = 0.002  # nobody and everybody are counted, never known


def known(row: Contribution, sheet: Sheet, edition: Edition) -> Presence:
    """The beta of a presence, worth its effective samples; a surface is off with its network."""
    share = row.presence
    factor = surface_factor(sheet, share.evidence, edition) or 1.0
    mean = min(max(share.share / factor, _EDGE), 1 - _EDGE)
    return Presence(beta_of(mean, share.samples), _origin(row, sheet, edition), factor)


def _origin(row: Contribution, sheet: Sheet, edition: Edition) -> str:
    """The survey or the judgement: all that rests on it is wrong in the same direction. Each guess is on its own."""
    if row.presence.evidence:
        return edition.evidence[row.presence.evidence[0]].source
    if row.presence.rules:
        return row.presence.rules[0]
    return f"{sheet.network or sheet.id}/{row.audience}"
