"""An answer with the decision on record looked at again."""

import msgspec
from msgspec.structs import replace

from channelfit.advice.outlook import Outlook
from channelfit.changes.model import Answered, Changes
from channelfit.report.advice_json import INDENT, advice_tree
from channelfit.report.changes_decision import decision_lines
from channelfit.report.changes_json import causes_of, known_tree, review_tree
from channelfit.report.changes_moves import MoveWords
from channelfit.report.changes_words import CauseWords
from channelfit.report.compose import compose
from channelfit.report.essential import essential
from channelfit.report.outline import Outline, Section
from channelfit.rulebook.text import Language
from channelfit.words import Words


def checked_outline(now: Answered, then: Answered, changes: Changes, words: Words, outlook: Outlook, *, full: bool) -> Outline:
    """The answer, short unless it is wanted in full, with the decision before everything else that is said of it."""
    whole = compose(now.advice, now.edition, words, full, outlook)
    outline = whole if full else essential(whole)
    said = CauseWords(then, now, words)
    decision, decided = changes.decision, now.advice.brief.decided
    assert decision is not None
    assert decided is not None
    title = words.say("section.decided")
    checked = Section(title, tuple(decision_lines(decision, decided, said, MoveWords(said))))
    return replace(outline, sections=(checked, *(section for section in outline.sections if section.title != title)))


def checked_json(now: Answered, then: Answered, changes: Changes, lang: Language, outlook: Outlook) -> str:
    """The answer as ever, and `decision`; the rules, figures and sources behind its changes stand in it."""
    tree = advice_tree(now.advice, now.edition, lang, outlook)
    assert changes.decision is not None
    moved = tuple(item.moved for item in changes.decision.channels if item.moved is not None and not item.holds)
    named = causes_of(replace(changes, moved=moved, excluded=(), required=(), presences=(), channels=()))
    known = known_tree((then, now), named) if named else {}
    tree["decision"] = {**review_tree(changes.decision, changes), **known}
    return msgspec.json.format(msgspec.json.encode(tree), indent=INDENT).decode() + "\n"
