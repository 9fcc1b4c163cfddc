"""The conversation on the terminal at hand."""

from channelfit.advice.brief import Brief
from channelfit.cli.conversation.draft import Draft
from channelfit.cli.conversation.ending import commands, keep_brief
from channelfit.cli.conversation.guide import Guide
from channelfit.cli.conversation.talk import Talk
from channelfit.cli.conversation.widgets import Widgets
from channelfit.cli.session import Session
from channelfit.rulebook.model import Rulebook
from channelfit.source.place import Problem, Unusable


class Conversation:
    """Asks for a brief; after the answer, offers to keep it. Raises Unusable at the end of input."""

    def __init__(self, rulebook: Rulebook, session: Session) -> None:
        self._guide = Guide(rulebook, session.as_of(), session.words)
        self._session = session
        self._widgets = Widgets(session.words, session.environment.width, session.colour)

    def brief(self, given: Brief) -> Brief:
        """The brief that comes of it; facts and considered channels given elsewhere are not asked for."""
        self._widgets.tell(self._session.words.say("ask.welcome"))
        try:
            return Talk(self._guide, self._widgets, self._session.environment.country).run(Draft(facts=given.facts, consider=given.consider)).brief()
        except EOFError:
            raise Unusable([Problem("conversation-ended")]) from None

    def end(self, brief: Brief, *, keep: bool) -> None:
        """Offers to keep the brief. At the end of input nothing is kept, and that is no mistake: the answer was given."""
        words, again = self._session.words, self._session.to_repeat
        try:
            kept = keep_brief(brief, self._widgets, words) if keep else None
        except EOFError:
            kept = None
        self._widgets.tell(words.say("ask.repeat") if kept is None else words.say("ask.saved", path=kept))
        for line in commands(brief, kept, again):
            self._widgets.show(line)
