"""channelfit advise --check: the decision on record, held against the answer of the day."""

from channelfit.advice.brief import Brief
from channelfit.advice.engine import advise
from channelfit.advice.model import Advice
from channelfit.advice.outlook import Outlook
from channelfit.changes.compare import Comparison
from channelfit.changes.decision import review
from channelfit.changes.model import Answered, Changes
from channelfit.cli.changes_run import known
from channelfit.cli.session import Session
from channelfit.rulebook.edition import Edition

BROKEN, NOTHING = 1, 3


def check_decision(advice: Advice, edition: Edition, outlook: Outlook, session: Session, chosen: str) -> int:
    """Writes the answer with the decision looked at again; whether it holds is the status."""
    decided = advice.brief.decided
    if decided is None or not decided.channels:
        import typer

        typer.echo(session.words.say("decision.none"), err=True)
        return NOTHING
    now = Answered(advice, edition)
    then = _then(now, session)
    changes = Comparison(then or now, now).changes()
    if then is None:
        changes = changes.with_decision(review(now, None, lambda _: None))
    session.write(_render(now, then or now, changes, outlook, session, chosen))
    return 0 if changes.decision is not None and changes.decision.holds else BROKEN


def _then(now: Answered, session: Session) -> Answered | None:
    """The answer as of the day of the decision, where that day is known and past.

    Where the decision would not have held even then, but for the overlays, they are the change: the answer without them is the one to compare with.
    """
    brief, edition = now.advice.brief, now.edition
    day = brief.decided.on if brief.decided is not None else None
    if day is None or day > edition.as_of:
        return None
    then = _answered(brief, Edition(edition.rulebook, day, edition.country))
    if not edition.rulebook.overlays or _holds(now) or _holds(then):
        return then
    below = session.built_in()
    without = _answered(brief, Edition(below, day, edition.country)) if known(brief, below) else then
    return without if _holds(without) else then


def _answered(brief: Brief, edition: Edition) -> Answered:
    return Answered(advise(brief, edition), edition)


def _holds(side: Answered) -> bool:
    return review(side, None, lambda _: None).holds


def _render(now: Answered, then: Answered, changes: Changes, outlook: Outlook, session: Session, chosen: str) -> str:
    if chosen == "json":
        from channelfit.report.checked import checked_json

        return checked_json(now, then, changes, session.lang, outlook)
    from channelfit.report.checked import checked_outline

    outline = checked_outline(now, then, changes, session.words, outlook, full=session.verbose)
    if chosen == "markdown":
        from channelfit.report.advice_markdown import advice_markdown

        return advice_markdown(outline, session.words)
    from channelfit.report.advice_text import advice_text

    return advice_text(outline, session.words, session.environment.width, session.colour)
