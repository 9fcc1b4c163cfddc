"""The presence of an audience in each of its age bands, in keeping with its presence as a whole."""

from collections.abc import Sequence

from msgspec.structs import replace

from channelfit.presence.interval import expit, logit
from channelfit.presence.lookup import Presences
from channelfit.presence.model import Territory
from channelfit.presence.strata import AgePart
from channelfit.rulebook.model import Sheet, Term

FAR = 20.0  # log-odds that no share is away from another
HALVINGS = 60


def profile(presences: Presences, sheet: Sheet, audience: Term, territory: Territory, parts: Sequence[AgePart]) -> tuple[float, ...] | None:
    """What surveys say of each band; None where they leave one open."""
    shares = []
    for band in parts:
        found = presences.surveyed(sheet, replace(audience, id=f"{audience.id} {band.ages}", ages=band.ages), territory)
        if found is None:
            return None
        shares.append(found.share)
    return tuple(shares)


def anchored(shape: Sequence[float], parts: Sequence[AgePart], whole: float) -> tuple[float, ...]:
    """The profile moved on the log-odds scale until Σ part · share is the share of the whole audience."""
    if whole <= 0 or whole >= 1:
        return (whole,) * len(parts)
    odds = [logit(share) for share in shape]
    low, high = -FAR, FAR
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        mean = sum(band.part * expit(x + middle) for x, band in zip(odds, parts, strict=True))
        low, high = (middle, high) if mean < whole else (low, middle)
    return tuple(expit(x + low) for x in odds)
