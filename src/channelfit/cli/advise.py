"""channelfit advise: rank channels for goals and audiences, with the reasoning."""

from typing import TYPE_CHECKING, Annotated

import typer

from channelfit.cli import complete, options
from channelfit.cli.commands import SETTINGS, Command
from channelfit.cli.session import Common, Session
from channelfit.report.formats import FORMATS

if TYPE_CHECKING:
    from channelfit.advice.brief import Brief
    from channelfit.advice.model import Advice
    from channelfit.advice.outlook import Outlook
    from channelfit.cli.conversation.start import Conversation
    from channelfit.rulebook.edition import Edition
    from channelfit.rulebook.model import Rulebook

NAME = "advise"

app = typer.Typer(add_completion=False)


@app.command(NAME, cls=Command, help="command.advise", context_settings=SETTINGS)
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
    check: Annotated[bool, typer.Option("--check", help="advise.check")] = False,
    brief_out: Annotated[str | None, typer.Option("--brief-out", help="advise.brief-out", metavar="FILE")] = None,
    format_: options.Format = None,
    output: options.Output = None,
    lang: options.Lang = None,
    as_of: options.AsOf = None,
    rules: options.Rules = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    no_input: options.NoInput = False,
    version: options.Version = False,
) -> int:
    from channelfit.advice.engine import Advisor
    from channelfit.advice.outlook import outlook
    from channelfit.cli.asked import Asked, Asking
    from channelfit.cli.environment import read_environment
    from channelfit.rulebook.edition import Edition

    session = Session(NAME, Common(format_, output, lang, as_of, quiet, verbose, no_input, rules or ()), read_environment())
    chosen = session.format(FORMATS)
    rulebook = session.rulebook()
    typed = {"--goal": goal or (), "--audience": audience or (), "--fact": fact or (), "--consider": consider or ()}
    asking = Asking(Asked(brief, typed), session, rulebook)
    conversation = None if asking.asks_something or not session.may_ask else _conversation(rulebook, session)
    asked = asking.brief() if conversation is None else conversation.brief(asking.given())
    edition = Edition(rulebook, session.as_of(asked.as_of), asked.country)
    advisor = Advisor(edition)
    advice, around = advisor.advise(asked), outlook(asked, advisor)
    kept = brief_out if brief_out is not None else session.config.text(NAME, "brief_out")
    if kept is not None:
        _write_brief(asked, kept)
    if check or session.config.switch(NAME, "check"):
        from channelfit.cli.advise_check import check_decision

        return check_decision(advice, edition, around, session, chosen)
    session.write(_render(advice, edition, around, session, chosen))
    if conversation is not None:
        conversation.end(asked, keep=kept is None)
    return 0


def _conversation(rulebook: "Rulebook", session: Session) -> "Conversation":
    from channelfit.cli.conversation.start import Conversation

    return Conversation(rulebook, session)


def _render(advice: "Advice", edition: "Edition", around: "Outlook", session: Session, chosen: str) -> str:
    if chosen == "json":
        from channelfit.report.advice_json import advice_json

        return advice_json(advice, edition, session.lang, around)
    from channelfit.report.compose import compose

    outline = compose(advice, edition, session.words, around, full=session.verbose)
    if session.quiet:
        from channelfit.report.essential import essential

        outline = essential(outline)
    if chosen == "markdown":
        from channelfit.report.advice_markdown import advice_markdown

        return advice_markdown(outline, session.words)
    from channelfit.report.advice_text import advice_text

    return advice_text(outline, session.words, session.environment.width, session.colour)


def _write_brief(brief: "Brief", path: str) -> None:
    from channelfit.advice.write_brief import brief_yaml
    from channelfit.cli.output import write

    write(brief_yaml(brief), path)
