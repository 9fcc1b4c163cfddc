"""The countries that an answer can tell apart: each with figures of its own, and one of each kind of the others."""

from collections.abc import Iterable, Sequence

from channelfit.advice.asking.board import is_local
from channelfit.advice.asking.race import Race
from channelfit.conditions.holds import holds
from channelfit.conditions.model import Against, Compare
from channelfit.rulebook.edition import Edition

COUNTRY = "country"
NOWHERE = "…"  # a country that no sheet, figure or rule names


def countries(race: Race, comparisons: Sequence[Compare | Against]) -> tuple[str, ...]:
    """Countries that rules, figures or the existence of the channels in the race tell apart."""
    board = race.board
    compared = [item for item in comparisons if item.subject == COUNTRY]
    sheets = [board.channels[name].sheet for name in race.runners]
    local = [sheet.id for sheet in sheets if is_local(sheet)]
    figured = frozenset(country for name in race.runners for country in board.figured[name])
    found: dict[object, str] = {}
    for country in (*sorted(_named(board.edition, compared) | figured), NOWHERE):
        told = tuple(holds(item, {COUNTRY: country}) for item in compared)
        there = tuple(name for name in local if board.exists(name, country))
        found.setdefault((told, there, country if country in figured else None), country)
    return tuple(found.values())


def _named(edition: Edition, compared: Iterable[Compare | Against]) -> set[str]:
    names = {str(value) for item in compared if isinstance(item, Compare) for value in item.values}
    for sheet in edition.sheets.values():
        names.update(sheet.countries or (), sheet.absent_from, (opening.country for opening in (*sheet.opened, *sheet.closed_in)))
    regions = edition.rulebook.method.regions
    return {country for name in names for country in regions.get(name, (name,))}
