"""Rules that say the same, the opposite, or nothing."""

from collections.abc import Iterator, Mapping
from itertools import chain, combinations, permutations, product

from channelfit.conditions.holds import bind
from channelfit.conditions.model import AUDIENCE, GOAL, Condition
from channelfit.lint.book import Book, Hit
from channelfit.lint.entails import entails, lines, lines_of, never
from channelfit.lint.scopes import Scoped, check_scope, covers, same_scope, scopes
from channelfit.rulebook.checks import Check
from channelfit.rulebook.link.names import ACCOUNT, LIMIT, Names, ScopeNames
from channelfit.rulebook.model import Advises, Caution, Excludes, Fits, Requires, Rule

SINGLE = ("text", "number", "boolean", "choice", "country", "date", "season", "url", "channel", GOAL, AUDIENCE)  # facts with one value at a time


def duplicate_rule(book: Book) -> Iterator[Hit]:
    for first, second in combinations(scopes(book.rulebook.rules), 2):
        if _does_the_same(first.rule, second.rule) and same_scope(first, second):
            yield book.hit_on("duplicate-rule", second.rule, key=first.rule.id, other=first.rule.id, where=book.line("rules", first.rule.id))
    seen: dict[object, Check] = {}
    for check in book.checklist.checks:
        same = seen.setdefault(check_scope(check), check)
        if same is not check:
            yield book.hit_on("duplicate-rule", check, key=same.id, other=same.id, where=book.line("checks", same.id))


def contradictory_rules(book: Book) -> Iterator[Hit]:
    rules = book.rulebook.rules
    for first, second in chain(combinations(scopes(rules, Fits), 2), product(scopes(rules, Excludes), scopes(rules, Requires))):
        channels = _at_odds(first, second)
        if channels:
            other, where = first.rule.id, book.line("rules", first.rule.id)
            yield book.hit_on("contradictory-rules", second.rule, key=other, other=other, where=where, channels=tuple(sorted(channels)))


def shadowed_rule(book: Book) -> Iterator[Hit]:
    """Points add up, so that only an exclusion or a demand can be made idle by a broader one."""
    rules = book.rulebook.rules
    for broad, narrow in chain(permutations(scopes(rules, Excludes), 2), permutations(scopes(rules, Requires), 2)):
        if _gives_no_less(broad, narrow) and covers(broad, narrow) and not same_scope(broad, narrow):
            yield book.hit_on("shadowed-rule", narrow.rule, key=broad.rule.id, other=broad.rule.id, where=book.line("rules", broad.rule.id))


def cancelling_rule(book: Book) -> Iterator[Hit]:
    """Rules that take away, in some of the cases of a broader one, just the points that it gives."""
    rules = scopes(book.rulebook.rules, Fits)
    for narrow in rules:
        undone = {(channel, -points) for channel, points in _points(narrow).items() if points}
        if undone and len(undone) == len(_points(narrow)):
            for broad in rules:
                if undone <= _points(broad).items() and covers(broad, narrow) and not same_scope(broad, narrow):
                    other = broad.rule.id
                    yield book.hit_on("cancelling-rule", narrow.rule, key=other, other=other, where=book.line("rules", other))


def zero_points(book: Book) -> Iterator[Hit]:
    for name, part in book.parts("rules"):
        for channel, points in (part.fits or {}).items():
            if points == 0:
                yield book.hit("zero-points", "rules", name, "fits", channel, key=channel, channel=channel)


def never_holds(book: Book) -> Iterator[Hit]:
    kinds: dict[str, str] = {fact.id: fact.kind for fact in book.rulebook.facts}
    for rule in book.rulebook.rules:
        if _idle(lines_of(rule), rule.unless, kinds):
            yield book.hit_on("never-holds", rule, "when")
    names = ScopeNames(book.checklist.fields, book.checklist.derived)
    for check in book.checklist.checks:
        of_scope, of_account = _kinds(names.over(check.scope, check.entry or "")), _kinds(names.of(ACCOUNT))
        for part, condition, unless, kinds in (
            ("when", check.when, check.unless, of_scope),
            ("one", check.one, None, of_account),
            ("other", check.other, None, of_account),
        ):
            if condition is not None and _idle(lines(_bound(check, condition)), unless, kinds):
                yield book.hit_on("never-holds", check, part, key=part)


def supersedes_circle(book: Book) -> Iterator[Hit]:
    weaker = {check.id: check.supersedes for check in book.checklist.checks}
    for check in book.checklist.checks:
        reached, queue = set[str](), list(check.supersedes)
        while queue:
            name = queue.pop()
            if name not in reached:
                reached.add(name)
                queue += weaker.get(name, ())
        if check.id in reached:
            yield book.hit_on("supersedes-circle", check, "supersedes", others=tuple(sorted(reached)))


def _kinds(names: Names) -> dict[str, str]:
    return {name: fact.kind for name, fact in names.items()}


def _idle(asked: tuple[Condition, ...], unless: Condition | None, kinds: Mapping[str, str]) -> bool:
    """Whether what is asked never holds, or is sure to be stopped whenever it does."""
    return never(asked, lambda name: kinds.get(name, name) in SINGLE) or (unless is not None and entails(asked, unless))


def _bound(check: Check, condition: Condition) -> Condition:
    return condition if check.limit is None else bind(condition, {LIMIT: check.limit.value})


def _points(scoped: Scoped) -> dict[str, int]:
    return scoped.rule.effect.points if isinstance(scoped.rule.effect, Fits) else {}


def _at_odds(first: Scoped, second: Scoped) -> set[str]:
    """Channels on which two rules say opposite things: points wherever both hold alike, a demand for what is excluded."""
    demand, veto = second.rule.effect, first.rule.effect
    if isinstance(veto, Fits) and same_scope(first, second):
        given = veto.points
        return {channel for channel, points in _points(second).items() if given.get(channel, 0) * points < 0}
    if isinstance(veto, Excludes) and isinstance(demand, Requires) and (covers(first, second) or covers(second, first)):
        both = set(veto.channels) & set(demand.channels)
        return both if not demand.one_of or both == set(demand.channels) else set()
    return set()


def _does_the_same(first: Rule, second: Rule) -> bool:
    """Cautions and advice do what they say, in their words."""
    told = isinstance(first.effect, Caution | Advises)
    return first.effect == second.effect and (not told or first.because == second.because)


def _gives_no_less(broad: Scoped, narrow: Scoped) -> bool:
    given, wanted = broad.rule.effect, narrow.rule.effect
    if isinstance(given, Excludes) and isinstance(wanted, Excludes):
        return set(wanted.channels) <= set(given.channels) and set(wanted.instead) <= set(given.instead)
    if isinstance(given, Requires) and isinstance(wanted, Requires):
        return given == wanted or (not given.one_of and not wanted.one_of and set(wanted.channels) <= set(given.channels))
    return False
