"""The decision rule: what the stops that are met and the answers that are missing come to. Never a score."""

from collections.abc import Sequence

from channelfit.screen.model import Met, Outcome


def decide(met: Sequence[Met], missing: Sequence[str], gates: frozenset[str]) -> Outcome:
    """A no at the gate is final; then come answers that are missing, somewhere better to go, a refusal, a trial.

    A redirect with nowhere to go is a refusal.
    """
    outcomes = {stop.outcome for stop in met if stop.outcome != "redirect" or stop.to}
    refused = {stop.outcome for stop in met} & {"refuse", "redirect"}
    if any(stop.outcome == "refuse" and stop.question in gates for stop in met):
        return "refuse"
    if missing or "defer" in outcomes:
        return "defer"
    if "redirect" in outcomes:
        return "redirect"
    return "refuse" if refused else "pilot" if "pilot" in outcomes else "open"


def redirects(met: Sequence[Met]) -> tuple[str, ...]:
    """Where the stops that are met send the request, in their order, each place once."""
    return tuple(dict.fromkeys(place for stop in met if stop.outcome == "redirect" for place in stop.to))
