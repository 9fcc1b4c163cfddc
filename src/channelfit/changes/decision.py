"""The decision on record, held against the answer of a later day."""

from collections.abc import Callable, Collection, Iterable, Iterator

from channelfit.advice.left_out import URGED
from channelfit.advice.model import RequiredChannel
from channelfit.changes.model import Answered, Decided, Moved, Review, Standing, standing
from channelfit.rulebook.model import Requires


def review(now: Answered, then: Answered | None, moved: Callable[[str], Moved | None]) -> Review:
    """Whether each decided channel is still lead or support, and whether a duty came since; `then` is the day to compare with."""
    decided = now.advice.brief.decided
    assert decided is not None
    unmet = tuple(_unmet(now, decided.channels))
    known = None if then is None else {item.channel for item in _unmet(then, decided.channels)}
    return Review(
        channels=tuple(_decided(name, now, then, moved) for name in decided.channels),
        new_duties=tuple(item for item in unmet if known is not None and item.channel not in known),
        old_duties=tuple(item for item in unmet if known is None or item.channel in known),
        compared=then is not None,
    )


def _decided(name: str, now: Answered, then: Answered | None, moved: Callable[[str], Moved | None]) -> Decided:
    today = _standing(name, now)
    return Decided(
        channel=name,
        now=today,
        then=None if then is None else _standing(name, then),
        holds=today is not None and today.verdict in URGED,
        excluded_by=next((item.rules for item in now.advice.excluded if item.channel == name), ()),
        moved=None if then is None else moved(name),
    )


def _standing(name: str, side: Answered) -> Standing | None:
    return standing(next((item for item in side.advice.ranking if item.channel == name), None))


def _unmet(side: Answered, decided: Collection[str]) -> Iterator[RequiredChannel]:
    """Duties that none of the decided channels fulfils: of several channels of which one is enough, any will do."""
    for item in side.advice.required:
        open_rules = tuple(rule for rule in item.rules if not _met(rule, side, decided))
        if item.channel not in decided and open_rules:
            yield RequiredChannel(item.channel, open_rules)


def _met(rule: str, side: Answered, decided: Iterable[str]) -> bool:
    effect = side.edition.rules[rule].effect
    return isinstance(effect, Requires) and effect.one_of and not set(effect.channels).isdisjoint(decided)
