"""The decision on record, looked at again: what holds, what does not, and what changed since."""

from collections.abc import Iterable

from channelfit.advice.brief import Decision
from channelfit.advice.model import RequiredChannel
from channelfit.changes.model import Decided, Review
from channelfit.report.changes_moves import MoveWords
from channelfit.report.changes_words import CauseWords
from channelfit.report.outline import AGAINST, EQUALS, FOR, Said


def decision_lines(review: Review, decision: Decision, said: CauseWords, moves: MoveWords) -> Iterable[Said]:
    """The outcome in a sentence, then channel by channel, then duties that the decision leaves out."""
    words = said.words
    yield Said(words.say("decision.holds" if review.holds else "decision.broken"), sign=FOR if review.holds else AGAINST)
    if decision.because:
        yield Said(words.say("decision.because", because=decision.because))
    for item in review.channels:
        yield from _channel(item, review, decision, said, moves)
    yield from _duties(review.new_duties, "decision.new-duty", AGAINST, said)
    yield from _duties(review.old_duties, "decision.old-duty", EQUALS, said)
    if not review.holds:
        yield Said(words.say("decision.mend"), sign=EQUALS)


def _channel(item: Decided, review: Review, decision: Decision, said: CauseWords, moves: MoveWords) -> Iterable[Said]:
    words = said.words
    now = _verdict(item, said)
    day = words.day(said.before.edition.as_of)
    text = words.say(_message(item, review), channel=said.channel(item.channel), now=now, then=_then(item, said), day=day)
    yield Said(text, sign=FOR if item.holds else AGAINST)
    if item.holds:
        return
    yield from (said.after.because(rule, AGAINST) for rule in item.excluded_by)
    if item.moved is not None and not item.excluded_by:
        yield from moves.parts(item.moved)
    if decision.on is None and not item.excluded_by:
        yield Said(words.say("decision.undated"), sign=EQUALS)


def _message(item: Decided, review: Review) -> str:
    """Whether it held on the day decided makes the difference between a change and a decision that went against the advice."""
    if not review.compared:
        return "decision.still" if item.holds else "decision.is-not"
    if item.holds:
        return "decision.still"
    moved = item.moved is not None and item.moved.judged_otherwise
    return "decision.no-longer" if moved else "decision.never"


def _verdict(item: Decided, said: CauseWords) -> str:
    if item.now is not None:
        return said.after.verdict(item.now.verdict)
    return said.words.say("decision.excluded" if item.excluded_by else "decision.absent")


def _then(item: Decided, said: CauseWords) -> str:
    return said.words.say("verdict.none") if item.then is None else said.before.verdict(item.then.verdict)


def _duties(duties: Iterable[RequiredChannel], message: str, sign: str, said: CauseWords) -> Iterable[Said]:
    for duty in duties:
        yield Said(said.words.say(message, channel=said.channel(duty.channel)), sign=sign)
        yield from (said.after.because(rule, EQUALS) for rule in duty.rules)
