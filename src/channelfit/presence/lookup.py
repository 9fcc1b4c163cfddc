"""The presence of an audience on a channel: the first that is known of measured, estimated, judged, assumed."""

from collections.abc import Sequence
from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING

from channelfit.conditions.holds import subjects
from channelfit.presence.interval import wilson
from channelfit.presence.measured import Surveys
from channelfit.presence.model import Basis, Share, Territory
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.hierarchy import broader
from channelfit.rulebook.model import Presence, Rule, Sheet, Term

if TYPE_CHECKING:
    from channelfit.presence.local import LocalSurveys

Judgement = tuple[Rule, float]
COUNTRY = "country"


class Presences:
    """Answers who is where, as of an edition."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._method = edition.rulebook.method
        self._surveys = Surveys(edition)
        self._local = _local(edition, self._surveys)

    @cached_property
    def _conditional(self) -> frozenset[str]:
        """The judgements that were made for the facts of a brief."""
        judging = (rule for rule in self._edition.rules.values() if isinstance(rule.effect, Presence))
        return frozenset(rule.id for rule in judging if any(name != COUNTRY for name in subjects(rule.when)))

    def in_country(self, edition: Edition) -> "Presences":
        """The same knowledge asked in another country."""
        other = copy(self)
        surveys = self._surveys.in_country(edition)
        other.__dict__.update(_edition=edition, _surveys=surveys, _local=_local(edition, surveys))
        return other

    def of(self, sheet: Sheet, audience: Term, judgements: Sequence[Judgement], territory: Territory | None = None) -> Share:
        """The presence of an audience on a channel.

        `judgements` are the presence rules that hold for the channel here. One that was made for the facts of the brief
        (addresses held, a channel run well) raises a measured share; otherwise surveys of this country come first.
        """
        raised = self._judged(audience, [judgement for judgement in judgements if judgement[0].id in self._conditional])
        known = self.surveyed(sheet, audience, territory) or self._judged(audience, judgements) or self._surveys.elsewhere(sheet, audience, territory)
        if known is None:
            known = self._inherited(sheet, audience, territory) or self._assumed()
        return raised if raised is not None and raised.share > known.share else known

    def surveyed(self, sheet: Sheet, audience: Term, territory: Territory | None = None) -> Share | None:
        """One's own survey with what it updates, or else what was measured in the country or corrected to it."""
        own = self._local.share(sheet, audience, territory) if self._local is not None else None
        return own or self._surveys.here(sheet, audience, territory)

    def _judged(self, audience: Term, judgements: Sequence[Judgement]) -> Share | None:
        if not judgements:
            return None
        rule, share = max(judgements, key=lambda judgement: self._precedence(audience, judgement[0]))
        return self._told(share, "judged", self._method.samples_judged, (rule.id,))

    def _precedence(self, audience: Term, rule: Rule) -> tuple[bool, int, bool, str, str]:
        """The narrowest audience, then facts over none, then the latest, then the id: declared, never the order of files."""
        covered = len(rule.audiences) if rule.audiences is not None else len(self._edition.audiences) + 1
        return audience.id in rule.named_audiences, -covered, rule.id in self._conditional, rule.since.isoformat(), rule.id

    def _inherited(self, sheet: Sheet, audience: Term, territory: Territory | None) -> Share | None:
        """A narrower audience takes the figure of the broader one, as an estimate."""
        for name in broader(audience, self._edition.audiences):
            share = self.surveyed(sheet, self._edition.audiences[name], territory)
            if share is not None:
                return self._told(share.share, "estimated", min(self._method.samples_borrowed, share.samples), (), share.evidence)
        return None

    def _assumed(self) -> Share:
        return self._told(self._method.assumed_share, "assumed", self._method.samples_assumed, ())

    def _told(self, share: float, basis: Basis, samples: float, rules: tuple[str, ...], evidence: tuple[str, ...] = ()) -> Share:
        low, high = wilson(share, samples, self._method.interval_z)
        return Share(share, low, high, basis, samples, evidence, rules)


def _local(edition: Edition, surveys: Surveys) -> "LocalSurveys | None":
    """One's own surveys, where there are any: nothing is imported for those who have none."""
    if all(row.counted is None for row in edition.evidence.values()):
        return None
    from channelfit.presence.local import LocalSurveys

    return LocalSurveys(edition, surveys)
