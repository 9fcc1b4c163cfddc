"""channelfit channels: the fact sheets, for colleagues and elected people."""

from typing import TYPE_CHECKING, Annotated

import typer

from channelfit.cli import complete, options
from channelfit.cli.commands import SETTINGS, Command, Shelf
from channelfit.cli.session import Common, Session
from channelfit.cli.shared import shared
from channelfit.report.formats import FORMATS

if TYPE_CHECKING:
    from channelfit.rulebook.edition import Edition
    from channelfit.rulebook.model import Sheet

NAME = "channels"

app = typer.Typer(name=NAME, cls=Shelf, help="command.channels", add_completion=False, context_settings=SETTINGS)


@app.command("list", help="command.channels.list", cls=Command, context_settings=SETTINGS)
@shared(options.Format)
def list_channels(
    *,
    common: Common,
) -> None:
    from channelfit.report.listing import Listing, listing_text
    from channelfit.report.sheet import SheetWords, available, sheet_tree

    session, edition = _open(common)
    said = SheetWords(edition, session.words)
    sheets = edition.rulebook.sheets
    rows = [
        (sheet.id, said.name(sheet), session.words.say(f"kind.{sheet.kind}"), session.words.say("yes" if available(sheet, edition) else "no"))
        for sheet in sheets
    ]
    headings = [session.words.say(f"sheet.{key}") for key in ("id", "name", "kind", "available")]
    tree = {
        "schema": "channelfit/channels/1",
        "as_of": edition.as_of.isoformat(),
        "channels": [sheet_tree(sheet, edition, session.words) for sheet in sheets],
    }
    session.write(
        listing_text(Listing(headings, rows, tree, session.words.say("colon")), session.format(FORMATS), session.environment.width, session.colour)
    )


@app.command("show", help="command.channels.show", cls=Command, context_settings=SETTINGS)
@shared(options.Format)
def show_channel(
    channel: Annotated[str, typer.Argument(help="channels.channel", metavar="ID", autocompletion=complete.channels)],
    *,
    common: Common,
) -> None:
    from channelfit.report.listing import Page, page_text
    from channelfit.report.sheet import SheetWords, sheet_tree

    session, edition = _open(common)
    sheet = _find(channel, edition)
    said = SheetWords(edition, session.words)
    tree = {"schema": "channelfit/channel/1", "as_of": edition.as_of.isoformat(), **sheet_tree(sheet, edition, session.words)}
    page = Page(f"{said.name(sheet)} – {sheet.id}", said.fields(sheet), tree)
    session.write(page_text(page, session.format(FORMATS), session.environment.width, session.colour))


def _open(common: Common) -> "tuple[Session, Edition]":
    from channelfit.cli.environment import read_environment
    from channelfit.rulebook.edition import Edition

    session = Session(NAME, common, read_environment())
    return session, Edition(session.rulebook(), session.as_of())


def _find(name: str, edition: "Edition") -> "Sheet":
    from channelfit.rulebook.synonyms import channel_synonyms
    from channelfit.source.nearest import fold, nearest
    from channelfit.source.place import Problem, Unusable

    sheets = {sheet.id: sheet for sheet in edition.rulebook.sheets}
    synonyms = channel_synonyms(edition.rulebook)
    found = synonyms.get(fold(name))
    if found is None:
        near = tuple(synonyms[fold(match)] for match in nearest(name, synonyms))
        raise Unusable([Problem("unknown-channel", params={"found": name, "nearest": near})])
    return sheets[found]
