"""What a case may expect of the answer to a request."""

from collections.abc import Callable, Iterator

from channelfit.cases.expectations import several
from channelfit.cases.model import Expectation, Miss
from channelfit.screen.model import Screened
from channelfit.source.place import Param

MET, NOT_MET = "stops", "no_stops"


def misses(line: Expectation, screened: Screened) -> Iterator[Miss]:
    """One for each thing expected that the answer does not say."""
    yield from CHECKS[line.kind](line, screened)


def _outcome(line: Expectation, screened: Screened) -> Iterator[Miss]:
    if screened.outcome != line.value:
        stops = _names(screened)
        params: dict[str, Param] = {"outcome": screened.outcome, "stops": stops, "missing": screened.missing}
        yield Miss(line.kind, str(line.value), line.place, "got.screened", params, (), stops)


def _stops(line: Expectation, screened: Screened) -> Iterator[Miss]:
    met = _names(screened)
    for name in several(line.value):
        if (name in met) is (line.kind == NOT_MET):
            yield Miss(line.kind, str(name), line.place, "got.stops", {"stops": met}, (), (str(name),))


def _missing(line: Expectation, screened: Screened) -> Iterator[Miss]:
    yield from _listed(line, screened.missing)


def _redirects(line: Expectation, screened: Screened) -> Iterator[Miss]:
    yield from _listed(line, screened.redirect_to)


def _listed(line: Expectation, found: tuple[str, ...]) -> Iterator[Miss]:
    for name in several(line.value):
        if name not in found:
            yield Miss(line.kind, str(name), line.place, "got.listed", {"found": found})


def _names(screened: Screened) -> tuple[str, ...]:
    return tuple(met.stop for met in screened.stops)


CHECKS: dict[str, Callable[[Expectation, Screened], Iterator[Miss]]] = {
    "outcome": _outcome,
    MET: _stops,
    NOT_MET: _stops,
    "missing": _missing,
    "redirect_to": _redirects,
}
