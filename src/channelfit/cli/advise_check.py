"""channelfit advise --check: the decision on record, held against the answer of the day."""

from channelfit.advice.engine import advise
from channelfit.advice.model import Advice
from channelfit.changes.compare import Comparison
from channelfit.changes.decision import review
from channelfit.changes.model import Answered, Changes
from channelfit.cli.session import Session
from channelfit.rulebook.edition import Edition

BROKEN, NOTHING = 1, 3


def check_decision(advice: Advice, edition: Edition, session: Session, chosen: str) -> int:
    """Writes the answer with the decision looked at again; whether it holds is the status."""
    decided = advice.brief.decided
    if decided is None or not decided.channels:
        import typer

        typer.echo(session.words.say("decision.none"), err=True)
        return NOTHING
    now = Answered(advice, edition)
    then = _then(now)
    changes = Comparison(then or now, now).changes()
    if then is None:
        changes = changes.with_decision(review(now, None, lambda _: None))
    session.write(_render(now, then or now, changes, session, chosen))
    return 0 if changes.decision is not None and changes.decision.holds else BROKEN


def _then(now: Answered) -> Answered | None:
    """The answer as of the day of the decision, where that day is known and past."""
    brief, edition = now.advice.brief, now.edition
    day = brief.decided.on if brief.decided is not None else None
    if day is None or day > edition.as_of:
        return None
    earlier = Edition(edition.rulebook, day, edition.country)
    return Answered(advise(brief, earlier), earlier)


def _render(now: Answered, then: Answered, changes: Changes, session: Session, chosen: str) -> str:
    if chosen == "json":
        from channelfit.report.checked import checked_json

        return checked_json(now, then, changes, session.lang)
    from channelfit.report.checked import checked_outline

    outline = checked_outline(now, then, changes, session.words, full=session.verbose)
    if chosen == "markdown":
        from channelfit.report.advice_markdown import advice_markdown

        return advice_markdown(outline, session.words)
    from channelfit.report.advice_text import advice_text

    return advice_text(outline, session.words, session.environment.width, session.colour)
