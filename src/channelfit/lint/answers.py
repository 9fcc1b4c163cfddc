"""What the cases and the briefs are answered, as far as rules about rules ask."""

from collections.abc import Iterable, Iterator
from functools import cache

from channelfit.advice.engine import Advisor
from channelfit.advice.model import Advice
from channelfit.lint.book import Book
from channelfit.lint.proofs import UsedBrief

UNFIT = "avoid"


def briefs(book: Book) -> Iterator[UsedBrief]:
    """Every question that somebody is known to ask."""
    yield from (UsedBrief(case.name, case.brief, case.place("name")) for case in book.cases if case.brief is not None)
    yield from book.briefs


def advisor_for(used: UsedBrief, book: Book) -> Advisor:
    return book.advisor(used.brief.as_of or book.day, used.brief.country)


@cache
def used_up(book: Book) -> tuple[frozenset[str], frozenset[str]]:
    """The channels that some answer recommends or says to try, and the rules that are at work in some answer."""
    channels, rules = set[str](), set[str]()
    for used in briefs(book):
        advice = advisor_for(used, book).advise(used.brief)
        channels |= {item.channel for item in advice.ranking if item.verdict != UNFIT} | {item.channel for item in advice.required}
        rules.update(_at_work(advice))
    return frozenset(channels), frozenset(rules)


def _at_work(advice: Advice) -> Iterable[str]:
    yield from advice.advice
    yield from (rule for item in advice.excluded for rule in item.rules)
    yield from (rule for item in advice.required for rule in item.rules)
    for ranked in advice.ranking:
        yield from (*ranked.conditions, *ranked.cautions)
        for row in ranked.contributions:
            yield from (*row.fit.vetoes, *row.presence.rules, *(points.rule for points in row.fit.rules))
