"""Which audiences are narrower than which: by declaration, and by age where ages define both."""

from collections.abc import Iterable

from channelfit.rulebook.model import Term

OLDEST = 120


def narrower(audience: str, audiences: Iterable[Term]) -> tuple[str, ...]:
    """The audience itself and every audience that lies inside it, in the order of the vocabulary."""
    terms = {term.id: term for term in audiences}
    return tuple(term.id for term in terms.values() if _lies_in(term, terms[audience], terms))


def broader(audience: Term, terms: dict[str, Term]) -> tuple[str, ...]:
    """The audiences declared broader, nearest first."""
    found: list[str] = []
    queue = list(audience.broader)
    while queue:
        term = queue.pop(0)
        if term not in found:
            found.append(term)
            queue += terms[term].broader if term in terms else ()
    return tuple(found)


def years(ages: tuple[int, int | None]) -> tuple[int, int]:
    """An age band with its open end closed: first and last year, both inside."""
    return ages[0], OLDEST if ages[1] is None else ages[1]


def _lies_in(term: Term, wider: Term, terms: dict[str, Term]) -> bool:
    if term.id == wider.id or wider.id in broader(term, terms):
        return True
    if term.ages is None or wider.ages is None:
        return False
    (low, high), (wide_low, wide_high) = years(term.ages), years(wider.ages)
    return wide_low <= low and high <= wide_high
