"""One run of pilot review: the counts in, a decision out; the evidence where it is asked for."""

from pathlib import Path

import yaml

from channelfit.cli.evidence_file import keep_evidence
from channelfit.cli.output import write
from channelfit.cli.session import Session
from channelfit.pilot.evidence import effect, evidence_id, evidence_tree
from channelfit.pilot.model import Pilot, Review, Reviewed
from channelfit.pilot.read import read_pilot, unobserved
from channelfit.pilot.review import review
from channelfit.report.speaker import Speaker
from channelfit.rulebook.edition import Edition
from channelfit.source.opened import read_document
from channelfit.source.place import Unusable
from channelfit.source.tree import Document

FORMATS = ("text", "json", "html")
WIDTH = 110
AS_PILOT = {"file-missing": "pilot-missing", "file-empty": "pilot-empty"}  # they are mended in another way than briefs


class PilotReview:
    """What one call of the command does."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._format = session.format(FORMATS)
        self._rulebook = session.rulebook()

    def run(self, path: str, update: str | None) -> int:
        """The exit status: every decision is a good one. Raises Unusable."""
        session = self._session
        document = _document(path, session.lang)
        pilot, mark, counts = read_pilot(document, self._rulebook)
        observed = counts.read(session.as_of())
        if not observed:
            raise unobserved(document.name)
        found = review(pilot, observed)
        edition = Edition(self._rulebook, session.as_of(), pilot.country)
        whole = Reviewed(pilot, mark, observed, found, effect(pilot, found, mark, edition))
        session.write([self._rendered(whole, edition)])
        if update is not None:
            self._update(update, pilot, found, mark, edition)
        return 0

    def _rendered(self, found: Reviewed, edition: Edition) -> str:
        if self._format == "json":
            from channelfit.report.pilot.json_ import review_json

            return review_json(found)
        from channelfit.report.pilot.outline import review_outline

        session = self._session
        outline = review_outline(found, Speaker(edition, session.words))
        if self._format == "html":
            from channelfit.report.pilot.html import pilot_html

            return pilot_html(outline, session.words)
        from channelfit.report.pilot.text import pilot_text

        return pilot_text(outline, session.words, session.environment.width, session.colour, brief=session.quiet)

    def _update(self, folder: str, pilot: Pilot, found: Review, mark: str, edition: Edition) -> None:
        speaker = Speaker(edition, self._session.words)
        title = pilot.title or speaker.say("pilot.title", channel=speaker.channel(pilot.channel))
        tree = evidence_tree(pilot, found, mark, title, speaker.say("pilot.publisher"))
        file = keep_evidence(Path(folder), evidence_id(pilot, mark), title, yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=WIDTH))
        if self._format == "text" and not self._session.quiet:
            write([speaker.say("pilot.updated", file=file, folder=folder) + "\n"], None)


def _document(path: str, lang: str) -> Document:
    try:
        return read_document(path, lang)
    except Unusable as unusable:
        raise unusable.recoded(AS_PILOT) from None
