"""What a conversation knows: the rulebook on a day, in the words of one language, and who comes first at any moment."""

from collections.abc import Iterable
from datetime import date

from channelfit.advice.brief import Brief
from channelfit.advice.engine import Advisor
from channelfit.advice.questions import Inquiry
from channelfit.cli.conversation.draft import Draft
from channelfit.report.speaker import Speaker
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Fact, Rulebook
from channelfit.words import Words


class Guide:
    """Answers for drafts; the advisor of a country is kept."""

    def __init__(self, rulebook: Rulebook, day: date, words: Words) -> None:
        self.rulebook = rulebook
        self.words = words
        self.facts: dict[str, Fact] = {fact.id: fact for fact in rulebook.facts}
        self._day = day
        self._advisors: dict[str | None, Advisor] = {}

    def advisor(self, brief: Brief) -> Advisor:
        if brief.country not in self._advisors:
            self._advisors[brief.country] = Advisor(Edition(self.rulebook, self._day, brief.country))
        return self._advisors[brief.country]

    def inquiry(self, draft: Draft) -> Inquiry:
        brief = draft.brief()
        return Inquiry(brief, self.advisor(brief), draft.declined)

    def first(self, draft: Draft) -> tuple[str, ...]:
        """The names of the channels that come first now."""
        brief = draft.brief()
        podium = self.rulebook.method.podium
        advisor = self.advisor(brief)
        return self.named((item.channel for item in advisor.advise(brief).ranking[:podium]), draft)

    def named(self, channels: Iterable[str], draft: Draft) -> tuple[str, ...]:
        speaker = Speaker(self.advisor(draft.brief()).edition, self.words)
        return tuple(speaker.channel(name) for name in channels)

    def say(self, message: str, **params: object) -> str:
        return self.words.say(message, **params)
