"""What a pilot does to the evidence: a file of the user's own rules, dated, and what it moves."""

from typing import Any

from msgspec.structs import replace

from channelfit.advice.brief import Brief
from channelfit.advice.engine import Advisor
from channelfit.pilot.model import Effect, Pilot, Review
from channelfit.presence.local import LocalSurveys
from channelfit.presence.lookup import COUNTRY
from channelfit.presence.measured import Surveys
from channelfit.presence.model import Share
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Counted, Evidence, Rulebook, Source, Verified

HASH = 8  # of the fingerprint, in names
OWN: Verified = "own"


def evidence_id(pilot: Pilot, mark: str) -> str:
    """A name that a pilot keeps from look to look."""
    return f"pilot-{pilot.channel.replace('/', '-')}-{mark.removeprefix('sha256:')[:HASH]}"


def evidence_tree(pilot: Pilot, review: Review, mark: str, title: str, publisher: str) -> dict[str, Any]:
    """The overlay as data: the pilot as a source, and what it counted as a presence or as a figure of another kind.

    A presence is kept as the count it was: what it says together with the figures of the country is worked out when it is asked.
    """
    name, on = evidence_id(pilot, mark), review.observation.on
    source = {"title": title, "publisher": publisher, "year": on.year, "published_on": on.isoformat(), "kind": "survey", "how_verified": OWN}
    shared = {"source": name, "country": pilot.country or "unknown", "year": on.year, "how_verified": OWN}
    counted = _table(pilot, review, name, {**shared, "place": publisher}) if pilot.other is None else _figure(pilot, review, name, shared)
    return {"sources": {name: source}, **counted}


def effect(pilot: Pilot, review: Review, mark: str, edition: Edition) -> Effect | None:
    """The presence before and after, as an answer given the day after the count would take it; None where it is no presence."""
    if pilot.other is not None:
        return None
    row = _row(pilot, review, evidence_id(pilot, mark))
    day = max(edition.as_of, row.counts_from)
    without, laid = (Edition(book, day, edition.country) for book in (edition.rulebook, _with(edition, row)))
    before, after = _presence(pilot, without), _presence(pilot, laid)
    if before is None or after is None:
        return None
    local = LocalSurveys(laid, Surveys(laid))
    band = local.band(row, laid.sheets[pilot.channel], laid.audiences[pilot.audiences[0]])
    return Effect(pilot.audiences[0], before, after, band.before, band.tail, local.at_odds(band))


def _presence(pilot: Pilot, edition: Edition) -> Share | None:
    """By the engine itself, judgements and all; None where the channel is excluded or does not exist."""
    brief = Brief(dict.fromkeys(edition.goals, 1.0), {pilot.audiences[0]: 1.0}, {COUNTRY: pilot.country or ""})
    found = next((ranked for ranked in Advisor(edition).advise(brief).ranking if ranked.channel == pilot.channel), None)
    return found.contributions[0].presence if found and found.contributions else None


def _table(pilot: Pilot, review: Review, name: str, shared: dict[str, Any]) -> dict[str, Any]:
    row = _row(pilot, review, name)
    entry = {"id": row.id, "on": row.on, "who": row.who, "said": review.observation.tried.x, "n": row.n}
    return {"tables": [{**shared, "fieldwork_on": review.observation.on.isoformat(), "period": row.period, "base": row.base, "rows": [entry]}]}


def _figure(pilot: Pilot, review: Review, name: str, shared: dict[str, Any]) -> dict[str, Any]:
    tried = review.observation.tried
    about = {"id": name, "about": pilot.channel, "metric": pilot.metric.numerator.en, "population": pilot.metric.denominator.en}
    return {"figures": [{**about, **shared, "value": round(tried.share, 4), "note": f"{tried.x} of {tried.n}; {review.decision}"}]}


def _row(pilot: Pilot, review: Review, name: str) -> Evidence:
    assert pilot.evidence is not None
    assert pilot.country is not None
    tried, on = review.observation.tried, review.observation.on
    about = (pilot.channel, pilot.audiences[0], tried.share, pilot.country, on, on.year)
    return Evidence(name, *about, pilot.evidence.period, pilot.evidence.base, name, OWN, n=tried.n, counted=Counted(name, tried.x))


def _with(edition: Edition, row: Evidence) -> Rulebook:
    """The rulebook of an edition with one more figure."""
    book = edition.rulebook
    source = Source(row.source, row.source, row.source, "survey", OWN, row.year, row.counts_from)
    return replace(book, evidence=(*(other for other in book.evidence if other.id != row.id), row), sources=(*book.sources, source))
