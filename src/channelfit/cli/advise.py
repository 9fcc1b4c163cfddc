"""channelfit advise: rank channels for goals and audiences, with the reasoning."""

from typing import TYPE_CHECKING, Annotated

import typer

from channelfit.cli import complete, options
from channelfit.cli.commands import SETTINGS, Command
from channelfit.cli.session import Common, Session
from channelfit.cli.shared import shared
from channelfit.report.formats import FORMATS

if TYPE_CHECKING:
    from channelfit.advice.brief import Brief
    from channelfit.advice.engine import Advisor
    from channelfit.advice.model import Advice
    from channelfit.changes.what_if import WhatIf
    from channelfit.cli.conversation.start import Conversation
    from channelfit.conditions.model import FactValue
    from channelfit.rulebook.model import Rulebook

NAME = "advise"

app = typer.Typer(add_completion=False)


@app.command(NAME, cls=Command, help="command.advise", context_settings=SETTINGS)
@shared(options.Format)
def advise(
    brief: Annotated[str | None, typer.Argument(help="advise.brief", metavar="[BRIEF]", show_default=False)] = None,
    goal: Annotated[list[str] | None, typer.Option("--goal", help="advise.goal", metavar="ID[=WEIGHT]", autocompletion=complete.goals)] = None,
    audience: Annotated[
        list[str] | None, typer.Option("--audience", help="advise.audience", metavar="ID[=WEIGHT]", autocompletion=complete.audiences)
    ] = None,
    fact: Annotated[list[str] | None, typer.Option("--fact", help="advise.fact", metavar="NAME=VALUE", autocompletion=complete.facts)] = None,
    consider: Annotated[
        list[str] | None, typer.Option("--consider", help="advise.consider", metavar="CHANNEL", autocompletion=complete.channels)
    ] = None,
    what_if: Annotated[
        list[str] | None, typer.Option("--what-if", help="advise.what-if", metavar="NAME=VALUE", autocompletion=complete.facts)
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="advise.check")] = False,
    brief_out: Annotated[str | None, typer.Option("--brief-out", help="advise.brief-out", metavar="FILE")] = None,
    *,
    common: Common,
) -> int:
    from channelfit.advice.engine import Advisor
    from channelfit.cli.advise_render import render_advice
    from channelfit.cli.asked import Asked, Asking
    from channelfit.cli.environment import read_environment
    from channelfit.cli.supposed import supposed
    from channelfit.rulebook.edition import Edition
    from channelfit.source.place import Problem, Unusable

    session = Session(NAME, common, read_environment())
    chosen = session.format(FORMATS)
    rulebook = session.rulebook()
    typed = {"--goal": goal or (), "--audience": audience or (), "--fact": fact or (), "--consider": consider or ()}
    asking = Asking(Asked(brief, typed), session, rulebook)
    conversation = None if asking.asks_something or not session.may_ask else _conversation(rulebook, session)
    asked = asking.brief() if conversation is None else conversation.brief(asking.given())
    edition = Edition(rulebook, session.as_of(asked.as_of), asked.country)
    facts = supposed(what_if or (), session, rulebook)
    advisor = Advisor(edition)
    advice = advisor.advise(asked)
    kept = brief_out if brief_out is not None else session.config.text(NAME, "brief_out")
    if kept is not None:
        _write_brief(asked, kept)
    if check or (session.config.switch(NAME, "check") and not what_if):
        if what_if:
            raise Unusable([Problem("check-and-what-if")])
        from channelfit.advice.look import outlook
        from channelfit.cli.advise_check import check_decision

        return check_decision(advice, edition, outlook(advice, advisor), session, chosen)
    session.write(render_advice(advice, advisor, _compared(advice, advisor, facts), session, chosen))
    if conversation is not None:
        conversation.end(asked, keep=kept is None)
    return 0


def _conversation(rulebook: "Rulebook", session: Session) -> "Conversation":
    from channelfit.cli.conversation.start import Conversation

    return Conversation(rulebook, session)


def _compared(advice: "Advice", advisor: "Advisor", facts: "dict[str, FactValue]") -> "WhatIf | None":
    if not facts:
        return None
    from channelfit.changes.what_if import what_if

    return what_if(advice, advisor, facts)


def _write_brief(brief: "Brief", path: str) -> None:
    from channelfit.advice.write_brief import brief_yaml
    from channelfit.cli.output import write

    write(brief_yaml(brief), path)
