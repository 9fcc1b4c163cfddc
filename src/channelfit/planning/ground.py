"""Who can be served where: every goal, audience and age band of a brief, and the share of each that a channel serves."""

from collections.abc import Mapping
from typing import NamedTuple

from channelfit.advice.brief import Brief
from channelfit.advice.model import Advice, Contribution
from channelfit.presence.by_age import anchored, profile
from channelfit.presence.lookup import Presences
from channelfit.presence.strata import AgePart, age_parts
from channelfit.rulebook.edition import Edition

EVERYBODY = (AgePart((0, None), 1.0),)
WHOLE = "all"  # the band of an audience that has none
Place = tuple[str, str, int]
"""Goal, audience, and the number of the age band."""


class Row(NamedTuple):
    """By age band of one audience: what a channel serves of a goal (presence × fit), and whom it reaches there."""

    served: tuple[float, ...]
    reached: tuple[float, ...]


class Ground:
    """`parts` are the age bands by audience, `rows` what a channel does by goal and audience."""

    def __init__(self, advice: Advice, edition: Edition) -> None:
        brief = advice.brief
        self.weights = {
            (goal, audience): weight * share for goal, weight in brief.goal_weights.items() for audience, share in brief.audience_weights.items()
        }
        self.parts = {name: _parts(name, brief, edition) for name in brief.audience_weights}
        self._brief = brief
        self._edition = edition
        self._presences = Presences(edition)
        self._contributions: Mapping[str, tuple[Contribution, ...]] = {item.channel: item.contributions for item in advice.ranking}
        self._known: dict[str, dict[tuple[str, str], Row]] = {}
        self.levels = edition.rulebook.method.plan.levels

    @property
    def places(self) -> list[Place]:
        """Every cell, in the order of the brief."""
        return [(goal, audience, band) for goal, audience in self.weights for band in range(len(self.parts[audience]))]

    def weight(self, place: Place) -> float:
        goal, audience, band = place
        return self.weights[goal, audience] * self.parts[audience][band].part

    def stratum(self, audience: str, band: int) -> str:
        first, last = self.parts[audience][band].ages
        if self.parts[audience] is EVERYBODY:
            return WHOLE
        return f"{first}+" if last is None else f"{first}-{last}"

    def served(self, channel: str, place: Place) -> float:
        """Presence × fit: the share of a cell that a channel serves at its full effect."""
        goal, audience, band = place
        return self._rows(channel)[goal, audience].served[band]

    def reached(self, channel: str, audience: str, band: int) -> float:
        """The share of an age band that a channel reaches at its full effect, whatever the goal."""
        return max(row.reached[band] for (_, named), row in self._rows(channel).items() if named == audience)

    def _rows(self, channel: str) -> dict[tuple[str, str], Row]:
        if channel not in self._known:
            shapes = {audience: self._shape(channel, audience) for audience in self.parts}
            self._known[channel] = {(row.goal, row.audience): self._row(row, shapes[row.audience]) for row in self._contributions[channel]}
        return self._known[channel]

    def _shape(self, channel: str, audience: str) -> tuple[float, ...] | None:
        parts, territory = self.parts[audience], self._brief.territory
        if territory is None or len(parts) == 1:
            return None
        return profile(self._presences, self._edition.sheets[channel], self._edition.audiences[audience], territory, parts)

    def _row(self, row: Contribution, shape: tuple[float, ...] | None) -> Row:
        """A channel that a rule forbids here serves nobody, and reaches nobody."""
        parts, whole = self.parts[row.audience], row.presence.share
        shares = anchored(shape, parts, whole) if shape is not None else (whole,) * len(parts)
        return Row(tuple(share * row.fit.value for share in shares), (0.0,) * len(parts) if row.fit.vetoes else shares)


def _parts(audience: str, brief: Brief, edition: Edition) -> tuple[AgePart, ...]:
    if brief.territory is None:
        return EVERYBODY
    return age_parts(edition.audiences[audience], brief.territory, edition.rulebook.method) or EVERYBODY
