"""The script of the conversation: from a draft to the next question, until enough is known."""

from collections.abc import Callable
from typing import TypeAlias

from channelfit.cli.conversation.back import OneBack
from channelfit.cli.conversation.draft import Draft
from channelfit.cli.conversation.fact_steps import FactSteps
from channelfit.cli.conversation.guide import Guide
from channelfit.cli.conversation.opening import Opening
from channelfit.cli.conversation.terminal import Terminal

Step: TypeAlias = Callable[[Draft], Draft]


class Talk:
    """Leads through the questions. `country` is the one to offer first."""

    def __init__(self, guide: Guide, terminal: Terminal, country: str | None = None) -> None:
        self._guide = guide
        self._terminal = terminal
        self._opening = Opening(guide, terminal, country)
        self._facts = FactSteps(guide, terminal)

    def run(self, draft: Draft) -> Draft:
        """The draft with all that can be known and matters. Every answer can be taken back."""
        past: list[Draft] = []
        while (step := self.next(draft)) is not None:
            try:
                after = step(draft)
            except OneBack:
                draft = past.pop() if past else draft
                continue
            past.append(draft)
            draft = after
            self._tell(draft)
        return draft

    def next(self, draft: Draft) -> Step | None:
        """The question to ask now; None where none matters."""
        if not draft.goals:
            return self._opening.goals
        if len(draft.goals) > 1 and "goals" not in draft.weighed:
            return self._opening.goal_weights
        if not draft.audiences:
            return self._opening.audiences
        if len(draft.audiences) > 1 and "audiences" not in draft.weighed:
            return self._opening.audience_weights
        if not draft.knows_country:
            return self._opening.country
        return None if draft.enough else self._next_fact(draft)

    def _next_fact(self, draft: Draft) -> Step | None:
        inquiry = self._guide.inquiry(draft)
        questions = inquiry.questions()
        return (lambda before: self._facts.ask(before, inquiry, questions)) if questions else None

    def _tell(self, draft: Draft) -> None:
        """Who leads now; at the end, why nothing more is asked."""
        if draft.audiences and draft.knows_country and not draft.enough:
            self._terminal.tell(self._guide.say("ask.leads", channels=self._guide.words.listed(self._guide.first(draft))))
            if self.next(draft) is None:
                self._terminal.tell(self._guide.say("questions.none", podium=self._guide.rulebook.method.podium))
