"""Compares briefs between two days, and with and without the overlays, and renders what was found."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from channelfit.advice.brief import Brief
from channelfit.advice.engine import Advisor
from channelfit.changes.compare import compare
from channelfit.changes.model import Answered, Compared
from channelfit.cli.session import Session
from channelfit.report.changes_outline import ChangesWords, Chapter, Detail, title_of
from channelfit.rulebook.edition import Edition
from channelfit.rulebook.model import Rulebook

OVERLAID, DATED = "changes.overlaid", "changes.between"


class Span(NamedTuple):
    """From which day to which; without a first day only overlays are compared."""

    before: date | None
    after: date


class Answers:
    """Answers briefs from one rulebook as of one day; the briefs of one country share what is looked up."""

    def __init__(self, rulebook: Rulebook, day: date) -> None:
        self._rulebook = rulebook
        self._day = day
        self._advisors: dict[str | None, Advisor] = {}

    def answer(self, brief: Brief) -> Answered:
        if brief.country not in self._advisors:
            self._advisors[brief.country] = Advisor(Edition(self._rulebook, self._day, brief.country))
        advisor = self._advisors[brief.country]
        return Answered(advisor.advise(brief), advisor.edition)


def compare_all(briefs: Iterable[tuple[str, Brief]], span: Span, rulebook: Rulebook, built_in: Rulebook | None) -> list[Compared]:
    now = Answers(rulebook, span.after)
    then = Answers(rulebook, span.before) if span.before is not None else None
    below = Answers(built_in, span.after) if built_in is not None else None
    found = []
    for file, brief in briefs:
        for overlaid, side in ((False, then), (True, below)):
            if side is not None and (not overlaid or known(brief, built_in)):
                sides = (side.answer(brief), now.answer(brief))
                found.append(Compared(file, overlaid, sides, compare(*sides)))
    return found


def known(brief: Brief, built_in: Rulebook | None) -> bool:
    """Whether the built-in rulebook knows what a brief asks for: an overlay may have added it."""
    known = {term.id for term in (*built_in.goals, *built_in.audiences)} if built_in is not None else set()
    return known.issuperset((*brief.goals, *brief.audiences))


def render(compared: Sequence[Compared], span: Span, rulebook: Rulebook, session: Session, chosen: str) -> str:
    if chosen == "json":
        from channelfit.report.changes_json import changes_json

        return changes_json(compared, rulebook, (span.before, span.after), session.lang)
    from channelfit.report.changes_text import changes_markdown, changes_text

    chapters = [_chapter(item, span, session) for item in compared]
    if chosen == "markdown":
        return changes_markdown(chapters, session.words)
    return changes_text(chapters, session.words, session.environment.width, session.colour)


def _chapter(item: Compared, span: Span, session: Session) -> Chapter:
    words, edition = session.words, item.sides[1].edition
    before = words.day(span.before) if span.before is not None else ""
    subtitle = words.say(
        OVERLAID if item.overlaid else DATED,
        before=before,
        after=words.day(span.after),
        country=edition.country or words.say("country.unknown"),
        overlays=words.listed(list(edition.rulebook.overlays)),
    )
    detail = Detail(full=session.verbose, brief=session.quiet)
    return ChangesWords(item.changes, item.sides, words, detail).chapter(title_of(item.changes, item.file, words), subtitle)
