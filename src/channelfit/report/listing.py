"""Lists and single entries of the rulebook, in every format."""

from collections.abc import Sequence
from typing import Any

import msgspec

INDENT = 2


class Listing(msgspec.Struct, frozen=True):
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    tree: dict[str, Any]
    colon: str


class Page(msgspec.Struct, frozen=True):
    title: str
    fields: Sequence[tuple[str, str]]
    tree: dict[str, Any]


def listing_text(listing: Listing, chosen: str, width: int, colour: bool) -> str:
    if chosen == "json":
        return _json(listing.tree)
    if chosen == "markdown":
        from channelfit.report.markdown import inert

        head = [f"| {' | '.join(listing.headings)} |", "|" + "---|" * len(listing.headings)]
        return "\n".join([*head, *(f"| {' | '.join(inert(cell) for cell in row)} |" for row in listing.rows)]) + "\n"
    from channelfit.report.table_text import has_room, render, stacked, table

    room = has_room(listing.headings, listing.rows, width)
    blocks = [table(listing.headings, listing.rows)] if room else stacked(listing.headings, listing.rows, listing.colon)
    return render(blocks, width, colour)


def page_text(page: Page, chosen: str, width: int, colour: bool) -> str:
    if chosen == "json":
        return _json(page.tree)
    if chosen == "markdown":
        from channelfit.report.markdown import inert

        return "\n".join([f"# {inert(page.title)}", "", *(f"- **{inert(name)}** – {inert(content)}" for name, content in page.fields)]) + "\n"
    from channelfit.report.table_text import definitions, render, text

    return render([text(page.title, "bold"), text(), definitions(list(page.fields))], width, colour)


def _json(tree: dict[str, Any]) -> str:
    return msgspec.json.format(msgspec.json.encode(tree), indent=INDENT).decode() + "\n"
