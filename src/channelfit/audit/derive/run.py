"""Looks a derivation up and applies it."""

from collections.abc import Callable, Mapping

from channelfit.audit.derive import dates, lists, lookups, texts
from channelfit.audit.derive.context import Context
from channelfit.conditions.holds import Facts
from channelfit.conditions.model import Known
from channelfit.rulebook.checks import Derived

Derivation = Callable[[Derived, Facts, Context], Known | None]

DERIVATIONS: Mapping[str, Derivation] = {
    "count": lists.count,
    "sum": lists.sum_of,
    "largest": lists.largest,
    "names": lists.names,
    "soonest": lists.soonest,
    "size": lists.size,
    "unserved": lists.unserved,
    "outside": lists.outside,
    "overlap": lists.overlap,
    "shared": lists.shared,
    "common": lists.common,
    "ratio": lists.ratio,
    "days_since": dates.days_since,
    "days_until": dates.days_until,
    "days_between": dates.days_between,
    "months_until": dates.months_until,
    "in_season": dates.in_season,
    "length": texts.length,
    "first": texts.first,
    "host_within": texts.host_within,
    "contains": texts.contains,
    "matches": texts.matches,
    "presence": lookups.presence,
    "score": lookups.score,
    "best_score": lookups.best_score,
    "best_channel": lookups.best_channel,
}


def derive(derived: Derived, facts: Facts, context: Context) -> Known | None:
    """The value of a derived fact; None where it depends on something not declared."""
    return DERIVATIONS[derived.how](derived, facts, context)
