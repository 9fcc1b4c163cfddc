"""One run of advise: what is asked, from files, options or a conversation; the answer; what is kept of it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from channelfit.advice.brief import Brief
from channelfit.advice.engine import Advisor
from channelfit.advice.model import Advice
from channelfit.cli.asked import Asked, Asking
from channelfit.cli.session import Session
from channelfit.report.formats import FORMATS
from channelfit.rulebook.edition import Edition
from channelfit.source.place import Problem, Unusable

if TYPE_CHECKING:
    from channelfit.changes.what_if import WhatIf


class AdviseRun:
    """What one call of the command does."""

    def __init__(self, session: Session, asked: Asked, supposed: Sequence[str], brief_out: str | None) -> None:
        self._session = session
        self._format = session.format(FORMATS)
        self._rulebook = session.rulebook()
        self._asking = Asking(asked, session, self._rulebook)
        self._supposed = supposed
        self._kept = brief_out if brief_out is not None else session.config.text(session.command, "brief_out")

    def run(self, *, check: bool) -> int:
        """The exit status. Raises Unusable."""
        if not self._asking.asks_something and self._session.may_ask:
            return self._talk()
        return self._answer(self._asking.brief(), check=check)

    def _talk(self) -> int:
        from channelfit.cli.conversation.start import Conversation

        conversation = Conversation(self._rulebook, self._session)
        brief = conversation.brief(self._asking.given())
        status = self._answer(brief, check=False)
        conversation.end(brief, keep=self._kept is None)
        return status

    def _answer(self, brief: Brief, *, check: bool) -> int:
        advisor = Advisor(Edition(self._rulebook, self._session.as_of(brief.as_of), brief.country))
        advice = advisor.advise(brief)
        compared = self._compared(advice, advisor)
        self._keep(brief)
        if self._is_checked(check=check):
            return self._check(advice, advisor)
        from channelfit.cli.advise_render import render_advice

        self._session.write(render_advice(advice, advisor, compared, self._session, self._format))
        return 0

    def _compared(self, advice: Advice, advisor: Advisor) -> "WhatIf | None":
        from channelfit.cli.supposed import supposed

        if not (facts := supposed(self._supposed, self._session, self._rulebook)):
            return None
        from channelfit.changes.what_if import what_if

        return what_if(advice, advisor, facts)

    def _is_checked(self, *, check: bool) -> bool:
        """Whether the decision on record is looked at; that and a supposition would be two answers."""
        if check and self._supposed:
            raise Unusable([Problem("check-and-what-if")])
        return check or (self._session.config.switch(self._session.command, "check") and not self._supposed)

    def _check(self, advice: Advice, advisor: Advisor) -> int:
        from channelfit.advice.look import outlook
        from channelfit.cli.advise_check import check_decision

        return check_decision(advice, advisor.edition, outlook(advice, advisor), self._session, self._format)

    def _keep(self, brief: Brief) -> None:
        if self._kept is not None:
            from channelfit.advice.write_brief import brief_yaml
            from channelfit.cli.output import write

            write(brief_yaml(brief), self._kept)
