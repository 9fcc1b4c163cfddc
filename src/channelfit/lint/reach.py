"""Goals, pairs, channels and facts that the rulebook declares and leaves without use."""

from collections.abc import Iterable, Iterator

from channelfit.conditions.holds import subjects
from channelfit.lint.answers import advisor_for, briefs, used_up
from channelfit.lint.book import Book, Hit
from channelfit.rulebook.checks import PLACEHOLDER, Check
from channelfit.rulebook.model import Effect, Fits, Requires, Rule
from channelfit.rulebook.screening import Stop


def goal_without_advice(book: Book) -> Iterator[Hit]:
    named = {goal for rule in book.edition.rules.values() if isinstance(rule.effect, Fits) for goal in rule.goals or ()}
    yield from (book.hit("goal-without-advice", "goals", goal.id) for goal in book.rulebook.goals if goal.id not in named)


def pair_without_advice(book: Book) -> Iterator[Hit]:
    """Pairs that somebody asks about and for which no rule gives a point."""
    for used in briefs(book):
        edition = advisor_for(used, book).edition
        for goal in used.brief.goals:
            for audience in used.brief.audiences:
                if not any(_speaks_of_it(rule) for rule in edition.rules_for(goal, audience)):
                    yield Hit("pair-without-advice", used.name, used.place, {"goal": goal, "audience": audience}, f"{goal} {audience}")


def channel_never_recommended(book: Book) -> Iterator[Hit]:
    """Channels that some rule speaks for and no answer recommends, nor says to try. Of those that rules only warn against nothing is expected."""
    found, _ = used_up(book)
    praised = {channel for rule in book.edition.rules.values() for channel in _praised(rule.effect)}
    blamed = {channel for rule in book.edition.rules.values() if isinstance(rule.effect, Fits) for channel in rule.effect.points} - praised
    for sheet in book.edition.sheets.values():
        if sheet.id not in found | blamed and book.on_top("channels", sheet.id):
            yield book.hit("channel-never-recommended", "channels", sheet.id)


def empty_group(book: Book) -> Iterator[Hit]:
    yield from (book.hit("empty-group", "groups", name, "kind") for name, channels in book.rulebook.groups.items() if not channels)


def unused_fact(book: Book) -> Iterator[Hit]:
    """Facts that are computed and that no check, nor any other computed fact, reads."""
    used = {name.rpartition(".")[2] for name in _read(book)}
    for name, part in book.parts("derived"):
        if name not in used:
            yield book.hit("unused-fact", "derived", name, of=part.of)


def _speaks_of_it(rule: Rule) -> bool:
    """Whether a rule gives points because of what is wanted or of whom it is for, not whatever these are."""
    return isinstance(rule.effect, Fits) and (rule.goals is not None or rule.audiences is not None)


def _praised(effect: Effect) -> Iterable[str]:
    """The channels that a rule speaks for."""
    if isinstance(effect, Fits):
        return [channel for channel, points in effect.points.items() if points > 0]
    return effect.channels if isinstance(effect, Requires) else ()


def _read(book: Book) -> Iterable[str]:
    for check in book.checklist.checks:
        yield from _of_check(check)
    for fact in book.checklist.derived:
        yield from (*fact.operands, *fact.same, *(subjects(fact.where) if fact.where is not None else ()))
    for step in book.checklist.track:
        yield from subjects(step.when)
    for stop in book.screening.stops:
        yield from _of_stop(stop)
    yield from (alternative.named_by for alternative in book.screening.alternatives if alternative.named_by is not None)


def _of_stop(stop: Stop) -> Iterable[str]:
    for condition in (stop.when, stop.unless):
        yield from () if condition is None else subjects(condition)
    yield from (name for text in (stop.because, stop.remedy) for name in PLACEHOLDER.findall(text.fr + text.en))


def _of_check(check: Check) -> Iterable[str]:
    for condition in (check.when, check.unless, check.one, check.other):
        yield from () if condition is None else subjects(condition)
    yield from (*check.at, *check.same, *filter(None, (check.over, check.key)))
    yield from (name for text in (check.message, check.fix) for name in PLACEHOLDER.findall(text.fr + text.en))
