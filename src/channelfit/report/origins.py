"""What the overlays made of the rulebook: the list of it, and the page of what they disagree with."""

from collections.abc import Iterator, Sequence
from typing import Any

from channelfit.report.listing import Listing, Page, listing_text
from channelfit.rulebook.model import Change, Rulebook
from channelfit.words import Words

COLUMNS = ("rule.id", "origin.section", "origin.how", "origin.overlay", "origin.because")


def origins_text(rulebook: Rulebook, words: Words, chosen: str, width: int, colour: bool) -> str:
    """Every entry that an overlay added, replaced or disabled."""
    tree = {"schema": "channelfit/origins/1", "overlays": rulebook.overlays, "changes": [_tree(change) for change in rulebook.changes]}
    if not rulebook.changes and chosen != "json":
        return words.say("origin.none") + "\n"
    rows = [_row(change, words) for change in rulebook.changes]
    return listing_text(Listing([words.say(name) for name in COLUMNS], rows, tree, words.say("colon")), chosen, width, colour)


def disputed_page(page: Page | None, built_in: Page | None, changes: Sequence[Change], words: Words) -> Page | None:
    """The page with what an overlay says against the built-in entry: another wording, or that it does not apply and why."""
    below = built_in or page
    if below is None:
        return None
    shown = page or below
    disabled = [change for change in changes if change.how == "disabled"]
    against = [(words.say("rule.disabled", origin=change.origin), words.of(change.because) if change.because else "–") for change in disabled]
    replaced = page is not None and built_in is not None and not disabled
    instead = _instead(shown, below, words) if replaced else ()
    tree = {**shown.tree, "changes": [_tree(change) for change in changes]}
    return Page(shown.title, [*against, *shown.fields, *instead], tree)


def _instead(page: Page, below: Page, words: Words) -> Iterator[tuple[str, str]]:
    """What the built-in entry said where the overlay says something else."""
    said = dict(page.fields)
    for name, text in below.fields:
        if said.get(name) != text:
            yield words.say("rule.instead-of", what=name), text


def _row(change: Change, words: Words) -> Sequence[str]:
    section = f"origin.section.{change.section}"
    what = words.say(section) if words.knows(section) else change.section
    return change.id, what, words.say(f"origin.{change.how}"), change.origin, words.of(change.because) if change.because else ""


def _tree(change: Change) -> dict[str, Any]:
    tree: dict[str, Any] = {"section": change.section, "id": change.id, "how": change.how, "origin": change.origin}
    return tree if change.because is None else {**tree, "because": {"en": change.because.en, "fr": change.because.fr}}
