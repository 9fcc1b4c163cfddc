"""channelfit survey: a local survey updates the figures of the country, and is kept as evidence."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from channelfit.cli import options
from channelfit.cli.commands import SETTINGS, Command
from channelfit.cli.session import Common, Session
from channelfit.cli.shared import shared
from channelfit.report.formats import FORMATS

if TYPE_CHECKING:
    from channelfit.source.tree import Document
    from channelfit.survey.answer import Answer

NAME = "survey"
AS_SURVEY = {"file-missing": "survey-missing", "file-empty": "survey-empty"}  # what to do about it is not what one does about a brief

app = typer.Typer(add_completion=False)


@app.command(NAME, cls=Command, help="command.survey", context_settings=SETTINGS)
@shared(options.Format)
def survey(
    file: Annotated[str, typer.Argument(help="survey.file", metavar="FILE")],
    update: Annotated[str | None, typer.Option("--update", help="survey.update", metavar="DIR")] = None,
    *,
    common: Common,
) -> int:
    from channelfit.cli.environment import read_environment
    from channelfit.survey.answer import answer
    from channelfit.survey.read import read_survey

    session = Session(NAME, common, read_environment())
    chosen = session.format(FORMATS)
    rulebook = session.rulebook()
    read = read_survey(_document(file, session), rulebook, session.as_of)
    found = answer(read, rulebook)
    folder = update if update is not None else session.config.text(NAME, "update")
    written = None
    if folder is not None:
        from channelfit.cli.evidence_file import keep_evidence
        from channelfit.survey.evidence import source_id
        from channelfit.survey.write import evidence_yaml

        written = (str(keep_evidence(Path(folder), source_id(read), read.title, evidence_yaml(read, rulebook))), folder)
    session.write([_render(found, session, chosen, written)])
    return 0


def _document(file: str, session: Session) -> "Document":
    from channelfit.source.opened import read_document
    from channelfit.source.place import Unusable

    try:
        return read_document(file, session.lang)
    except Unusable as unusable:
        raise unusable.recoded(AS_SURVEY) from None


def _render(found: "Answer", session: Session, chosen: str, written: tuple[str, str] | None) -> str:
    if chosen == "json":
        from channelfit.report.survey.json_ import survey_json

        return survey_json(found, session.lang, written[0] if written else None)
    from channelfit.report.survey.outline import SurveyWords, bare

    outline = SurveyWords(found, session.words, written).outline(full=session.verbose)
    outline = bare(outline) if session.quiet else outline
    if chosen == "markdown":
        from channelfit.report.survey.markdown import survey_markdown

        return survey_markdown(outline)
    from channelfit.report.survey.text import survey_text

    return survey_text(outline, session.words, session.environment.width, session.colour)
